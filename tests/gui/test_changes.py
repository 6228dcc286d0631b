"""The list of changes narrowed by typing, and the preview of a row, without Qt."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Relation
from rewritediff.gui.changes import changes, matching, row_preview
from rewritediff.gui.rows import Presentation, present

Make = Callable[..., Comparison]
SAME, EDITED, PARAPHRASED, OMITTED, INSERTED = Relation


@pytest.fixture
def presentation(make: Make) -> Presentation:
    return present(
        make(
            [["One cat’s here."], ["Two is gone.", "Three left."]],
            [["One cat’s there.", "It sleeps."], ["Three left.", "New dog arrives."]],
            [([0], [0, 1], EDITED), ([1], [], OMITTED), ([2], [2], SAME), ([], [3], INSERTED)],
            moved=[2],
        )
    )


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", [0, 1, 2, 3]),
        ("CAT'S", [0]),
        ("cat here", [0]),
        ("here sleeps", [0]),
        ("dropped", [1]),
        ("drop gone", [1]),
        ("lightly", [0]),
        ("split", [0]),
        ("mov", [2]),
        ("new", [3]),
        ("new cat", []),
        ("zebra", []),
    ],
)
def test_typing_narrows_by_words_of_either_side_and_by_kind(presentation: Presentation, typed: str, expected: list[int]) -> None:
    assert sorted(matching(presentation, changes(presentation), typed)) == expected


def test_a_preview_says_what_a_row_is_and_how_it_begins(presentation: Presentation) -> None:
    assert row_preview(presentation.comparison, presentation.rows[0]) == "Lightly reworded, two sentences from one\nOne cat’s here."


def test_a_preview_is_cut_short_after_a_word(make: Make) -> None:
    long = present(make([["word " * 40 + "end."]], [["Other."]], [([0], [], OMITTED), ([], [0], INSERTED)]))
    first = row_preview(long.comparison, long.rows[0]).split("\n")[1]
    assert len(first) < 70
    assert first.endswith("word …")
