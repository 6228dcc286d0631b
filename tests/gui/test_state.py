"""What the window decides, without the window: gestures in, States out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core.values import Article, Block, Coverage, Role, Side, Sides
from rewritediff.engine import compare
from rewritediff.gui import comparing, reading, results, undoing, words
from rewritediff.gui import gestures as g
from rewritediff.gui.announcements import announced
from rewritediff.gui.choices import ZOOMS, Layout, Tab, ThemeChoice, Typeface
from rewritediff.gui.messages import Offer, Tone
from rewritediff.gui.rereading import before_and_after, blocks_left_out, read_again, reloaded
from rewritediff.gui.rows import present
from rewritediff.gui.shown import answer_shown, coverage_tip, drop_hints, file_of, layout, options, status, window_title
from rewritediff.gui.sources import Empty, Failed, File, Loaded, Loading, Pasted, loaded, name, settled
from rewritediff.gui.state import Page, State, page
from rewritediff.gui.undoing import UNDO_STEPS
from rewritediff.gui.work import Broken, Done, NotCompared, Running, Stopped
from rewritediff.loaders import Options as LoadOptions
from rewritediff.wording import Filter, answer

A, B, C = File("/texts/a.txt"), File("/texts/b.txt"), File("/texts/c.txt")
ORIGINAL, REWRITE = Side.ORIGINAL, Side.REWRITE


def article(text: str) -> Article:
    return Article((Block(Role.BODY, text),), origin=text[:1])


def found(source: File | Pasted) -> Loaded:
    return Loaded(source, article(f"{source.name or 'Pasted'} has one sentence."), 4, getattr(source, "path", ""))


@cache
def done() -> Done:
    comparison = compare("The cat sat. It rained all day.", "The cat sat. A dog barked at noon.")
    return Done(present(comparison), answer(comparison))


def read(state: State, side: Side, ok: bool = True) -> State:
    """Let the reading of a side end."""
    slot = state.sides[side]
    assert isinstance(slot, Loading)
    return (
        results.load_done(state, slot.ticket, found(slot.source))
        if ok
        else results.load_failed(state, slot.ticket, f"Cannot open {slot.source}")
    )


def compared(state: State | None = None) -> State:
    """Bring two files to a finished comparison."""
    both = read(read(g.opened_pair(state or State(), A, B), ORIGINAL), REWRITE)
    assert isinstance(both.work, Running)
    return results.compare_done(both, both.work.ticket, done())


def kinds(state: State) -> tuple[type, type]:
    return type(state.sides.original), type(state.sides.rewrite)


def test_nothing_stands_at_first() -> None:
    assert kinds(State()) == (Empty, Empty)
    assert page(State()) is Page.START


def test_comparing_starts_by_itself_when_both_sides_stand() -> None:
    one = read(g.opened(State(), ORIGINAL, A), ORIGINAL)
    assert isinstance(one.work, NotCompared)
    assert isinstance(read(g.opened(one, REWRITE, B), REWRITE).work, Running)


def test_the_order_in_which_sides_are_read_does_not_matter() -> None:
    both = read(read(g.opened_pair(State(), A, B), REWRITE), ORIGINAL)
    assert isinstance(both.work, Running)
    assert [name(slot) for slot in both.sides] == ["a.txt", "b.txt"]


def test_a_failed_side_leaves_the_other_and_says_why() -> None:
    state = read(read(g.opened_pair(State(), A, B), ORIGINAL), REWRITE, ok=False)
    assert kinds(state) == (Loaded, Failed)
    assert isinstance(state.work, NotCompared)


def test_a_failed_replacement_leaves_what_stood_there() -> None:
    state = read(g.opened(compared(), REWRITE, C), REWRITE, ok=False)
    assert isinstance(state.work, Done)
    assert name(state.sides.rewrite) == "b.txt"
    assert state.message is not None
    assert state.message.tone is Tone.PROBLEM


DROPS = {
    "one file fills the half under the cursor": (["/c"], "", REWRITE, (Empty, Loading)),
    "one file elsewhere fills the first empty side": (["/c"], "", None, (Loading, Empty)),
    "two files fill both sides": (["/c", "/d"], "", REWRITE, (Loading, Loading)),
    "a text fills the half under the cursor": ([], "A text.", ORIGINAL, (Loading, Empty)),
    "more than two files fill nothing": (["/c", "/d", "/e"], "", ORIGINAL, (Empty, Empty)),
    "nothing fills nothing": ([], "  ", ORIGINAL, (Empty, Empty)),
}


@pytest.mark.parametrize(("paths", "text", "under", "wanted"), DROPS.values(), ids=DROPS)
def test_dropping(paths: list[str], text: str, under: Side | None, wanted: tuple[type, type]) -> None:
    state = g.dropped(State(), paths, text, under)
    assert kinds(state) == wanted
    assert (state.message is not None) == (wanted == (Empty, Empty))


def test_a_drop_on_a_finished_comparison_replaces_that_side_and_compares_again() -> None:
    state = g.dropped(compared(), ["/texts/c.txt"], "", REWRITE)
    assert isinstance(state.work, Done)
    after = read(state, REWRITE)
    assert [name(slot) for slot in after.sides] == ["a.txt", "c.txt"]
    assert isinstance(after.work, Running)
    assert after.message is not None
    assert after.message.offers == (Offer.UNDO,)


def test_what_is_quick_does_not_flicker() -> None:
    state = read(g.dropped(compared(), ["/texts/c.txt"], "", REWRITE), REWRITE)
    assert isinstance(state.work, Running)
    assert page(state) is Page.COMPARISON
    assert page(results.compare_announced(state, state.work.ticket)) is Page.START


def test_stale_results_change_nothing() -> None:
    state = compared()
    again = g.swapped(state)
    assert isinstance(again.work, Running)
    old = again.work.ticket - 1
    for stale in (
        results.compare_done(again, old, done()),
        results.compare_failed(again, old, "why"),
        results.compare_progressed(again, old, "words", 0.5),
        results.compare_announced(again, old),
        results.load_done(again, old, found(C)),
        results.load_failed(again, old, "why"),
    ):
        assert stale is again


def test_a_reading_finds_its_side_after_a_swap() -> None:
    state = g.swapped(g.opened(State(), ORIGINAL, A))
    assert kinds(read(state, REWRITE)) == (Empty, Loaded)


def test_swapping_compares_again() -> None:
    state = g.swapped(compared())
    assert [name(slot) for slot in state.sides] == ["b.txt", "a.txt"]
    assert isinstance(state.work, Running)


def test_swapping_can_be_undone() -> None:
    state = undoing.undone(g.swapped(compared()))
    assert [name(slot) for slot in state.sides] == ["a.txt", "b.txt"]
    assert isinstance(state.work, Done)


def test_cancelling_keeps_both_sides_and_offers_to_compare() -> None:
    state = g.cancelled(g.swapped(compared()))
    assert kinds(state) == (Loaded, Loaded)
    assert isinstance(state.work, Stopped)
    assert isinstance(comparing.compared_again(state).work, Running)


def test_cancelling_a_replacement_leaves_the_comparison() -> None:
    state = g.cancelled(g.opened(compared(), REWRITE, C))
    assert isinstance(state.work, Done)
    assert name(state.sides.rewrite) == "b.txt"


def test_comparing_that_breaks_keeps_both_sides() -> None:
    running = g.swapped(compared())
    assert isinstance(running.work, Running)
    state = results.compare_failed(running, running.work.ticket, "ValueError")
    assert isinstance(state.work, Broken)
    assert kinds(state) == (Loaded, Loaded)


def test_clearing_can_be_undone_without_comparing_again() -> None:
    state = compared()
    empty = g.cleared(state)
    assert kinds(empty) == (Empty, Empty)
    back = undoing.undone(empty)
    assert back.work is state.work
    assert kinds(undoing.redone(back)) == (Empty, Empty)


def test_replacing_can_be_undone() -> None:
    state = read(g.opened(compared(), REWRITE, C), REWRITE)
    back = undoing.undone(state)
    assert name(back.sides.rewrite) == "b.txt"
    assert isinstance(back.work, Done)


def test_a_new_pair_can_be_undone() -> None:
    assert isinstance(undoing.undone(g.opened_pair(compared(), C, C)).work, Done)


ESCAPES: dict[str, tuple[Callable[[], State], Callable[[State], bool]]] = {
    "the key map": (lambda: reading.keys_toggled(compared()), lambda s: not s.keys_shown),
    "a running comparison": (lambda: g.swapped(compared()), lambda s: isinstance(s.work, Stopped)),
    "a reading": (lambda: g.opened(State(), ORIGINAL, A), lambda s: kinds(s) == (Empty, Empty)),
    "a filter": (lambda: reading.filter_toggled(compared(), Filter.NEW), lambda s: not s.filter),
    "a message": (lambda: reading.said(State(), "Something", problem=True), lambda s: s.message is None),
}


@pytest.mark.parametrize(("before", "left"), ESCAPES.values(), ids=ESCAPES)
def test_escape_leaves(before: Callable[[], State], left: Callable[[State], bool]) -> None:
    assert not left(before())
    assert left(g.escaped(before()))


def test_filters_add_up_and_toggle() -> None:
    state = reading.filter_toggled(reading.filter_toggled(compared(), Filter.NEW), Filter.DROPPED)
    shown = options(state).shown
    assert shown is not None
    assert {"inserted", "omitted"} <= shown
    assert options(reading.filter_toggled(reading.filter_toggled(state, Filter.NEW), Filter.DROPPED)).shown is None


def test_every_part_of_an_answer_can_be_shown() -> None:
    for key in Filter:
        assert options(reading.filter_toggled(State(), key)) is not None


def test_zoom_steps_and_stays_in_bounds() -> None:
    state = State()
    for _ in range(40):
        state = reading.zoom_stepped(state, 1)
    assert state.zoom == ZOOMS[-1]
    assert reading.zoom_stepped(state, 0).zoom == 100
    assert reading.zoomed(state, 1).zoom == ZOOMS[0]


def test_only_passages_of_the_comparison_can_be_selected() -> None:
    assert reading.passage_selected(compared(), 0).selected == 0
    assert reading.passage_selected(compared(), 99).selected is None
    assert reading.passage_selected(State(), 0).selected is None


def test_a_step_beyond_the_last_change_says_so() -> None:
    state = reading.stepped(compared(), None, 1)
    assert state.message is not None
    assert reading.passage_selected(state, 1).message is None


def test_compared_files_are_remembered_newest_first_and_the_sample_is_not() -> None:
    state = compared()
    assert state.recent == ((A.path, B.path),)
    assert compared(replace(State(), sample=(A.path, B.path))).recent == ()
    assert [name(slot) for slot in g.recent_opened(replace(State(), recent=state.recent), 0).sides] == ["a.txt", "b.txt"]


def test_the_same_file_on_both_sides_is_compared_with_a_notice() -> None:
    both = read(read(g.opened_pair(State(), A, A), ORIGINAL), REWRITE)
    assert isinstance(both.work, Running)
    assert "same file" in status(both)[0]


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


def gestures() -> st.SearchStrategy[Callable[[State], State]]:
    """Give anything that a person or a job can do, sensible or not."""
    side, ticket, flag = st.sampled_from(Side), st.integers(0, 12), st.booleans()
    source = st.sampled_from([A, B, C, Pasted("Some words."), Pasted("")])
    paths = st.lists(st.sampled_from(["/a", "/b", "/c"]), max_size=3)
    plain = [
        *(comparing.compared_again, g.cancelled, g.swapped, g.cleared, undoing.undone, undoing.redone, reading.filter_cleared, g.escaped),
        *(reading.keys_toggled, reading.message_dismissed, g.sample_opened),
    ]
    return st.one_of(
        st.sampled_from(plain),
        st.builds(lambda s, f: lambda x: g.opened(x, s, f), side, source),
        st.builds(lambda a, b: lambda x: g.opened_pair(x, a, b), source, source),
        st.builds(lambda p, t, s: lambda x: g.dropped(x, p, t, s), paths, st.sampled_from(["", "words"]), st.none() | side),
        st.builds(lambda s, t: lambda x: g.written(x, s, t), side, st.sampled_from(["", "words"])),
        st.builds(lambda s: lambda x: g.side_cleared(x, s), side),
        st.builds(lambda s: lambda x: g.writing_begun(x, s), side),
        st.builds(lambda s: lambda x: g.writing_ended(x, s), side),
        st.builds(lambda s, ok: lambda x: _ended(x, s, ok), side, flag),
        st.builds(lambda t: lambda x: results.compare_done(x, t, done()), ticket),
        st.builds(lambda t: lambda x: results.compare_failed(x, t, "why"), ticket),
        st.builds(lambda t: lambda x: results.compare_progressed(x, t, "words", 7.0), ticket),
        st.builds(lambda t: lambda x: results.compare_announced(x, t), ticket),
        st.builds(lambda k: lambda x: reading.filter_toggled(x, k), st.sampled_from(Filter)),
        st.builds(lambda p: lambda x: reading.passage_selected(x, p), st.none() | st.integers(-2, 5)),
        st.builds(lambda p, d: lambda x: reading.stepped(x, p, d), st.none() | st.integers(0, 5), st.sampled_from([-1, 1])),
        st.builds(lambda z: lambda x: reading.zoomed(x, z), st.floats(-10, 1e6)),
        st.builds(lambda d: lambda x: reading.zoom_stepped(x, d), st.sampled_from([-1, 0, 1])),
        st.builds(lambda c: lambda x: reading.theme_chosen(x, c), st.sampled_from(ThemeChoice)),
        st.builds(lambda t: lambda x: reading.tab_chosen(x, t), st.sampled_from(Tab)),
        st.builds(lambda t: lambda x: reading.typeface_chosen(x, t), st.sampled_from(Typeface)),
        st.builds(lambda p: lambda x: reading.passage_wanted(x, p), st.integers(-2, 5)),
        st.builds(lambda c: lambda x: reading.layout_chosen(x, c), st.sampled_from(Layout)),
        st.just(reading.layout_turned),
        st.builds(lambda n: lambda x: g.recent_opened(x, n), st.integers(-1, 3)),
        st.builds(lambda s, e: lambda x: read_again(x, s, LoadOptions(encoding=e)), side, st.sampled_from(["", "cp1252"])),
        st.builds(lambda s: lambda x: reloaded(x, s), side),
        st.builds(lambda s: lambda x: before_and_after(x, s), side),
        st.builds(lambda s, b: lambda x: blocks_left_out(x, s, b), side, st.frozensets(st.integers(-1, 2))),
    )


def _ended(state: State, side: Side, ok: bool) -> State:
    return read(state, side, ok) if isinstance(state.sides[side], Loading) else state


def reachable(state: State) -> list[Article]:
    """List the articles that stand, or that the newest undo or redo brings back."""
    kept = [slot for snapshot in (*state.past[-1:], *state.future[-1:]) for slot in snapshot.sides]
    return [slot.article for slot in (*map(settled, state.sides), *kept) if isinstance(slot, Loaded)]


@settings(max_examples=150, deadline=None)
@given(st.lists(gestures(), max_size=25))
def test_whatever_is_done_no_loaded_side_is_lost_and_nothing_breaks(done_in_turn: list[Callable[[State], State]]) -> None:
    state = State(sample=("/s/original", "/s/rewrite"))
    for gesture in done_in_turn:
        standing = [side.article for slot in state.sides if (side := loaded(slot))]
        before, state = state, gesture(state)
        assert isinstance(announced(before, state), str)
        assert state.selected is None or (state.comparison is not None and 0 <= state.selected < len(state.comparison.passages))
        assert all(text in reachable(state) for text in standing)
        assert ZOOMS[0] <= state.zoom <= ZOOMS[-1]
        assert page(state) in Page
        assert not isinstance(state.work, Running | Done) or all(map(loaded, state.sides))
        assert not (all(isinstance(slot, Loaded) for slot in state.sides) and isinstance(state.work, NotCompared))
        assert len(state.past) <= UNDO_STEPS
        assert all(isinstance(part, str) for part in (*status(state), window_title(state)))


LOOKS: dict[str, Callable[[State], State]] = {
    "zoom": lambda state: reading.zoomed(state, 130),
    "theme": lambda state: reading.theme_chosen(state, ThemeChoice.CONTRAST_DARK),
    "typeface": lambda state: reading.typeface_chosen(state, Typeface.SANS),
    "typography": lambda state: reading.typography_shown(state, True),
    "word marks": lambda state: reading.word_marks_shown(state, False),
    "tab": lambda state: reading.tab_chosen(state, Tab.CHANGES),
    "filter": lambda state: reading.filter_toggled(state, Filter.NEW),
    "keys": reading.keys_toggled,
    "message": reading.message_dismissed,
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_what_only_changes_the_look_leaves_the_selection(look: Callable[[State], State]) -> None:
    chosen = reading.passage_selected(compared(), 1)
    assert chosen.selected == 1
    assert look(chosen).selected == 1


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


def test_turning_the_layout_chooses_the_other_one() -> None:
    once = reading.layout_turned(compared())
    assert layout(once) is not layout(compared())
    assert layout(reading.layout_turned(once)) is layout(compared())


def test_no_decision_needs_qt() -> None:
    modules = ", ".join(
        f"rewritediff.gui.{name}" for name in ("gestures", "reading", "shown", "changes", "pair", "flowing", "announcements", "invisible")
    )
    code = f"import sys, {modules}; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
