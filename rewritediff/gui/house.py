"""How the house's own list is added to from the window: each function makes the next State and does nothing else."""

from __future__ import annotations

from dataclasses import replace

from rewritediff.core.comparison import Comparison
from rewritediff.core.facts.tables import folded_words
from rewritediff.core.house import House
from rewritediff.core.values import Finding
from rewritediff.gui import queue_words
from rewritediff.gui.findings import chosen_finding
from rewritediff.gui.messages import Tone
from rewritediff.gui.saying import with_message
from rewritediff.gui.state import State, review_known
from rewritediff.gui.work import Done
from rewritediff.house_list import ignored_line, same_line


def house_read(state: State, house: House, said: str = "") -> State:
    """Take another list; the findings on screen are looked for anew by it."""
    taken = replace(state, house=house)
    return with_message(taken, said) if said else taken


def entries_added(state: State, lines: tuple[str, ...], house: House) -> State:
    """Take a list to which entries were added."""
    return house_read(replace(state, house_added=(*state.house_added, *lines)), house, added_words(lines))


def entry_taken_out(state: State, house: House) -> State:
    """Take a list of which the entry that was added last was taken out."""
    *rest, last = state.house_added
    return house_read(replace(state, house_added=tuple(rest)), house, queue_words.HOUSE_TAKEN_OUT.format(entry=last))


def file_chosen(state: State, path: str) -> State:
    """Keep the list in another file from now on."""
    return state if path == state.house_file else replace(state, house_file=path, house_added=())


def asked_anew(state: State, before: Comparison, done: Done) -> State:
    """Show findings that were looked for by another list; what was read, chosen and decided stays."""
    if state.comparison is not before or done.comparison.lexicon.house != state.house:
        return state
    review = review_known(state)
    kept = review.for_comparison(done.comparison) if review else state.review
    chosen = chosen_finding(state)
    again = done.comparison.findings.index(chosen) if chosen in done.comparison.findings else None
    return replace(state, work=done, review=kept, finding=again)


def not_asked(state: State, house: House, reason: str) -> State:
    """Say why findings could not be looked for anew, and go back to the list that they were looked for by."""
    if state.comparison is None or state.house != house:
        return state
    return with_message(replace(state, house=state.comparison.lexicon.house), queue_words.NOT_ASKED.format(reason=reason), Tone.PROBLEM)


MOST_SAME = 4
"""Entries that a menu offers for one finding; of more nobody knows which is meant."""


def same_terms(finding: Finding | None) -> tuple[tuple[str, str], ...]:
    """Give what can be treated as the same: each words of the original with each of the rewrite, where they differ and are few."""
    if finding is None:
        return ()
    originals, rewrites = (dict.fromkeys(" ".join(value.split()) for value in side) for side in finding.values)
    forms = {term: folded_words(term) for term in (*originals, *rewrites)}
    pairs = tuple((was, now) for was in originals for now in rewrites if forms[was] and forms[now] and forms[was] != forms[now])
    return pairs if len(pairs) <= MOST_SAME else ()


def ignored_terms(finding: Finding | None) -> tuple[str, ...]:
    """Give what can be ignored: the words of a finding."""
    if finding is None:
        return ()
    terms = (" ".join(value.split()) for side in finding.values for value in side)
    return tuple(dict.fromkeys(term for term in terms if folded_words(term)))


def lines_for_same(finding: Finding | None) -> tuple[str, ...]:
    """Write the entries that treat words of both versions as the same, each of which makes sense alone."""
    return tuple(map(same_line, same_terms(finding)))


def lines_for_ignoring(finding: Finding | None) -> tuple[str, ...]:
    """Write the entries that ignore the words of a finding."""
    return tuple(map(ignored_line, ignored_terms(finding)))


def added_words(lines: tuple[str, ...]) -> str:
    """Say what was added to the list."""
    return queue_words.HOUSE_ADDED.format(entries=", ".join(f"“{line}”" for line in lines))
