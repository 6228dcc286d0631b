"""What follows from a State for those who show it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewritediff.core.values import Coverage, Sides
from rewritediff.engine import compare
from rewritediff.gui import gestures as g
from rewritediff.gui import reading, words
from rewritediff.gui.choices import Layout
from rewritediff.gui.rows import present
from rewritediff.gui.shown import answer_shown, coverage_tip, drop_hints, file_of, layout, status, window_title
from rewritediff.gui.sources import File
from rewritediff.gui.state import State
from rewritediff.gui.work import Done
from rewritediff.wording import answer
from tests.gui.states import ORIGINAL, REWRITE, A, compared, done


def test_what_was_checked_is_said_once_and_listed_for_who_asks() -> None:
    state = compared()
    assert status(state)[1].startswith("Facts checked for English: ")
    assert status(state)[1].endswith(" kinds; never tone or emphasis")
    assert coverage_tip(state).startswith("Checked: ")
    assert coverage_tip(state).endswith(" · never checked: tone and emphasis")


def test_a_comparison_without_facts_says_so_in_the_status_line_alone() -> None:
    made = done()
    bare = replace(made.comparison, coverage=Coverage(), findings=())
    state = replace(compared(), work=Done(present(bare), answer(bare)))
    assert status(state)[1] == "Facts not checked yet"
    assert isinstance(state.work, Done)
    assert "checked" not in str(answer_shown(state.work))


def test_drop_hints_name_what_would_be_filled() -> None:
    assert drop_hints(1, ORIGINAL) == Sides("Drop to use as the original", "")
    assert all(drop_hints(2, ORIGINAL))
    assert drop_hints(3, REWRITE) == Sides(words.DROP_TOO_MANY, words.DROP_TOO_MANY)


def test_titles_and_folders() -> None:
    assert window_title(compared()) == "a.txt → b.txt – RewriteDiff"
    assert window_title(State()) == "RewriteDiff"
    assert file_of(g.opened(State(), ORIGINAL, A), REWRITE) == A.path
    assert File("C:\\texts\\a.txt").name == "a.txt"


@pytest.mark.parametrize(
    ("original", "rewrite", "expected"),
    [
        ("The cat sat on the mat.", "The cat sat on a mat.", Layout.ALIGNED),
        ("The cat sat on the mat. It rained all day. A dog barked at noon.", "The cat sat on the mat.", Layout.READING),
        ("The cat sat.", "The cat sat. It rained all day. A dog barked at noon.", Layout.READING),
        ("", "", Layout.ALIGNED),
    ],
    ids=["alike", "summary", "expansion", "both empty"],
)
def test_texts_of_unlike_length_flow_each_on_its_own(original: str, rewrite: str, expected: Layout) -> None:
    comparison = compare(original, rewrite)
    state = State(work=Done(present(comparison), answer(comparison)))
    assert layout(state) is expected
    for chosen in Layout:
        assert layout(reading.layout_chosen(state, chosen)) is chosen
