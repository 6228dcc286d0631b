"""The sample article comes back from every format with every character and paragraph, and with nothing that is no part of it."""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections import Counter
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from rewritediff.core.values import Article, Relation, Role, Side
from rewritediff.engine import compare
from rewritediff.loaders import DEFAULTS, LoadError, Reason, load

SHARED = Path(os.environ.get("REWRITEDIFF_SHARED", Path(__file__).parents[3] / "shared"))
FORMATS = SHARED / "samples" / "formats"
FILES = sorted(path for path in FORMATS.glob("*") if path.suffix not in (".url", ".webloc"))
EXACT = [path for path in FILES if path.suffix in (".txt", ".md", ".docx", ".odt", ".rtf", ".doc", ".epub", ".tex")]
PAGES = [path for path in FILES if path.suffix in (".html", ".htm", ".mhtml", ".bin")]
PDFS = [path for path in FILES if path.suffix == ".pdf" and "two_columns" not in path.name]
TWO_COLUMNS = FORMATS / "original_two_columns_hyphens_header.pdf"
APART = re.compile("ZZ(?:FOOTNOTE|TEXTBOX|CELL)")
"""Marks blocks that may be kept, but only as blocks of their own."""
EXTRA_WORDS = 3
"""Words of a web page that may stand beside its article."""

pytestmark = pytest.mark.skipif(not FORMATS.is_dir(), reason="the sample formats are not here: set REWRITEDIFF_SHARED to their folder")


def normal(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


@cache
def expected(path: Path) -> list[str]:
    side: list[str] = json.loads((SHARED / "samples" / "expected.json").read_text("utf-8"))[path.name.partition("_")[0].partition(".")[0]]
    return side


@cache
def article(path: Path) -> Article:
    return load(path)


def blocks(path: Path) -> list[str]:
    return [normal(block.text) for block in article(path).blocks if not APART.search(block.text)]


@pytest.mark.parametrize("path", [*EXACT, *PDFS], ids=lambda path: path.name)
def test_every_character_and_paragraph_comes_back(path: Path) -> None:
    assert blocks(path) == expected(path)


@pytest.mark.parametrize("path", EXACT, ids=lambda path: path.name)
def test_the_title_and_the_paragraphs_are_known_as_such(path: Path) -> None:
    found = article(path)
    assert [block.role for block in found.blocks if not APART.search(block.text)] == [Role.TITLE] + [Role.BODY] * 10
    assert found.title == " ".join(found.blocks[0].text.split())


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_pages_give_their_title_and_all_paragraphs_and_nearly_nothing_else(path: Path) -> None:
    wanted, found = expected(path), blocks(path)
    assert [paragraph for paragraph in wanted if paragraph not in found] == []
    assert article(path).title == wanted[0]
    assert found[0] == wanted[0]
    extra = Counter(" ".join(found).split()) - Counter(" ".join(wanted).split())
    assert sum(extra.values()) <= EXTRA_WORDS


def test_two_columns_are_read_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "path", [str(SHARED / "tools"), *sys.path])
    from score_loaders import score  # type: ignore[import-not-found]

    scores = score(expected(TWO_COLUMNS), blocks(TWO_COLUMNS))
    assert scores["char"] >= 0.995
    assert scores["bound_f1"] >= 0.8


def test_subtitles_give_what_is_spoken() -> None:
    path = FORMATS / "original.srt"
    assert normal(" ".join(blocks(path))) == normal(" ".join(expected(path)[1:]))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_shows_that_must_not(path: Path) -> None:
    assert set(re.findall("ZZ[A-Z]+", article(path).text)) <= {"ZZFOOTNOTE", "ZZTEXTBOX", "ZZCELL"}
    assert "boilerplate" not in article(path).text


@pytest.mark.parametrize("name", ["original.url", "original.webloc"])
def test_a_shortcut_is_asked_about_and_never_followed(name: str) -> None:
    with pytest.raises(LoadError, match=re.escape(name)) as caught:
        load(FORMATS / name)
    assert caught.value.reason is Reason.LINK
    assert str(dict(caught.value.values)["address"]).startswith("https://")


@cache
def bare(path: Path) -> Article:
    """Read what every format can say: no cells, boxes and notes."""
    return load(path, replace(DEFAULTS, kept=frozenset()))


def test_the_article_in_two_formats_shows_no_change() -> None:
    """Every pair of formats is compared; web pages may show a few words beside their article."""
    originals = [path for path in [*EXACT, *PDFS, *PAGES] if path.name.startswith("original")]
    distinct = {tuple(block.text for block in bare(path).blocks): path for path in originals}
    for one, other in combinations(distinct.values(), 2):
        allowed = EXTRA_WORDS if {one, other} & set(PAGES) else 0
        comparison = compare(bare(one), bare(other))
        changed = [passage for passage in comparison.passages if passage.relation is not Relation.SAME]
        words = sum(
            len(comparison.documents[side].quote(sentence).split())
            for side in Side
            for passage in changed
            for sentence in passage.sentences(side)
        )
        assert words <= allowed, (one.name, other.name, changed)
        assert not comparison.findings or words, (one.name, other.name)
