"""What is copied: plain text, and a page whose marks are plain tags."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

from rewritediff import compare
from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import RowKind
from rewritediff.core.values import Relation, Side
from rewritediff.gui.copied import copied_of
from rewritediff.gui.rich_text import Clip, Inks, copied_rows, copied_text, row_stretches
from rewritediff.gui.row_sheet import Options
from rewritediff.gui.row_words import text_between
from rewritediff.gui.rows import Presentation, present

Make = Callable[..., Comparison]
INKS = Inks("#100000", "#200000", "#300000", "#400000", "#500000", "#600000")


@pytest.fixture
def presentation() -> Presentation:
    return present(
        compare(
            "The council agreed to build a wall of steel across the harbour.\n\nThe old lighthouse & the pier will be torn down <soon>.",
            "The council agreed to build a barrier of steel across the harbour.\n\nNobody has asked the fishermen yet.",
        )
    )


def chosen(presentation: Presentation, first: tuple[int, int], last: tuple[int, int]) -> Clip:
    text = text_between(presentation, Side.ORIGINAL, first, last)
    return copied_text(text, Side.ORIGINAL, row_stretches(presentation, Side.ORIGINAL, first, last), INKS)


def words(page: str) -> str:
    return unescape(re.sub("<[^>]+>", "", page))


def test_words_gone_are_struck_out_and_words_that_came_underlined_in_their_colours(presentation: Presentation) -> None:
    page = copied_rows(presentation, [0], INKS).html
    assert '<s><font color="#100000">wall</font></s>' in page
    assert '<u><font color="#200000">barrier</font></u>' in page


def test_dropped_and_new_sentences_have_their_ground(presentation: Presentation) -> None:
    page = copied_rows(presentation, range(len(presentation.rows)), INKS).html
    assert '<span style="background-color:#400000">The old lighthouse &amp; the pier will be torn down &lt;soon&gt;.</span>' in page
    assert '<span style="background-color:#500000">Nobody' in page


def test_a_chosen_stretch_reads_the_same_in_both_forms(presentation: Presentation) -> None:
    last = next(k for k, row in enumerate(presentation.rows) if 1 in row.original)
    copied = chosen(presentation, (0, 4), (last, 18))
    assert copied.text == "council agreed to build a wall of steel across the harbour.\n\nThe old lighthouse"
    assert words(copied.html.replace("</p><p>", "\n\n")) == copied.text
    assert copied.html.count("<p>") == 2


def test_marks_that_a_stretch_cuts_are_cut(presentation: Presentation) -> None:
    start = presentation.content(0).sides.original.text.text.index("wall")
    page = chosen(presentation, (0, start + 2), (0, start + 7)).html
    assert '<s><font color="#100000">ll</font></s> of' in page


def test_what_a_closed_fold_hides_is_copied_in_both_forms() -> None:
    gone = " ".join(
        f"Harbour fact number {k} is told only here." for k in ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    )
    folded = present(compare(f"The council met. {gone}", "The council met."), Options(opened=frozenset()))
    copied = copied_rows(folded, range(len(folded.rows)), INKS)
    assert any(row.kind is RowKind.FOLD for row in folded.rows)
    assert copied.text.count("told only here") == copied.html.count("told only here") == 9


def test_what_was_copied_keeps_its_ground() -> None:
    comparison = compare("The council agreed to build a wall of steel.", "He said the council agreed to build a wall.")
    taken = present(comparison, Options(copied=copied_of(comparison, comparison.rows(), 6)))
    assert '<span style="background-color:#600000">' in copied_rows(taken, [0], INKS).html


def test_nothing_chosen_is_nothing_copied(presentation: Presentation) -> None:
    assert copied_rows(presentation, [], INKS).html == ""


def test_key_terms_are_bold(make: Make) -> None:
    other = make(
        [["Mayor Ilse Brandström called the vote a promise kept to every family."]],
        [["A pledge to all who had hauled sandbags at night was honoured, Brandström said to us there."]],
        [([0], [0], Relation.PARAPHRASED)],
    )
    assert "<b>Brandström</b>" in copied_rows(present(other), [0], INKS).html
