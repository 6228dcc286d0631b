"""Laws of the window's State: whatever is done, in whatever order, no loaded side is lost."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core.values import Article, Side
from rewritediff.gui import comparing, lines, reading, results, undoing
from rewritediff.gui import gestures as g
from rewritediff.gui.announcements import announced
from rewritediff.gui.choices import ZOOMS, Layout, Tab, ThemeChoice, Typeface
from rewritediff.gui.rereading import before_and_after, blocks_left_out, read_again, reloaded
from rewritediff.gui.shown import status, window_title
from rewritediff.gui.sources import Empty, Loaded, Loading, Pasted, loaded, settled
from rewritediff.gui.state import Page, State, page
from rewritediff.gui.undoing import UNDO_STEPS
from rewritediff.gui.work import Done, NotCompared, Running
from rewritediff.loaders import Options as LoadOptions
from rewritediff.wording import Filter
from tests.gui.states import A, B, C, done, kinds, read


def test_nothing_stands_at_first() -> None:
    assert kinds(State()) == (Empty, Empty)
    assert page(State()) is Page.START


def gestures() -> st.SearchStrategy[Callable[[State], State]]:
    """Give anything that a person or a job can do, sensible or not."""
    side, ticket, flag = st.sampled_from(Side), st.integers(0, 12), st.booleans()
    source = st.sampled_from([A, B, C, Pasted("Some words."), Pasted("")])
    paths = st.lists(st.sampled_from(["/a", "/b", "/c"]), max_size=3)
    plain = [
        *(comparing.compared_again, g.cancelled, g.swapped, g.cleared, undoing.undone, undoing.redone, reading.filter_cleared, g.escaped),
        *(reading.keys_toggled, lines.last_left, g.sample_opened),
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


def test_no_decision_needs_qt() -> None:
    names = ["gestures", "results", "undoing", "reading", "shown", "changes", "pair", "flowing", "announcements", "invisible"]
    names += ["doing", "row_words"]
    modules = ", ".join(f"rewritediff.gui.{name}" for name in names)
    code = f"import sys, {modules}; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
