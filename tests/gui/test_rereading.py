"""Reading a document in another way: what is read, what stays where it was, what an undo brings back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rewritediff.core.values import Article, Block, Notice, Role, Side, Sides
from rewritediff.engine import compare
from rewritediff.gui import comparing, folding, reading, results, undoing, words
from rewritediff.gui import gestures as g
from rewritediff.gui.choices import Layout
from rewritediff.gui.finding import find_opened, hits
from rewritediff.gui.keeping import row_again
from rewritediff.gui.messages import Tone
from rewritediff.gui.rereading import before_and_after, blocks_left_out, read_again, reloaded
from rewritediff.gui.rows import present
from rewritediff.gui.shown import layout, options
from rewritediff.gui.sources import File, Loaded, Loading, Pasted, Source
from rewritediff.gui.state import Page, State, page
from rewritediff.gui.work import Done, Running
from rewritediff.loaders.options import Options, Tracked
from rewritediff.loaders.parts import Part
from rewritediff.loaders.reading import Stored
from rewritediff.wording import Filter, answer

ORIGINAL, REWRITE = Side.ORIGINAL, Side.REWRITE
LATIN = Options(encoding="cp1252")
A = (
    "Harbour news",
    "The council met on Monday.",
    "A wall of steel was agreed upon.",
    "The old lighthouse goes in spring.",
    "Fish is dear.",
)
B = ("Harbour news", "The council met on Monday.", "A wall of steel was agreed.", "Fish is dear.", "Nobody spoke against the plan at all.")


def article(blocks: tuple[str, ...], name: str) -> Article:
    return Article(tuple(Block(Role.TITLE if k == 0 else Role.BODY, text) for k, text in enumerate(blocks)), blocks[0], name)


def stood(blocks: tuple[str, ...], source: Source, how: Options | None = None) -> Loaded:
    words = sum(len(block.split()) for block in blocks)
    return Loaded(source, article(blocks, source.name), words, "", how or Options(), Stored(b"bytes", None, source.name))


def finished(state: State) -> State:
    """Let the comparing end that a State asks for."""
    assert isinstance(state.work, Running)
    texts = [slot.article for slot in state.sides if isinstance(slot, Loaded)]
    found = compare(*texts)
    return results.compare_done(state, state.work.ticket, Done(present(found), answer(found)))


def compared(a: tuple[str, ...] = A, b: tuple[str, ...] = B) -> State:
    both = replace(State(), sides=Sides(stood(a, File("/t/a.txt")), stood(b, File("/t/b.txt"))))
    return finished(comparing.compared_again(both))


def read(state: State, side: Side, blocks: tuple[str, ...]) -> State:
    """Let the reading of a side end with these blocks."""
    slot = state.sides[side]
    assert isinstance(slot, Loading)
    return results.load_done(state, slot.ticket, stood(blocks, slot.source, slot.options))


def words_of(state: State) -> str:
    assert state.comparison is not None
    assert state.selected is not None
    passage = state.comparison.passages[state.selected]
    side = ORIGINAL if passage.original else REWRITE
    return state.comparison.documents[side].quote(passage.sentences(side)[0])


def passage_with(state: State, text: str) -> int:
    assert state.comparison is not None
    documents = state.comparison.documents
    return next(
        number
        for number, passage in enumerate(state.comparison.passages)
        if any(text in documents[side].quote(each) for side in Side for each in passage.sentences(side))
    )


def test_what_is_stored_is_read_in_another_way_and_the_page_stays() -> None:
    asked = read_again(compared(), ORIGINAL, LATIN)
    slot = asked.sides.original
    assert isinstance(slot, Loading)
    assert (slot.options, slot.stored, slot.keeps) == (LATIN, Stored(b"bytes", None, "a.txt"), True)
    after = read(asked, ORIGINAL, A)
    assert (page(asked), page(after)) == (Page.COMPARISON, Page.COMPARISON)


def test_the_page_stays_also_where_comparing_again_takes_long() -> None:
    after = read(read_again(compared(), ORIGINAL, LATIN), ORIGINAL, A)
    assert page(results.compare_announced(after, after.ticket)) is Page.COMPARISON
    other = read(g.opened(compared(), ORIGINAL, File("/t/c.txt")), ORIGINAL, A)
    assert page(results.compare_announced(other, other.ticket)) is Page.START


NOTHING_TO_DO: dict[str, Callable[[State], State]] = {
    "the same way": lambda state: read_again(state, ORIGINAL, Options()),
    "an empty side": lambda _: read_again(State(), ORIGINAL, LATIN),
    "a pasted text is nowhere else": lambda state: reloaded(
        replace(state, sides=state.sides.replace(ORIGINAL, stood(A, Pasted("x")))), ORIGINAL
    ),
    "the same blocks": lambda state: blocks_left_out(state, ORIGINAL, ()),
    "an empty side has no blocks": lambda _: blocks_left_out(State(), ORIGINAL, {1}),
}


@pytest.mark.parametrize("gesture", NOTHING_TO_DO.values(), ids=NOTHING_TO_DO)
def test_nothing_is_read_where_nothing_would_change(gesture: Callable[[State], State]) -> None:
    after = gesture(compared())
    assert not any(isinstance(slot, Loading) for slot in after.sides)
    assert not isinstance(after.work, Running)


def test_the_source_itself_is_read_anew_in_the_same_way() -> None:
    state = finished(read(read_again(compared(), REWRITE, LATIN), REWRITE, B))
    slot = reloaded(state, REWRITE).sides.rewrite
    assert isinstance(slot, Loading)
    assert (slot.options, slot.stored, slot.keeps) == (LATIN, None, True)


def test_the_selected_passage_the_filter_and_finding_stay() -> None:
    before = compared()
    chosen = reading.filter_toggled(before, Filter.DROPPED)
    chosen = reading.passage_selected(find_opened(chosen, 0, "lighthouse"), passage_with(before, "lighthouse"))
    after = finished(read(read_again(chosen, ORIGINAL, LATIN), ORIGINAL, (A[0], "One more line that came in.", *A[1:])))
    assert words_of(after) == "The old lighthouse goes in spring."
    assert after.filter == frozenset({Filter.DROPPED})
    assert after.find.shown
    assert after.find.hit == 0
    assert len(hits(after)) == 1


def test_where_the_selected_sentence_is_gone_its_neighbour_is_selected() -> None:
    before = compared()
    chosen = reading.passage_selected(before, passage_with(before, "lighthouse"))
    after = finished(read(read_again(chosen, ORIGINAL, LATIN), ORIGINAL, A[:3] + A[4:]))
    assert words_of(after) == "Fish is dear."


def test_where_every_letter_is_another_the_same_share_of_the_text_is_selected() -> None:
    before = compared()
    chosen = reading.passage_selected(before, passage_with(before, "lighthouse"))
    turned = tuple(text.translate(str.maketrans("abcdefghilmnorstu", "авсдефгнилмнорсту")).replace("a", "а") for text in A)
    after = finished(read(read_again(chosen, ORIGINAL, LATIN), ORIGINAL, turned))
    assert words_of(after) == turned[3]


LONG = tuple(f"Sentence number {number} of the harbour report stands here." for number in range(40))


def test_open_folds_stay_open() -> None:
    before = compared(("Title", *LONG), ("Title", *LONG))
    opened = folding.folds_toggled(before)
    after = finished(read(read_again(opened, ORIGINAL, LATIN), ORIGINAL, ("Title", "New here.", *LONG)))
    assert opened.opened
    assert after.opened == folding.folds_of(after).keys


def test_what_stood_at_the_reading_line_is_found_again() -> None:
    before = compared(("Title", *LONG), ("Title", *LONG))
    after = finished(read(read_again(before, ORIGINAL, LATIN), ORIGINAL, ("Title", "New here.", *LONG)))
    first, second = (present(state.comparison, replace(options(state), opened=None)) for state in (before, after) if state.comparison)
    for row in (0, 7, 40):
        found = row_again(first, row, second)
        assert found is not None
        assert second.content(found).sides.rewrite.text.text == first.content(row).sides.rewrite.text.text


def test_an_undo_brings_the_earlier_reading_back_with_its_place() -> None:
    before = compared()
    chosen = reading.passage_selected(before, passage_with(before, "lighthouse"))
    after = finished(read(read_again(chosen, ORIGINAL, LATIN), ORIGINAL, (*A, "More.")))
    back = undoing.undone(reading.filter_toggled(after, Filter.DROPPED))
    assert back.comparison is before.comparison
    assert isinstance(back.sides.original, Loaded)
    assert back.sides.original.options == Options()
    assert back.selected == chosen.selected
    assert back.filter == frozenset({Filter.DROPPED})
    assert undoing.redone(back).comparison is after.comparison


def test_another_document_keeps_nothing() -> None:
    before = reading.passage_selected(compared(), 1)
    after = g.opened(before, ORIGINAL, File("/t/c.txt"))
    after = finished(read(after, ORIGINAL, A))
    assert (after.selected, after.continues) == (None, None)


def test_where_reading_again_fails_all_stays_and_it_is_said_why() -> None:
    before = reading.passage_selected(compared(), 2)
    asked = read_again(before, ORIGINAL, Options(encoding="ascii"))
    slot = asked.sides.original
    assert isinstance(slot, Loading)
    after = results.load_failed(asked, slot.ticket, "It is not written in ascii.")
    assert (after.sides, after.work, after.selected) == (before.sides, before.work, before.selected)
    assert after.message is not None
    assert after.message.tone is Tone.PROBLEM


def test_both_sides_are_read_again_at_once_and_the_page_stays() -> None:
    asked = reloaded(reloaded(reading.passage_selected(compared(), 2), ORIGINAL), REWRITE)
    one = read(asked, ORIGINAL, A)
    assert (page(asked), page(one)) == (Page.COMPARISON, Page.COMPARISON)
    both = finished(read(one, REWRITE, B))
    assert both.selected == 2
    assert undoing.undone(undoing.undone(both)).past == ()


def test_a_failed_second_side_lets_the_first_be_compared() -> None:
    one = read(reloaded(reloaded(compared(), ORIGINAL), REWRITE), ORIGINAL, A)
    slot = one.sides.rewrite
    assert isinstance(slot, Loading)
    assert isinstance(finished(results.load_failed(one, slot.ticket, "Gone.")).work, Done)


def test_another_way_asked_for_while_reading_takes_the_place_of_the_first() -> None:
    twice = read_again(read_again(compared(), ORIGINAL, LATIN), ORIGINAL, Options(encoding="cp1250"))
    slot = twice.sides.original
    assert isinstance(slot, Loading)
    assert slot.options.encoding == "cp1250"
    assert isinstance(slot.before, Loaded)


def test_blocks_left_out_are_not_compared_and_a_notice_says_so() -> None:
    after = finished(blocks_left_out(compared(), ORIGINAL, {0, 3}))
    side = after.sides.original
    assert isinstance(side, Loaded)
    assert [block.text for block in side.article.blocks] == [A[1], A[2], A[4]]
    assert (side.article.title, side.words) == ("", 15)
    assert side.read is not None
    assert len(side.read.blocks) == 5
    assert Notice("left-out", (("what", Part.CHOSEN.value), ("count", 2))) in side.article.notices
    assert after.comparison is not None
    assert "lighthouse" not in after.comparison.documents.original.text


def test_left_out_blocks_come_back() -> None:
    first = compared()
    after = finished(blocks_left_out(finished(blocks_left_out(first, ORIGINAL, {3})), ORIGINAL, ()))
    assert after.sides == first.sides


def test_something_must_be_left_to_compare() -> None:
    before = compared()
    after = blocks_left_out(before, ORIGINAL, range(5))
    assert after.work is before.work
    assert after.message is not None
    assert after.message.tone is Tone.PROBLEM


def test_what_was_left_out_by_hand_stays_out_when_read_again() -> None:
    left = finished(blocks_left_out(compared(), ORIGINAL, {3}))
    after = read(read_again(left, ORIGINAL, LATIN), ORIGINAL, (A[0], "One more line.", *A[1:])).sides.original
    assert isinstance(after, Loaded)
    assert after.without == {4}


def test_a_document_is_compared_with_itself_before_its_changes() -> None:
    before = compared()
    asked = before_and_after(before, REWRITE)
    slot, other = asked.sides
    assert isinstance(slot, Loading)
    assert isinstance(other, Loaded)
    assert (slot.options.tracked, other.options.tracked) == (Tracked.BEFORE, Tracked.ACCEPTED)
    both = finished(read(asked, ORIGINAL, (*B[:-1], "Before.")))
    assert [slot.source for slot in both.sides if isinstance(slot, Loaded)] == [File("/t/b.txt")] * 2
    assert undoing.undone(both).sides == before.sides


def test_the_comparison_stays_on_screen_until_before_and_after_are_compared() -> None:
    asked = before_and_after(compared(), REWRITE)
    assert page(asked) is Page.COMPARISON
    assert page(results.load_announced(asked, asked.ticket)) is Page.COMPARISON
    both = read(asked, ORIGINAL, (*B[:-1], "Before."))
    assert isinstance(both.work, Running)
    assert page(results.compare_announced(both, both.work.ticket)) is Page.COMPARISON
    assert len(both.past) == 1
    assert page(finished(both)) is Page.COMPARISON


def test_the_layout_stays_as_long_as_the_comparison_stays() -> None:
    flowing = compared(A, B[:1])
    assert layout(flowing) is layout(before_and_after(flowing, REWRITE)) is Layout.READING


STOPS: dict[str, Callable[[State], State]] = {
    "read again": lambda state: read(read_again(state, ORIGINAL, LATIN), ORIGINAL, A[1:]),
    "before and after, reading": lambda state: before_and_after(state, REWRITE),
    "before and after, comparing": lambda state: read(before_and_after(state, REWRITE), ORIGINAL, B[1:]),
}


@pytest.mark.parametrize("begun", STOPS.values(), ids=STOPS)
def test_stopping_what_would_take_its_place_keeps_the_comparison(begun: Callable[[State], State]) -> None:
    before = replace(compared(), selected=1)
    stopped = g.escaped(begun(before))
    assert (stopped.sides, stopped.work, stopped.selected, stopped.past) == (before.sides, before.work, 1, before.past)
    assert stopped.message is not None
    assert stopped.message.text == words.STOPPED


def test_a_version_that_cannot_be_read_leaves_the_comparison() -> None:
    before = compared()
    asked = before_and_after(before, REWRITE)
    failed = results.load_failed(asked, asked.ticket, "Too late.")
    assert (failed.sides, failed.work) == (before.sides, before.work)
    assert failed.message is not None
    assert failed.message.tone is Tone.PROBLEM
