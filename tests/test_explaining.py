"""Everything that may be said of how a document was read is explained, briefly said, and reads well in every report."""

from __future__ import annotations

import html
import re

import pytest

from rewritediff import loaders
from rewritediff.core.values import Article, Block, Notice, Role
from rewritediff.engine import compare
from rewritediff.exporters import FORMATS
from rewritediff.loaders.encoding import decode_as
from rewritediff.loaders.options import Tracked
from rewritediff.loaders.parts import Part, Repair
from rewritediff.wording import explaining
from rewritediff.wording.briefly import briefly
from rewritediff.wording.encodings import GROUPS, encoding_name
from rewritediff.wording.explaining import explain
from rewritediff.wording.notices import notice_words


def notice(code: str, **values: str | int) -> Notice:
    return Notice(code, tuple(values.items()))


EVERY = [
    notice("encoding", encoding="cp1252"),
    *(notice(code, count=2) for code in ("replaced-bytes", "replaced-characters", "invisible-removed", "invisible-kept", "lookalikes")),
    notice("read-as-text", suffix=".docx"),
    notice("read-as-text", suffix=".md", why="size"),
    notice("read-as", suffix=".txt", kind="docx"),
    *(notice("left-out", what=part.value, count=2) for part in Part),
    *(notice("kept", what=part.value, count=2) for part in (Part.CELL, Part.BOX, Part.NOTE)),
    *(notice("tracked-changes", insertions=2, deletions=1, shown=shown.value) for shown in Tracked),
    *(notice("repaired", what=repair.value, count=2) for repair in Repair),
    notice("pages-without-text", count=2, pages=12),
    notice("whole-page"),
]
"""Every notice that a reader can give."""
IDS = [" ".join(map(str, (each.code, *dict(each.values).values()))) for each in EVERY]


def test_all_codes_that_readers_give_are_listed_here() -> None:
    said = set(re.findall(r"`([a-z]+(?:-[a-z]+)*)`\s\(", loaders.__doc__ or "")) - {"load", "paste"}
    assert said == {each.code for each in EVERY}


@pytest.mark.parametrize("each", EVERY, ids=IDS)
def test_every_notice_is_explained_in_one_sentence(each: Notice) -> None:
    said = explain(each)
    assert re.fullmatch(r"[A-Z][^.]+\.", said), said


def test_every_part_and_repair_has_its_own_words() -> None:
    assert set(explaining.LEFT_OUT) == set(Part)
    assert set(explaining.REPAIRED) == set(Repair)
    assert len(set(explaining.LEFT_OUT.values())) == len(Part)


@pytest.mark.parametrize("each", EVERY, ids=IDS)
def test_no_notice_is_worded_as_its_code(each: Notice) -> None:
    for said in (notice_words(each), *briefly([each])):
        assert not re.search(r"\w-\w+ \(|\(what |left out left out|by you left out|\bNone\b", said), said


BRIEF = {
    "what goes without saying": ([notice("encoding", encoding="utf-8"), notice("kept", what="table cell", count=9)], ()),
    "what weighs most first": (
        [notice("encoding", encoding="cp1252"), notice("left-out", what="note", count=2), notice("replaced-bytes", count=1)],
        ("1 byte unreadable", "2 notes left out", "windows-1252"),
    ),
    "all that was left out in one": (
        [notice("left-out", what="note", count=2), notice("left-out", what="comment", count=1), notice("left-out", what="script", count=7)],
        ("2 notes and 1 comment left out",),
    ),
    "what a person left out": ([notice("left-out", what=Part.CHOSEN.value, count=3)], ("3 paragraphs left out by you",)),
    "accepted changes": ([notice("tracked-changes", insertions=1, deletions=0, shown="accepted")], ("tracked changes accepted",)),
    "before the changes": ([notice("tracked-changes", insertions=1, deletions=0, shown="before")], ("as before its tracked changes",)),
    "pages": ([notice("pages-without-text", count=1, pages=12)], ("1 of 12 pages without text",)),
    "nothing": ([], ()),
}


@pytest.mark.parametrize(("notices", "said"), BRIEF.values(), ids=BRIEF)
def test_what_matters_in_a_few_words(notices: list[Notice], said: tuple[str, ...]) -> None:
    assert briefly(notices) == said


@pytest.mark.parametrize("report", FORMATS)
def test_reports_say_every_notice(report: str) -> None:
    article = Article((Block(Role.BODY, "The cat sat on the mat."),), notices=tuple(EVERY))
    written = FORMATS[report].export(compare(article, "The cat sat."))
    text = html.unescape(written if isinstance(written, str) else written.decode())
    for each in EVERY:
        assert notice_words(each)[1:] in text


def test_every_encoding_on_offer_can_be_read_and_none_stands_twice() -> None:
    every = [(codec, name) for group in GROUPS.values() for codec, name in group.items()]
    assert len({name for _, name in every}) == len(every)
    for codec, name in every:
        assert decode_as("Harbour".encode(codec), codec).text == "Harbour"
        assert encoding_name(codec) == name
    assert encoding_name("x-unknown") == "x-unknown"
