"""Where one side of a passage has content words that the other side has no counterpart for: what was put in, or left out.

Paraphrase is the noise here. A word has a counterpart where the other side of the whole passage has a form of it, or where a word that
only the other side has means the same. What is left is looked at where it stands: between words that put others in their place it is a
replacement, which others judge; where nothing or far less stood, it was put in.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from rewritediff.core.facts.elsewhere import Stems
from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.reading import Context, FactWord, Hunk, PassagePair, Reading
from rewritediff.core.facts.told import Told
from rewritediff.core.thesaurus import WordRelation
from rewritediff.core.tokens import APOSTROPHES, HYPHENS
from rewritediff.core.values import Sides

ALIKE = (WordRelation.SAME, WordRelation.SYNONYM, WordRelation.BROADER)
KNOWN_BETWEEN = 1
"""Content words with a counterpart that may stand between two without one in a run: "facts to *state* his case"."""
RETOLD = 0.6
"""Share of a side's content words without a counterpart from which on a passage was told anew, so that what seems lost is reworded."""
PARTICLE = 3
"""Letters that a particle before a surname has at most: "al", "van"."""
LEADING = 4
"""Words that a run goes back at most, to where it is led up to: "according to Russian diplomats"."""


class Run(NamedTuple):
    """Hold words of one side that belong together and have no counterpart."""

    first: int
    last: int
    """Numbers of its first and last word, both included: function words that lead up to the content belong to it."""
    content: tuple[int, ...]
    """Its content words without a counterpart."""
    against: int
    """How many content words the other side has in this place."""
    place: int
    """How many words of any kind it has there."""


class OneSided(NamedTuple):
    """Hold what a passage has on one side only."""

    surplus: int
    """How many more content words without a counterpart this side has than the other one."""
    runs: tuple[Run, ...]


class Seer:
    """Tell of a passage and a side (0 the original, 1 the rewrite) what only that side has."""

    def __init__(self, context: Context) -> None:
        self._light = [
            words | frozenset(form for phrase in tables["claims"].phrases("light") for form in phrase)
            for words, tables in zip(context.function_words, context.tables, strict=True)
        ]
        languages = context.documents.map(lambda document: document.language)
        self.covers = languages.original == languages.rewrite and "claims" in context.tables.rewrite
        """Both texts are in one language, whose words are known."""
        self._last: tuple[PassagePair, Sides[OneSided]] | None = None
        self._thesaurus = context.thesauri.rewrite
        self.told = Told(context)

    def see(self, pair: PassagePair) -> Sides[OneSided]:
        """Find the runs of each side that have no counterpart; the last answer is remembered, because claims and losses both ask."""
        if self._last is None or self._last[0] is not pair:
            self._last = pair, self._seen(pair)
        return self._last[1]

    def _seen(self, pair: PassagePair) -> Sides[OneSided]:
        own, other = self._lone(pair, 0), self._lone(pair, 1)
        surplus = len(own) - len(other)
        return Sides(OneSided(surplus, self._all_runs(pair, 0, own)), OneSided(-surplus, self._all_runs(pair, 1, other)))

    def _all_runs(self, pair: PassagePair, side: int, own: frozenset[int]) -> tuple[Run, ...]:
        hunks = [hunk for hunk in pair.hunks if not own.isdisjoint(range(*hunk[side]))] if own else ()
        return tuple(run for hunk in hunks for run in self._runs(pair, side, hunk, own))

    def is_replacing(self, pair: PassagePair, side: int, word: int) -> bool:
        """Tell whether the other side has as many content words where a word stands among its own."""
        for hunk in pair.hunks:
            start, end = hunk[side]
            if start <= word < end:
                return 0 < self._against(pair, 1 - side, hunk) >= self._against(pair, side, hunk)
        return False

    def has_synonym(self, pair: PassagePair, side: int, word: int) -> bool:
        """Tell whether a word that only the other side has means the same; asked last, since a thesaurus is slow."""
        form, others = tuple(pair.sides)[side].words[word].form, tuple(pair.sides)[1 - side].words
        return any(self._thesaurus.relation(form, others[k].form) in ALIKE for k in tuple(pair.changed)[1 - side])

    def without_synonyms(self, pair: PassagePair, side: int, run: Run) -> Run:
        """Leave out of a run's content what has a synonym on the other side."""
        return run._replace(content=tuple(k for k in run.content if not self.has_synonym(pair, side, k)))

    def is_retold(self, pair: PassagePair, side: int) -> bool:
        """Tell whether most content words of a side have no counterpart."""
        content = sum(self.is_content(word, side) for word in tuple(pair.sides)[side].words)
        return len(self._lone(pair, side)) > RETOLD * content

    def is_content(self, word: FactWord, side: int) -> bool:
        return word.form not in self._light[side] and _counts(word.form)

    def _lone(self, pair: PassagePair, side: int) -> frozenset[int]:
        """Number the content words of one side that have no counterpart anywhere on the other."""
        sides, changed = pair.sides, pair.changed
        own, other, numbers = (
            (sides.rewrite, sides.original, changed.rewrite) if side else (sides.original, sides.rewrite, changed.original)
        )
        forms, light = own.forms, self._light[side]
        content = [k for k in numbers if forms[k] not in light and _counts(forms[k])]
        if not content:
            return frozenset()
        stems = Stems(frozenset(other.forms))
        return frozenset([k for k in content if not stems.has(forms[k])])

    def _against(self, pair: PassagePair, side: int, hunk: Hunk) -> int:
        forms, light = (pair.sides.rewrite if side else pair.sides.original).forms, self._light[side]
        return sum([form not in light and _counts(form) for form in forms[slice(*hunk[side])]])

    def _runs(self, pair: PassagePair, side: int, hunk: Hunk, own: Collection[int]) -> Iterator[Run]:
        start, end = hunk[side]
        content = [k for k in range(start, end) if k in own]
        reading, (from_, to) = tuple(pair.sides)[side], hunk[1 - side]
        against = self._against(pair, 1 - side, hunk)
        for group in self._groups(reading, side, content):
            first = _leading(reading, group[0], max(start, group[0] - LEADING))
            yield Run(first, group[-1], tuple(group), against, to - from_)

    def _groups(self, reading: Reading, side: int, content: list[int]) -> Iterator[list[int]]:
        """Part content words between which others stand that have a counterpart, or a sentence ends."""
        group = content[:1]
        for k in content[1:]:
            between = range(group[-1] + 1, k)
            is_parted = reading.words[k].sentence != reading.words[group[-1]].sentence
            if is_parted or sum(self.is_content(reading.words[j], side) for j in between) > KNOWN_BETWEEN:
                yield group
                group = []
            group.append(k)
        yield group


