"""How sure a text is: what kind of saying its reporting verbs are, and words like "may", "reportedly", "proves".

Words of one group are equal ("perhaps" and "maybe"), so only a change of group is told. A hedge that is lost or new is told only where the
other side has nothing of the kind ("kept" in the table), because a rewrite has a hundred ways of saying that something is possible.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rewritediff.core.facts.observation import Observation, observed
from rewritediff.core.facts.phrases import Found, Phrases, phrases_of
from rewritediff.core.facts.reading import Context, PassagePair, Reading, is_retold
from rewritediff.core.facts.speech import ACCORDING, Report, Speech, are_foreign, reports_in, speech_of
from rewritediff.core.facts.tables import Table, Tables, folded_words
from rewritediff.core.tokens import fold
from rewritediff.core.values import FindingKind, Sides, Strength

if TYPE_CHECKING:
    from rewritediff.core.facts.families import Finder

HEDGES = ("possible", "weak", "probable", "reported", "seeming")
NOTHING: frozenset[str] = frozenset()
GROUPS = (*HEDGES, "indicating", "proving", "sure", "will")
TOLD_ALONE = frozenset({"possible", "probable", "reported", "seeming", "sure"})
"""Groups that are told without a counterpart: "could" is too often the past of "can"."""

ACCEPTS, DOUBTS = frozenset({"neutral", "revealing", "admitting"}), frozenset({"doubting", "denying", "suggesting"})
MILD = frozenset({"neutral", "revealing"})
"""Of these one stands for the other in any newspaper."""


@dataclass(frozen=True, slots=True, eq=False)
class Hedging:
    """Hold the words of one language that say how sure something is."""

    phrases: Phrases
    speech: Speech
    kept: frozenset[str]
    """Other words that leave a thing open."""
    kept_reported: frozenset[str]
    """Other words that say a thing is told by somebody."""
    lower_only: frozenset[str]
    later: frozenset[str]
    later_words: frozenset[str]
    participle: re.Pattern[str]
    conditional: frozenset[str]
    condition: frozenset[str]
    not_after: Mapping[str, frozenset[str]]
    not_before: Mapping[str, frozenset[str]]
    any: frozenset[str]
    """Every word that can matter, asked first."""


@lru_cache(maxsize=16)
def hedging_of(tables: Tables, function_words: frozenset[str]) -> Hedging:
    """Read the tables of one language."""
    table, speech = tables["hedges"], speech_of(tables, function_words)
    phrases = phrases_of(table, GROUPS, function_words)
    later = frozenset(fold(word) for words in _lists(table, "later").values() for word in words)
    return Hedging(
        phrases=phrases,
        speech=speech,
        kept=table.words("kept"),
        kept_reported=table.words("kept_reported"),
        lower_only=table.words("lower_only"),
        later=later,
        later_words=table.words("later_words"),
        participle=re.compile(str(table.content.get("participle", "^$"))),
        conditional=table.words("conditional"),
        condition=table.words("condition"),
        not_after=_lists(table, "not_after"),
        not_before=_lists(table, "not_before"),
        any=later | phrases.triggers | speech.phrases.triggers,
    )


def _lists(table: Table, key: str) -> Mapping[str, frozenset[str]]:
    found = table.content.get(key, {})
    assert isinstance(found, Mapping), key
    return {" ".join(folded_words(word)): frozenset(map(fold, words)) for word, words in found.items()}


def finder(context: Context) -> Finder:
    """Make what looks for changes of certainty between two texts."""
    hedging = Sides(*(hedging_of(tables, words) for tables, words in zip(context.tables, context.function_words, strict=True)))

    triggers = NOTHING if are_foreign(context) else hedging.original.any | hedging.rewrite.any

    def asked(pair: PassagePair) -> Iterator[Observation]:
        if triggers.isdisjoint(pair.forms) or not any(_is_concerned(*each) for each in zip(pair.sides, pair.changed, hedging, strict=True)):
            return
        yield from attitudes_changed(pair, hedging)
        yield from certainty_changed(pair, hedging)

    return asked


def _is_concerned(reading: Reading, changed: frozenset[int], hedging: Hedging) -> bool:
    return any(reading.words[place].form in hedging.any for place in changed)


def attitudes_changed(pair: PassagePair, hedging: Sides[Hedging]) -> Iterator[Observation]:
    """Compare what kind of saying the reporting verbs are that stand in each other's place."""
    reports = Sides(*(_verbs(*each) for each in zip(pair.sides, hedging, strict=True)))
    balance = Counter(it.attitude for it in reports.original if it.sure)
    balance.subtract(it.attitude for it in reports.rewrite if it.sure)
    told: set[Report] = set()
    lost, new = (_changed(pair, side, tuple(reports)[side], balance) for side in (0, 1))
    for was in lost:
        only = new[0] if len(lost) == len(new) == 1 and was.sure and new[0].sure else None
        now = next((it for it in new if (was.sure or it.sure) and _meet(pair, was, it)), only)
        if now is None or was.attitude == now.attitude:
            continue
        new.remove(now)
        told.update((was, now))
        again = any(it.attitude == was.attitude and it.sure for it in reports.rewrite)
        strength = _gravity(was.attitude, now.attitude)
        if again and strength is Strength.LOOK:
            strength = Strength.NOTE
        yield _observation(pair, "attitude-changed", strength, was, now)
    yield from _exchanged_once(pair, reports, told)


