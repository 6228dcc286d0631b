"""How findings are handled: each function makes the next State and does nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import Ruling
from rewritediff.core.values import Finding, Strength
from rewritediff.core.verdicts import alike
from rewritediff.gui import queue_words
from rewritediff.gui.findings import choose_finding
from rewritediff.gui.messages import Tone
from rewritediff.gui.queue import Entry, entries, entry_of, next_open
from rewritediff.gui.review import Review, review_of
from rewritediff.gui.saying import with_message
from rewritediff.gui.state import State, review_known
from rewritediff.wording.verdicts import ruled_words


def review_found(state: State, review: Review, damaged: str) -> State:
    """Take what is kept of the pair on screen; say once where its file could not be read."""
    if review.comparison is not state.comparison:
        return state
    found = replace(state, review=review)
    return with_message(found, queue_words.VERDICTS_DAMAGED.format(path=damaged), Tone.PROBLEM) if damaged else found


def strength_chosen(state: State, weakest: Strength) -> State:
    """Choose up to which strength findings are listed."""
    return state if weakest is state.weakest else replace(state, weakest=weakest)


def ruled(state: State, ruling: Ruling, reason: str = "") -> State:
    """Decide about the chosen card, and go on to the next one that waits."""
    return _ruled(state, _chosen_entry(state), ruling, reason)


def dismissed_alike(state: State, reason: str = "") -> State:
    """Dismiss the chosen finding and all others of its kind with the same words."""
    comparison = state.comparison
    if comparison is None or state.finding is None:
        return state
    chosen = dict.fromkeys((*_chosen_entry(state), *alike(comparison, state.finding)))
    return _ruled(state, tuple(chosen), Ruling.DISMISSED, reason)


def taken_back(state: State) -> State:
    """Take back what was made of the chosen card; where nothing was, what was done last."""
    review, chosen = review_now(state), _chosen_entry(state)
    if review is None:
        return state
    if any(not review.is_open(number) for number in chosen):
        left = review.matcher.without(review.verdicts, chosen)
        return with_message(replace(state, review=review.changed(left)), queue_words.TAKEN_BACK)
    if not review.past:
        return with_message(state, queue_words.NOTHING_TO_TAKE_BACK)
    before = review.before()
    changed = [k for k in range(len(before.of_finding)) if before.of_finding[k] != review.of_finding[k]]
    back = replace(state, review=before)
    return with_message(choose_finding(back, changed[0]) if changed else back, queue_words.TAKEN_BACK)


def card_chosen(state: State, entry: Entry) -> State:
    """Choose a card; of a group the finding that is chosen stays."""
    return state if state.finding in entry else choose_finding(state, entry[0])


def asked_about(state: State, *, every: bool) -> tuple[Finding, ...]:
    """Give the findings to put to an author: the chosen one, or all that were marked so."""
    comparison, review = state.comparison, review_now(state)
    if comparison is None or review is None:
        return ()
    if every:
        marked = (k for k, verdict in enumerate(review.of_finding) if verdict is not None and verdict.ruling is Ruling.ASK)
        return _findings(comparison, marked)
    return _findings(comparison, () if state.finding is None else (state.finding,))


def handled(state: State) -> frozenset[int]:
    """Give the findings of which something was made."""
    review = review_known(state)
    return review.handled() if review else frozenset()


def review_now(state: State) -> Review | None:
    """Give what was made of the findings on screen; None while it is being read, or where there is no comparison."""
    known = review_known(state)
    if known is None and state.comparison is not None and not state.kept_in:
        return review_of(state.comparison)
    return known


def kept(before: State, state: State) -> State:
    """Write what was just decided into the user's state folder; say so where that fails."""
    review = state.review
    if review is None or review is before.review or review.is_kept or not state.kept_in:
        return state
    from rewritediff.review_store import ReviewStore  # when something is decided: an empty window need not wait for it

    store, texts = ReviewStore(Path(state.kept_in)), review.comparison.texts
    stamp = store.stamp(texts)
    if stamp is None or stamp != review.stamp:  # another window may be about the same pair; reading 4,000 verdicts takes 60 ms
        review = review.with_kept(store.read(texts).verdicts)
    try:
        store.write(texts, review.verdicts)
    except OSError as error:
        return with_message(state, queue_words.NOT_KEPT.format(reason=error.strerror or error), Tone.PROBLEM)
    return replace(state, review=replace(review, known=review.verdicts, stamp=store.stamp(texts), is_kept=True))


def _ruled(state: State, chosen: Entry, ruling: Ruling, reason: str) -> State:
    review = review_now(state)
    if review is None or not chosen:
        return state
    decided = replace(state, review=review.changed(review.matcher.with_ruling(review.verdicts, chosen, ruling, reason)))
    return with_message(_at_next(decided), f"{ruled_words(ruling, len(chosen))}. {queue_words.TAKE_BACK_HINT}")


def _at_next(state: State) -> State:
    """Choose the next card that waits; where none does, the same one stays."""
    if state.comparison is None:
        return state
    shown = entries(state.comparison, state.weakest)
    at = entry_of(shown, state.finding)
    following = None if at is None else next_open(shown, review_known(state), at)
    return state if following is None else choose_finding(state, shown[following][0])


def _chosen_entry(state: State) -> Entry:
    if state.comparison is None or state.finding is None:
        return ()
    shown = entries(state.comparison, Strength.NOTE)
    at = entry_of(shown, state.finding)
    return () if at is None else shown[at]


def _findings(comparison: Comparison, numbers: Iterable[int]) -> tuple[Finding, ...]:
    return tuple(comparison.findings[number] for number in numbers)