def _counts(form: str) -> bool:
    """Tell whether a word that is not light says anything: no lone letter."""
    return len(form) > 1 or form.isdigit()


def _leading(reading: Reading, content: int, start: int) -> int:
    """Go back over the words that lead up to a word, up to a comma, and to the beginning of a word with hyphens."""
    first = content
    while first > start and reading.words[first - 1].sentence == reading.words[first].sentence:
        if not reading.before(first).isspace() and not set(HYPHENS).issuperset(reading.before(first)):
            break
        first -= 1
    while first < content and not set(APOSTROPHES).isdisjoint(reading.before(first)):
        first += 1
    return first


def is_modifier(pair: PassagePair, side: int, run: Run) -> bool:
    """Tell whether a run is one word right before what it tells of, which both sides have: "a *gold* mine"."""
    reading, changed = tuple(pair.sides)[side], tuple(pair.changed)[side]
    number = run.content[0]
    if run.place or run.first != run.last or number + 1 >= len(reading.words) or number + 1 in changed:
        return False
    word, following = reading.words[number : number + 2]
    if following.sentence != word.sentence or not reading.before(number + 1).isspace() or not reading.before(number).isspace():
        return False
    is_in_name = word.text[0].isupper() and (
        following.text[0].isupper() or _is_particle(reading, number + 1) or (number and reading.words[number - 1].text[0].isupper())
    )
    return not is_in_name


def _is_particle(reading: Reading, number: int) -> bool:
    """Tell whether a word begins a surname: "al-Rashid", "van Dijk"."""
    words = reading.words[number : number + 2]
    parts = words[0].text.replace("’", "-").split("-", 1)
    return parts[-1][:1].isupper() or (len(words[0].text) <= PARTICLE and len(words) > 1 and words[1].text[0].isupper())


def stands_for(pair: PassagePair, side: int, run: Run) -> bool:
    """Tell whether a run spells an abbreviation of the other side out: "DNNs" and "Deep Neural Networks"."""
    words = tuple(pair.sides)[side].words[run.first : run.last + 1]
    initials = "".join(word.form[0] for word in words)
    others = tuple(pair.sides)[1 - side].words
    return len(initials) > 1 and any(others[k].form.rstrip("s") == initials for k in tuple(pair.changed)[1 - side])


def cut(reading: Reading, run: Run) -> Reading:
    """Read a run by itself."""
    words = slice(run.first, run.last + 1)
    return Reading(reading.text, (reading.span(run.first, run.last),), reading.words[words], reading.forms[words], reading.tables)


def overlaps(it: Observation, others: Iterable[Observation]) -> bool:
    """Tell whether an observation points at words that others point at already."""
    return any(
        mine.overlap(theirs) for other in others for own, seen in zip(it.spans, other.spans, strict=True) for mine in own for theirs in seen
    )