def _exchanged_once(pair: PassagePair, reports: Sides[list[Report]], told: Collection[Report]) -> Iterator[Observation]:
    """Note verbs that stand in each other's place where the passage as a whole says both as often: "he said" -> "Rossi believes"."""
    lost, new = ([it for it in found if it.first in changed and it.sure] for found, changed in zip(reports, pair.changed, strict=True))
    for was in lost:
        now = next((it for it in new if _meet(pair, was, it)), None)
        if now is None or was.attitude == now.attitude or {was, now} & set(told):
            continue
        if _gravity(was.attitude, now.attitude) is not Strength.NOTE:
            yield _observation(pair, "attitude-changed", Strength.NOTE, was, now)


def _gravity(was: str, now: str) -> Strength:
    """Say how much a change of attitude turns what is said."""
    if {was, now} <= MILD or {was, now} == {"revealing", "admitting"}:
        return Strength.NOTE
    turned = (was in ACCEPTS and now in DOUBTS) or (was == "denying") is not (now == "denying")
    return Strength.CHECK if turned or (was, now) == ("doubting", "admitting") else Strength.LOOK


def _verbs(reading: Reading, hedging: Hedging) -> list[Report]:
    return [it for it in reports_in(reading, hedging.speech) if it.attitude != ACCORDING]


def _changed(pair: PassagePair, side: int, reports: Sequence[Report], balance: Counter[str]) -> list[Report]:
    """Leave the verbs that the other side does not have, of attitudes that the other side has less often."""
    changed = tuple(pair.changed)[side]
    return [
        it
        for it in reports
        if it.first in changed and (not it.sure or (balance[it.attitude] > 0 if side == 0 else balance[it.attitude] < 0))
    ]


def _meet(pair: PassagePair, was: Report, now: Report) -> bool:
    """Tell whether two verbs stand in each other's place."""
    return any(_in(hunk.original, was.first) and _in(hunk.rewrite, now.first) for hunk in pair.hunks)


def _in(stretch: tuple[int, int], place: int, near: int = 0) -> bool:
    return stretch[0] - near <= place < stretch[1] + near


def marks_of(reading: Reading, hedging: Hedging) -> list[Found]:
    """Find the words of a passage that say how sure something is."""
    found = [mark for mark in hedging.phrases.found(reading) if _counts(reading, hedging, mark)]
    if hedging.later:
        forms = [word.form for word in reading.words]
        found.extend(
            Found(k, k, "reported") for k, form in enumerate(forms) if form in hedging.later and _is_hearsay(forms[k + 1 : k + 20], hedging)
        )
    return found


def _is_hearsay(forms: Sequence[str], hedging: Hedging) -> bool:
    """Tell whether a participle and an auxiliary follow: "soll ... getrunken haben", not "soll ... sicher sein"."""
    return any(word in hedging.later_words and hedging.participle.search(before) for before, word in pairwise(forms))


