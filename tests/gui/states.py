"""States for tests, made without the window: two files that stand, are read and compared."""

from __future__ import annotations

from functools import cache

from rewritediff.core.values import Article, Block, Role, Side
from rewritediff.engine import compare
from rewritediff.gui import gestures as g
from rewritediff.gui import results
from rewritediff.gui.rows import present
from rewritediff.gui.sources import File, Loaded, Loading, Pasted
from rewritediff.gui.state import State
from rewritediff.gui.work import Done, Running
from rewritediff.wording import answer

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
