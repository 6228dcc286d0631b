"""What a person does to find words in both texts: each function makes the next State and does nothing else."""

from __future__ import annotations

from dataclasses import replace

from rewritediff.core.values import Side
from rewritediff.gui import reading, words
from rewritediff.gui.find import NO_HITS, Hit, Hits
from rewritediff.gui.state import Find, State
from rewritediff.gui.work import Done


def hits(state: State) -> Hits:
    """Give all hits of what is looked for; none while nothing is looked for."""
    if not state.find.shown or not isinstance(state.work, Done):
        return NO_HITS
    return state.work.presentation.sheet.finder.hits(state.find.words)


def current_hit(state: State) -> Hit | None:
    """Give the hit that a person is at."""
    found, number = hits(state), state.find.hit
    return found.hit(number) if number is not None and number < len(found) else None


def found_words(state: State) -> str:
    """Count the hits of each side: "2 of 8 · 3 in the original, 5 in the rewrite"; nothing before anything is typed."""
    if not state.find.words.strip():
        return ""
    found = hits(state)
    if not len(found):
        return words.FOUND_NOTHING
    counts = words.FOUND.format(original=f"{found.count(Side.ORIGINAL):,}", rewrite=f"{found.count(Side.REWRITE):,}")
    if state.find.hit is None:
        return counts
    return f"{words.FOUND_AT.format(number=f'{state.find.hit + 1:,}', all=f'{len(found):,}')} · {counts}"


def find_opened(state: State, place: int, typed: str = "") -> State:
    """Begin to look for words from a row on, with what was chosen in the texts or what was looked for last."""
    opened = replace(state, find=Find(shown=True, words=typed or state.find.words, place=place))
    return _at(opened, hits(opened).first_from(place))


def find_typed(state: State, typed: str) -> State:
    """Look for other words, from the row where finding began."""
    looking = replace(state, find=replace(state.find, words=typed, hit=None))
    return _at(looking, hits(looking).first_from(looking.find.place))


def find_stepped(state: State, direction: int, place: int = 0) -> State:
    """Go to the next hit or the one before, beyond the last to the first; open the bar where it is closed."""
    if not state.find.shown:
        return find_opened(state, place)
    count, at = len(hits(state)), state.find.hit
    if not count:
        return state
    stepped = _at(state, 0 if at is None else (at + direction) % count)
    hit = current_hit(stepped)
    # words typed from now on are looked for from here
    return replace(stepped, find=replace(stepped.find, place=hit.place)) if hit else stepped


def find_closed(state: State) -> State:
    """Leave off looking; the place in the texts stays."""
    return replace(state, find=replace(state.find, shown=False, hit=None))


def find_anew(state: State) -> State:
    """Look for the same words in another comparison."""
    if not state.find.shown:
        return replace(state, find=replace(state.find, hit=None, place=0))
    looking = replace(state, find=replace(state.find, hit=None, place=0))
    return replace(looking, find=replace(looking.find, hit=hits(looking).first_from(0)))


def _at(state: State, number: int | None) -> State:
    """Go to a hit: its passage is selected, and a filter that hides it taken away."""
    looking = replace(state, find=replace(state.find, hit=number))
    hit = current_hit(looking)
    return reading.passage_wanted(looking, hit.passage) if hit else looking