def _counts(reading: Reading, hedging: Hedging, mark: Found) -> bool:
    word, key = reading.words[mark.first], " ".join(it.form for it in reading.words[mark.first : mark.last + 1])
    if word.form in hedging.lower_only and word.text[0].isupper():
        return False
    before = reading.words[mark.first - 1].form if mark.first else ""
    after = reading.words[mark.last + 1].form if mark.last + 1 < len(reading.words) else ""
    if before in hedging.not_after.get(key, ()) or after in hedging.not_before.get(key, ()):
        return False
    return key not in hedging.conditional or hedging.condition.isdisjoint(it.form for it in reading.words if it.sentence == word.sentence)


def certainty_changed(pair: PassagePair, hedging: Sides[Hedging]) -> Iterator[Observation]:
    """Compare the hedges and the words of certainty of both sides."""
    marks = Sides(*(marks_of(*each) for each in zip(pair.sides, hedging, strict=True)))
    counts = Counter(mark.stands_for for mark in marks.original)
    counts.subtract(mark.stands_for for mark in marks.rewrite)
    lost, new = (
        [
            mark
            for mark in tuple(marks)[side]
            if (counts[mark.stands_for] > 0 if side == 0 else counts[mark.stands_for] < 0) and _has_changed(pair, side, mark)
        ]
        for side in (0, 1)
    )
    yield from _exchanged(pair, lost, new)
    if not _have(marks.rewrite, HEDGES):
        yield from _one_sided(pair, 0, lost, hedging.rewrite)
    if not _have(marks.original, HEDGES):
        yield from _one_sided(pair, 1, new, hedging.original)


def _has_changed(pair: PassagePair, side: int, mark: Found) -> bool:
    changed = tuple(pair.changed)[side]
    return any(place in changed for place in range(mark.first, mark.last + 1))


def _have(marks: Sequence[Found], groups: Sequence[str]) -> bool:
    return any(mark.stands_for in groups for mark in marks)


def _keeps(pair: PassagePair, side: int, kept: frozenset[str]) -> bool:
    """Tell whether a side has any other new word for what is not sure."""
    words = tuple(pair.sides)[side].words
    return any(words[place].form in kept for place in tuple(pair.changed)[side])


def _exchanged(pair: PassagePair, lost: list[Found], new: list[Found]) -> Iterator[Observation]:
    """Find words of different certainty that stand in each other's place; those are taken out of both lists."""
    for was in tuple(lost):
        for now in tuple(new):
            strength = _shift(was.stands_for, now.stands_for)
            place = next((hunk for hunk in pair.hunks if _in(hunk.original, was.first, 1) and _in(hunk.rewrite, now.first, 1)), None)
            if strength is None or place is None or is_retold(place):
                continue
            lost.remove(was)
            new.remove(now)
            if strength is not Strength.NOTE:
                yield _observation(pair, "certainty-changed", strength, was, now)
            break


def _shift(was: str, now: str) -> Strength | None:
    if was == now:
        return None
    groups = {was, now}
    if groups <= set(HEDGES):
        return Strength.LOOK if groups == {"possible", "probable"} else Strength.NOTE
    if groups & {"will", "sure"} and groups & {"possible", "weak", "reported", "seeming", "probable"}:
        if "sure" in groups and "weak" in groups:
            return None
        return Strength.LOOK if "probable" in groups and "will" in groups else Strength.CHECK
    return Strength.CHECK if groups == {"indicating", "proving"} else None


def _one_sided(pair: PassagePair, side: int, marks: Sequence[Found], other: Hedging) -> Iterator[Observation]:
    """Tell of the first hedge, or word of certainty, without anything in its place."""
    for mark in marks:
        if mark.stands_for not in TOLD_ALONE or (mark.stands_for == "sure" and side == 0):
            continue
        if _keeps(pair, 1 - side, other.kept_reported if mark.stands_for == "reported" else other.kept):
            continue
        code = "certainty-new" if mark.stands_for == "sure" else "hedge-new" if side else "hedge-lost"
        yield _observation(pair, code, Strength.LOOK, None if side else mark, mark if side else None)
        return


def _observation(pair: PassagePair, code: str, strength: Strength, was: Found | Report | None, now: Found | Report | None) -> Observation:
    places = [[(it.first, it.last)] if it else [] for it in (was, now)]
    keys: Sides[tuple[str, ...]] = Sides(was, now).map(
        lambda it: () if it is None else (it.attitude if isinstance(it, Report) else it.stands_for,)
    )
    return observed(pair, FindingKind.HEDGE, code, strength, places, keys)
