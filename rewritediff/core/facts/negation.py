"""Negation and its disguises: a negator that one side has and the other has not, told from one said in other words.

Negators of both sides cancel where they bear on words that answer each other, in whatever form: "did not agree" = "disagreed", "is not
impossible" = "is possible". What is left is looked up on the other side: where the negated word stands there bare, the negation was
added or removed; where it was said in other words, nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rewritediff.core.facts.denials import denials, denies_before
from rewritediff.core.facts.mates import SURE, Mates, mates_of
from rewritediff.core.facts.negators import NOT, NOUN, VERB, WEAK, Language, Negator, bare, language_of, negators_in
from rewritediff.core.facts.observation import Observation, observed
from rewritediff.core.facts.reading import Context, PassagePair
from rewritediff.core.thesaurus import WordRelation
from rewritediff.core.values import FindingKind, Strength

CODES = "negation-removed", "negation-added"
MOVED = "negation-moved"
OF_OTHER = "denied-changed"
NEAR = 4
"""Words between a negator and the one it bears on that one span may cover."""
REWORDED = 4
"""Content words put in the place of a negation from which on it was said in other words."""


AFFIXED = 6
"""Letters from which on a word that seems to hold a negating affix may well do so."""


class Affixed(NamedTuple):
    """Say that one side negates by an affix the word that the other side has bare."""

    side: int
    word: int
    other: int


def finder(context: Context) -> Callable[[PassagePair], Iterator[Observation]]:
    """Look for negations that differ."""
    language = language_of(context.tables.original["negation"], context.function_words.original)
    same = context.tables.original.language == context.tables.rewrite.language

    def found(pair: PassagePair) -> Iterator[Observation]:
        if same and _concerns(pair, language):
            yield from _Asked(mates_of(pair, context, language.roots), language).observations()

    return found


def _concerns(pair: PassagePair, language: Language) -> bool:
    forms = pair.forms
    if not forms.isdisjoint(language.triggers) or denies_before(pair, language):
        return True
    affixes = language.prefixes, language.suffixes, language.no_prefix
    return any(rest in forms for form in forms for rest in bare(form, *affixes))


def _bare(form: str, language: Language) -> tuple[str, ...]:
    return bare(form, language.prefixes, language.suffixes, language.no_prefix)


def _doubled(negators: Sequence[Negator]) -> Iterator[Negator]:
    """Make one weak negator of two of which one denies the other: "did not deny" says little less than "confirmed"."""
    denied = {it: own for own in negators if own.stands_for == NOT and own.scope for it in negators if _denies(own, it)}
    for it in negators:
        if it in denied:
            yield Negator(min(denied[it].first, it.first), max(denied[it].last, it.last), WEAK, it.scope)
        elif it not in denied.values():
            yield it


def _denies(own: Negator, other: Negator) -> bool:
    return other.stands_for == VERB and own.scope[0] in range(other.first, other.last + 1)


class _Asked:
    """One passage while its negators are told apart."""

    def __init__(self, mates: Mates, language: Language) -> None:
        self.mates = mates
        self.language = language
        self.left = [negators_in(reading, language) for reading in mates.readings]
        negating = [{word for it in found for word in range(it.first, it.last + 1)} for found in self.left]
        self.affixed = [it for it in self._affixed() if it.word not in negating[it.side]]

    def observations(self) -> Iterator[Observation]:
        for mine, other in denials(self.mates, (self.left[0], self.left[1]), self.language):
            yield self._observation(OF_OTHER, Strength.LOOK, [(mine,), (other,)])
        self._cancel(self._stand_alike)
        self._cancel(self._bear_alike)
        self._cancel(self._share_scope)
        self._cancel(self._share_hunk)
        self._cancel_affixed()
        self.left = [list(_doubled(found)) for found in self.left]
        for side in (0, 1):
            self.left[side] = [it for it in self.left[side] if not self._is_said_otherwise(side, it)]
        if all(self.left):
            yield from self._moved()
        for side in (0, 1):
            for negator in self.left[side]:
                yield from self._alone(side, negator)
        for affixed in self.affixed:
            yield self._by_affix(affixed)

    # Cancelling

    def _cancel(self, are_equal: object) -> None:
        assert callable(are_equal)
        for mine in tuple(self.left[0]):
            other = next((it for it in self.left[1] if are_equal(mine, it)), None)
            if other is not None:
                self.left[0].remove(mine)
                self.left[1].remove(other)

    def _stand_alike(self, mine: Negator, other: Negator) -> bool:
        return any(self.mates.across[0].get(word) in range(other.first, other.last + 1) for word in range(mine.first, mine.last + 1))

    def _bear_alike(self, mine: Negator, other: Negator) -> bool:
        return bool(mine.scope and other.scope) and self._answer(mine.scope[0], other.scope[0])

    def _share_scope(self, mine: Negator, other: Negator) -> bool:
        if self._is_moved(mine, other):
            return False
        return any(self._answer(here, there) for here in mine.scope for there in other.scope)

    def _share_hunk(self, mine: Negator, other: Negator) -> bool:
        hunks = self.mates.hunk_of
        here = {hunks[0].get(word) for word in range(mine.first, mine.last + 1)} - {None}
        there = {hunks[1].get(word) for word in range(other.first, other.last + 1)} - {None}
        return bool(here & there)

    def _answer(self, here: int, there: int) -> bool:
        mates = self.mates
        if mates.across[0].get(here) == there:
            return True
        return mates.are_near(mates.form(0, here), mates.form(1, there))

    def _is_moved(self, mine: Negator, other: Negator) -> bool:
        """Tell whether a negator went to another word while all else stayed."""
        if not mine.scope or not other.scope or not self._only_negators_differ():
            return False
        here, there = mine.scope[0], other.scope[0]
        forms = self.mates.form(0, here), self.mates.form(1, there)
        return not self._answer(here, there) and not (set(forms) & self.language.raising)

    def _only_negators_differ(self) -> bool:
        small = self.language.small | self.language.auxiliaries
        return all(form in small for form in self.mates.pair.forms)

    # Affixes

    def _affixed(self) -> Iterator[Affixed]:
        """Find the changed words that the other side has bare, or bare and changed in form."""
        for side in (0, 1):
            for word, hunk in self.mates.hunk_of[side].items():
                for rest in _bare(self.mates.form(side, word), self.language):
                    other = self._bare_there(1 - side, hunk, rest)
                    if other is not None:
                        yield Affixed(side, word, other)
                        break

    def _bare_there(self, side: int, hunk: int, rest: str) -> int | None:
        mates = self.mates
        there = mates.hunk(side, hunk)
        found = next((word for word in there if mates.are_forms(rest, mates.form(side, word))), None)
        if found is None:
            found = next((word for word in mates.hunk_of[side] if mates.form(side, word) == rest), None)
        if found and self._is_weakened(mates.form(side, found - 1)):
            return None
        return found

    def _is_weakened(self, form: str) -> bool:
        """Tell whether a word before another one negates it as an affix would: "non-binding", "little changed"."""
        return form in self.language.prefixes or form in self.language.disguises

    def _cancel_affixed(self) -> None:
        """Cancel affixes against negators of the other side, or of the same side that negate them anew: "not impossible"."""
        for affixed in tuple(self.affixed):
            for side, word in ((1 - affixed.side, affixed.other), (affixed.side, affixed.word)):
                negator = next((it for it in self.left[side] if word in it.scope or it.last < word <= it.last + NEAR), None)
                if negator is not None:
                    self.left[side].remove(negator)
                    self.affixed.remove(affixed)
                    break

    def _by_affix(self, affixed: Affixed) -> Observation:
        spans = [(), ()]  # type: list[tuple[tuple[int, int], ...]]
        spans[affixed.side] = ((affixed.word, affixed.word),)
        spans[1 - affixed.side] = ((affixed.other, affixed.other),)
        return self._observation(CODES[affixed.side], Strength.CHECK, spans)

    # Said in other words

    def _is_said_otherwise(self, side: int, negator: Negator) -> bool:
        mates, language = self.mates, self.language
        there = [mates.form(1 - side, word) for word in self._around(side, negator)]
        if self._is_exceptive(side, negator) and not language.exclusive.isdisjoint(self._changed(1 - side)):
            return True
        if not language.unless.isdisjoint(self._changed(1 - side)) and not language.exclusive.isdisjoint(self._changed(side)):
            return True  # "unless it is shut" = "if it is not shut"
        if not language.disguises.isdisjoint(there) and not self._stays_alone(side, negator):
            return True
        own = [mates.form(side, word) for word in negator.scope[:2]]
        relation = mates.thesaurus.relation
        return any(relation(mine, other) is WordRelation.OPPOSITE for mine in own for other in there if other not in language.skipped)

    def _around(self, side: int, negator: Negator) -> list[int]:
        """Give the changed words of the other side in the hunks where the negator and its first words stand."""
        hunks = self.mates.hunk_of[side]
        words = (*range(negator.first, negator.last + 1), *negator.scope[:2])
        numbers = sorted({hunks[word] for word in words if word in hunks})
        return [word for hunk in numbers for word in self.mates.hunk(1 - side, hunk)]

    def _changed(self, side: int) -> set[str]:
        return {self.mates.form(side, word) for word in self.mates.hunk_of[side]}

    def _is_exceptive(self, side: int, negator: Negator) -> bool:
        """Tell whether "unless" or the like follows a negator and was put in other words: "not ... unless" = "only if"."""
        words = self.mates.readings[side].words
        for word in self.mates.hunk_of[side]:
            if word > negator.last and words[word].sentence == words[negator.last].sentence and words[word].form in self.language.exceptive:
                return True
        return False

    def _stays_alone(self, side: int, negator: Negator) -> bool:
        """Tell whether the first negated word stands on the other side in order, so that only its negator changed."""
        return (
            bool(negator.scope) and negator.scope[0] in self.mates.across[side] and not self._content(1 - side, self._around(side, negator))
        )

    def _content(self, side: int, words: Sequence[int]) -> list[int]:
        return [word for word in words if self.mates.form(side, word) not in self.language.skipped]

    # What is left

    def _moved(self) -> Iterator[Observation]:
        for mine in tuple(self.left[0]):
            for other in tuple(self.left[1]):
                if self._is_moved(mine, other):
                    yield self._observation(MOVED, Strength.CHECK, [self._own(0, mine), self._own(1, other)])
                elif self._has_bare(0, mine) and self._has_bare(1, other) and not self._are_close(mine, other):
                    continue
                self.left[0].remove(mine)
                self.left[1].remove(other)
                break

    def _has_bare(self, side: int, negator: Negator) -> bool:
        return bool(negator.scope) and self.mates.mate(side, negator.scope[0]) is not None

    def _are_close(self, mine: Negator, other: Negator) -> bool:
        readings = self.mates.readings
        return readings[0].words[mine.first].sentence == 0 == readings[1].words[other.first].sentence and self._has_raising(mine, other)

    def _has_raising(self, mine: Negator, other: Negator) -> bool:
        forms = {self.mates.form(0, word) for word in mine.scope} | {self.mates.form(1, word) for word in other.scope}
        return not forms.isdisjoint(self.language.raising)

    def _alone(self, side: int, negator: Negator) -> Iterator[Observation]:
        strength, mate = self._judged(side, negator)
        if strength is None:
            return
        spans = [(), ()]  # type: list[tuple[tuple[int, int], ...]]
        spans[side] = self._own(side, negator)
        if mate is not None:
            spans[1 - side] = ((self._from_auxiliary(1 - side, mate), mate),)
        yield self._observation(CODES[side], strength, spans)

    def _judged(self, side: int, negator: Negator) -> tuple[Strength | None, int | None]:
        """Say how sure a lone negator's answer on the other side is, and which word that is."""
        mates = self.mates
        places = {negator.first, negator.last}
        kept = mates.kept(side, negator.first, negator.last)
        if not negator.scope or places.isdisjoint(mates.hunk_of[side]) or kept < SURE / 2 or self._is_half_of_two(side, negator):
            return None, None
        put = self._content(1 - side, self._around(side, negator))
        answer = mates.mate(side, negator.scope[0])
        if answer is None:
            return self._replaced(side, negator, put)
        others = [word for word in put if word != answer]
        if kept < SURE or negator.stands_for == WEAK or len(others) > 1 or (put and not self._is_in_place(side, negator, answer)):
            return (Strength.LOOK if len(others) < REWORDED else None), answer
        is_doubtful = not self._stays_alone(side, negator) and not self.language.disguises.isdisjoint(self._changed(1 - side))
        return (Strength.LOOK if is_doubtful else Strength.CHECK), answer

    def _is_half_of_two(self, side: int, negator: Negator) -> bool:
        """Tell whether a negator is one of "neither ... nor", which both sides have in another order."""
        both = self.language.both
        return self.mates.form(side, negator.first) in both and any(word.form in both for word in self.mates.readings[1 - side].words)

    def _is_in_place(self, side: int, negator: Negator, answer: int) -> bool:
        """Tell whether the negated word is answered in order or in its own hunk, not from elsewhere."""
        word = negator.scope[0]
        hunks = self.mates.hunk_of
        return word in self.mates.across[side] or hunks[side][word] == hunks[1 - side].get(answer)

    def _replaced(self, side: int, negator: Negator, put: Sequence[int]) -> tuple[Strength | None, int | None]:
        """Judge a negated word that has no answer, where one word stands in its place and what follows is the same."""
        if (
            len(put) != 1
            or self._has_affix(1 - side, put[0])
            or negator.stands_for in (NOUN, VERB, WEAK)
            or len(negator.scope) < 2
            or negator.scope[1] not in self.mates.across[side]
        ):
            return None, None
        return Strength.LOOK, put[0]

    def _has_affix(self, side: int, word: int) -> bool:
        form = self.mates.form(side, word)
        return len(form) >= AFFIXED and bool(_bare(form, self.language))

    # Pointing

    def _own(self, side: int, negator: Negator) -> tuple[tuple[int, int], ...]:
        first = self._from_auxiliary(side, negator.first)
        if not negator.scope:
            return ((first, negator.last),)
        word = negator.scope[0]
        if negator.last < word <= negator.last + NEAR:
            return ((first, word),)
        if negator.first - NEAR <= word < negator.first:
            return ((self._from_auxiliary(side, word), negator.last),)
        return (first, negator.last), (word, word)

    def _from_auxiliary(self, side: int, word: int) -> int:
        words = self.mates.readings[side].words
        is_one = word > 0 and words[word - 1].sentence == words[word].sentence and words[word - 1].form in self.language.auxiliaries
        return word - 1 if is_one else word

    def _observation(self, code: str, strength: Strength, places: Sequence[tuple[tuple[int, int], ...]]) -> Observation:
        return observed(self.mates.pair, FindingKind.NEGATION, code, strength, places)
