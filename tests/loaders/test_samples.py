"""The sample article, in every form of text, comes back with every character and paragraph."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from pathlib import Path

import pytest

from rewritediff.core.values import Role
from rewritediff.loaders import LoadError, load

SHARED = Path(os.environ.get("REWRITEDIFF_SHARED", Path(__file__).parents[3] / "shared"))
FORMATS = SHARED / "samples" / "formats"
TEXTS = sorted(path for path in FORMATS.glob("*") if path.suffix in (".txt", ".md"))
OTHERS = sorted(path for path in FORMATS.glob("*") if path.suffix not in (".txt", ".md", ".bin"))

pytestmark = pytest.mark.skipif(not FORMATS.is_dir(), reason="the sample formats are not here: set REWRITEDIFF_SHARED to their folder")


def normal(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.name)
def test_every_character_and_paragraph_comes_back(path: Path) -> None:
    expected = json.loads((SHARED / "samples" / "expected.json").read_text("utf-8"))["original"]
    article = load(path)
    assert [normal(block.text) for block in article.blocks] == expected
    assert [block.role for block in article.blocks] == [Role.TITLE] + [Role.BODY] * 10
    assert article.title == " ".join(article.blocks[0].text.split())


@pytest.mark.parametrize("path", OTHERS, ids=lambda path: path.name)
def test_every_other_format_is_refused_by_its_name(path: Path) -> None:
    with pytest.raises(LoadError, match=re.escape(path.name)):
        load(path)
