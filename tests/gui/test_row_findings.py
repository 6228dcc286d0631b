"""Where findings stand in rows, in flowing text and in the overview, and how rows are said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Finding, FindingKind, Relation, Side, Sides, Span, Strength
from rewritediff.gui.copied import copied_of
from rewritediff.gui.finding_places import place_of
from rewritediff.gui.flowing import articles_of, flowed
from rewritediff.gui.pair import pair_of
from rewritediff.gui.row_kinds import CHANGES, kinds_of
from rewritediff.gui.row_sheet import Options
from rewritediff.gui.row_ticks import passing
from rewritediff.gui.row_words import spoken
from rewritediff.gui.rows import Presentation, present

CHECK, LOOK, NOTE = Strength.CHECK, Strength.LOOK, Strength.NOTE
ORIGINAL = [["China is strong.", "It rains."], ["China pays 30 coins.", "Nobody knew."]]
REWRITE = [["Russia is strong.", "It rains."], ["Russia pays 36 coins.", "A spy said it.", "Nobody really knew."]]
PASSAGES = [
    ((0,), (0,), Relation.EDITED),
    ((1,), (1,), Relation.SAME),
    ((2,), (2, 4), Relation.PARAPHRASED),
    ((), (3,), Relation.INSERTED),
    ((3,), (), Relation.OMITTED),
]


def spans(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(word), text.index(word) + len(word)) for word in words)


@pytest.fixture
def compared(make: Callable[..., Comparison]) -> Comparison:
    bare = make(ORIGINAL, REWRITE, PASSAGES)
    original, rewrite = bare.texts

    def finding(passage: int, strength: Strength, here: tuple[str, ...], there: tuple[str, ...]) -> Finding:
        both = Sides(spans(original, *here), spans(rewrite, *there))
        return Finding(FindingKind.NAME, "name-changed", strength, (passage,), both, Sides(here, there))

    found = (
        finding(0, CHECK, ("China",), ("Russia",)),
        finding(3, CHECK, (), ("A spy said it.",)),
        finding(2, LOOK, ("30",), ("36", "really")),
        finding(2, NOTE, ("coins",), ()),
    )
    return replace(bare, findings=found)


def waves(shown: Presentation, row: int, side: Side) -> list[tuple[str, int, bool]]:
    found = shown.content(row).sides[side]
    return [(found.text.text[wave.start : wave.end], wave.finding, wave.drawn) for wave in found.waves]


def test_words_are_marked_on_both_sides_and_in_further_rows(compared: Comparison) -> None:
    shown = present(compared)
    rows = {row: waves(shown, row, Side.REWRITE) for row in range(len(shown.rows)) if waves(shown, row, Side.REWRITE)}
    begins = shown.row_of(2)
    assert rows == {
        shown.row_of(0): [("Russia", 0, True)],
        begins: [("36", 2, True)],
        shown.row_of(3): [("A spy said it.", 1, False)],
        shown.other_end(begins or 0): [("really", 2, True)],
    }
    assert waves(shown, begins or 0, Side.ORIGINAL) == [("30", 2, True), ("coins", 3, False)]


def test_flowing_text_marks_the_same_words(compared: Comparison) -> None:
    shown = present(compared)
    articles = articles_of(compared, shown.sheet.rows)
    block = flowed(shown, articles.rewrite, Side.REWRITE, 1).shown
    found = [(block.text.text[wave.start : wave.end], wave.finding) for wave in block.waves]
    assert sorted(found) == [("36", 2), ("A spy said it.", 1), ("really", 2)]


def test_the_copied_view_marks_none(compared: Comparison) -> None:
    shown = present(compared, Options(copied=copied_of(compared, present(compared).rows, 3)))
    assert not any(waves(shown, row, side) for row in range(len(shown.rows)) for side in Side)
    assert not len(shown.ticks(Side.REWRITE))
    assert "check" not in spoken(shown, shown.row_of(0) or 0, Side.ORIGINAL)


def test_a_row_says_what_was_found_in_it(compared: Comparison) -> None:
    said = spoken(present(compared), 0, Side.ORIGINAL)
    assert said.startswith("Lightly reworded, 1 thing to check. To check: Names differ: original has China, rewrite has Russia. Original: ")
    assert "coins" not in spoken(present(compared), 2, Side.REWRITE).split("Rewrite: ")[0].replace("30", "")


def test_filters_know_what_is_to_be_checked(compared: Comparison) -> None:
    assert kinds_of(compared, 0) == {"edited", "check"}
    assert kinds_of(compared, 3) == {"inserted", "check"}
    assert "look" in kinds_of(compared, 2)
    assert not {"check", "look"} & CHANGES
    assert [row.passage for row in present(compared, Options(frozenset({"check"}))).rows] == [0, 3]


def test_the_overview_has_a_tick_where_the_words_stand(compared: Comparison) -> None:
    shown = present(compared)
    rewrite = shown.ticks(Side.REWRITE)
    assert [int(at) for at in rewrite[:, 0]] == [shown.row_of(0), shown.row_of(2), shown.row_of(3), shown.other_end(shown.row_of(2) or 0)]
    assert rewrite[:, 1].tolist() == [1, 0, 1, 0]
    assert 0 < rewrite[1, 0] % 1 < 1
    assert shown.ticks(Side.ORIGINAL)[:, 1].tolist() == [1, 0]
    filtered = present(compared, Options(frozenset({"inserted"})))
    assert filtered.ticks(Side.REWRITE).tolist() == [[0, 1]]


def test_ticks_of_rows_that_a_filter_hides_are_left_out() -> None:
    ticks = np.array([[0.5, 1], [2.25, 0], [7.0, 1]])
    assert passing(ticks, np.array([2, 5, 7])).tolist() == [[0.25, 0], [2.0, 1]]
    assert not len(passing(ticks, np.array([1, 3])))
    assert not len(passing(ticks, np.array([], dtype=np.int64)))


@pytest.mark.parametrize(("number", "passage", "side", "word"), [(0, 0, Side.REWRITE, "Russia"), (3, 2, Side.ORIGINAL, "coins")])
def test_a_finding_is_looked_at_where_its_words_are(compared: Comparison, number: int, passage: int, side: Side, word: str) -> None:
    place = place_of(present(compared), number)
    assert place is not None
    assert (place.row, place.side) == (present(compared).row_of(passage), side)
    assert place.span.of(compared.texts[side]) == word


def test_a_finding_that_a_filter_hides_has_no_place(compared: Comparison) -> None:
    shown = present(compared, Options(frozenset({"omitted"})))
    assert place_of(shown, 0) is None
    assert place_of(shown, 99) is None


def test_the_pair_pane_lists_what_was_found(compared: Comparison) -> None:
    pair = pair_of(present(compared), 2, Options())
    assert [(finding.number, finding.label) for finding in pair.findings] == [(2, "To look at"), (3, "To know")]
    assert pair.findings[0].sentence == "Names differ: original has 30, rewrite has 36 and really"
    assert not pair.advice


def test_what_only_a_reader_can_judge_is_said(compared: Comparison) -> None:
    passage = replace(compared.passages[2], similarity=0.2)
    passages = (*compared.passages[:2], passage, *compared.passages[3:])
    strong = replace(compared, passages=passages)
    assert 2 not in present(strong).sheet.unread  # something was found there
    bare = replace(strong, findings=strong.findings[3:])
    assert present(bare).sheet.unread == {2}
    shown = present(bare)
    assert pair_of(shown, 2, Options()).advice.startswith("Read this one yourself")
    assert [row for row in range(len(shown.rows)) if shown.content(row).sides.rewrite.unread] == [shown.row_of(2)]
    articles = articles_of(bare, shown.sheet.rows)
    assert flowed(shown, articles.rewrite, Side.REWRITE, 1).shown.unread == (0,)
    assert "Read yourself." in spoken(shown, shown.row_of(2) or 0, Side.REWRITE)


def test_findings_are_asked_for_by_passage(compared: Comparison) -> None:
    assert [compared.findings_of(number) for number in range(5)] == [(0,), (), (2, 3), (1,), ()]
    assert replace(compared, findings=()).findings_of(0) == ()


def test_a_long_stretch_has_a_wave_under_its_first_words(make: Callable[..., Comparison]) -> None:
    quoted = "one two three four five six seven eight nine ten eleven twelve thirteen"
    bare = make([[f"He said {quoted} today."]], [[f"He said {quoted} now."]], [((0,), (0,), Relation.EDITED)])
    found = Finding(FindingKind.QUOTATION, "quotation-new", LOOK, (0,), Sides((), spans(bare.texts.rewrite, quoted)), Sides((), (quoted,)))
    shown = present(replace(bare, findings=(found,)))
    assert waves(shown, 0, Side.REWRITE) == [("one two three four", 0, True), (quoted, 0, False)]
