"""How a person goes from finding to finding: each function makes the next State and does nothing else."""

from __future__ import annotations

from dataclasses import replace

from rewritediff.core.values import Finding, Strength
from rewritediff.gui import queue_words
from rewritediff.gui.choices import View
from rewritediff.gui.copying import view_chosen
from rewritediff.gui.reading import passage_wanted
from rewritediff.gui.saying import with_message
from rewritediff.gui.state import State, review_known
from rewritediff.wording import finding_place
from rewritediff.wording.grammar import shortened
from rewritediff.wording.verdicts import verdict_words

MOST_SAID = 120
"""Characters of a finding in the line below the texts: half a window's width; its card and the texts have the rest."""


def queue(state: State) -> tuple[int, ...]:
    """List the findings that can be gone through, by their numbers, the gravest first: all but notes."""
    found = state.comparison.findings if state.comparison else ()
    return tuple(number for number, finding in enumerate(found) if finding.strength is not Strength.NOTE)


def waiting(state: State) -> tuple[int, ...]:
    """List those of the queue that were not handled yet; all where none is left, for whoever goes through them again."""
    review, whole = review_known(state), queue(state)
    return whole if review is None else tuple(filter(review.is_open, whole)) or whole


def chosen_finding(state: State) -> Finding | None:
    """Give the finding that was chosen last."""
    found = state.comparison.findings if state.comparison else ()
    return found[state.finding] if state.finding is not None and state.finding < len(found) else None


def next_finding(state: State) -> State:
    """Go to the next finding that waits; after the last comes the first."""
    return _stepped(state, 1)


def previous_finding(state: State) -> State:
    """Go to the finding before; before the first comes the last."""
    return _stepped(state, -1)


def choose_finding(state: State, number: int | None) -> State:
    """Choose a finding and its passage; a filter, a fold or a view that hides it is taken away. None chooses no finding."""
    found = state.comparison.findings if state.comparison else ()
    if number is None or not 0 <= number < len(found):
        return state if state.finding is None else replace(state, finding=None)
    finding = found[number]
    shown = view_chosen(state, View.CHANGES)
    if finding.passages:
        shown = passage_wanted(shown, finding.passages[0])
    return with_message(replace(shown, finding=number), _said(shown, finding, number))


def _said(state: State, finding: Finding, number: int) -> str:
    """Say a finding and which it is among those of its strength, as the other counts in the window go by strength, too."""
    found = state.comparison.findings if state.comparison else ()
    alike = [k for k in queue(state) if found[k].strength is finding.strength]
    said = shortened(finding_place(finding, alike.index(number) if number in alike else None, len(alike)), MOST_SAID)
    review = review_known(state)
    verdict = review.of_finding[number] if review else None
    return f"{said} · {verdict_words(verdict)}" if verdict else said


def _stepped(state: State, direction: int) -> State:
    """Go on from the chosen finding, else begin at the end of the queue that lies in this direction."""
    wanted, whole = waiting(state), queue(state)
    if not wanted:
        return with_message(state, queue_words.NO_FINDINGS)
    if state.finding not in whole:
        return choose_finding(state, wanted[0 if direction > 0 else -1])
    following = [number for number in wanted if (number - state.finding) * direction > 0]
    return choose_finding(state, (following or wanted)[0 if direction > 0 else -1])
