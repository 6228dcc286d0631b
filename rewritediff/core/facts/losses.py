"""What the original says and the rewrite does not: sentences, clauses, warnings, qualifiers and words that tell things apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rewritediff.core.facts.elsewhere import Elsewhere, Stems
from rewritediff.core.facts.gravity import carried, grave_of
from rewritediff.core.facts.lone import is_translated, lone_reader
from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.one_sided import OneSided, Run, Seer, cut, is_modifier, overlaps, stands_for
from rewritediff.core.facts.phrases import Phrases, phrases_of
from rewritediff.core.facts.reading import Context, PassagePair, Reading
from rewritediff.core.values import FindingKind, Sides, Span, Strength

Find = Callable[[PassagePair], Iterable[Observation]]
SUMMARY = 0.5
"""Share of the original's words that a rewrite has at most where leaving sentences out is its very purpose."""
LONG = 200
"""Words of a text that can be summed up."""
LEAST = 3
"""Content words that make a dropped clause: with two, shortened wording is flagged as often as what was dropped."""


def finder(context: Context, seer: Seer) -> Find:
    """Make what points at dropped sentences, and at what linked sentences no longer say."""
    rewrite = Elsewhere(context, 1)
    look, inside, translated = lone_reader(context, 0, rewrite), Inside(context, seer, rewrite), is_translated(context)
    is_summary = len(context.units.rewrite) <= SUMMARY * len(context.units.original) and len(context.units.original) >= LONG

    def find(pair: PassagePair) -> Iterable[Observation]:
        if not pair.sides.rewrite.spans:
            lone, reading = look(pair.sides.original), pair.sides.original
            if lone.is_furniture:
                return (_loss(reading, "lost-furniture", Strength.NOTE, reading.spans),)
            strength = Strength.NOTE if translated or (is_summary and not lone.carried.warning) else Strength.LOOK
            return (_loss(reading, "lost-sentence", strength, reading.spans, lone.carried.weight),)
        return inside.find(pair) if pair.changed.original and pair.sides.original.spans and seer.covers else ()

    return find


class Inside:
    """Look into linked sentences."""

    def __init__(self, context: Context, seer: Seer, rewrite: Elsewhere) -> None:
        table = context.tables.original["claims"]
        self._seer, self._rewrite, self._language = seer, rewrite, context.documents.original.language
        self._grave, self._links = grave_of(table), phrases_of(table, ("links",))
        self._function_words = context.function_words.rewrite
        self._listed = (("warning-lost", self._grave.warnings), ("qualifier-lost", phrases_of(table, ("qualifiers",))))

    def find(self, pair: PassagePair) -> Iterator[Observation]:
        """Give clauses, then single words outside of them."""
        wide = list(self._clauses(pair))
        yield from wide
        yield from (it for code, phrases in self._listed for it in self._words(pair, code, phrases) if not overlaps(it, wide))

    def _clauses(self, pair: PassagePair) -> Iterator[Observation]:
        found, reading = self._seer.see(pair).original, pair.sides.original
        for run in found.runs:
            if _is_clause(run, found):
                if self._is_gone(pair, run, found):
                    weight = carried(cut(reading, run), self._grave, self._rewrite.has, self._language).weight
                    strength = Strength.NOTE if self._seer.is_retold(pair, 0) else Strength.LOOK
                    yield _loss(reading, "clause-lost", strength, (reading.span(run.first, run.last),), weight)
            elif self._is_dropped_alone(pair, run) and not self._is_told(pair, run):
                yield _loss(reading, "modifier-lost", Strength.LOOK, (reading.span(run.content[0], run.content[0]),), -1.0)

    def _is_told(self, pair: PassagePair, run: Run) -> bool:
        return self._seer.told.holds(pair, 0, run.content) or self._seer.has_synonym(pair, 0, run.content[0])

    def _is_gone(self, pair: PassagePair, run: Run, found: OneSided) -> bool:
        """Tell whether enough is left without synonyms, abbreviations, and what the rewrite says elsewhere."""
        words, left = pair.sides.original.words, self._seer.without_synonyms(pair, 0, run)
        is_known = stands_for(pair, 0, run) or not _is_clause(left, found)
        is_known = is_known or self._seer.told.holds(pair, 0, run.content)
        return not is_known and not self._rewrite.together([words[k].form for k in run.content])

    def _is_dropped_alone(self, pair: PassagePair, run: Run) -> bool:
        """Tell whether one word was left out that told a kind apart ("Islamist militants") or what somebody felt ("angry about")."""
        words, number = pair.sides.original.words, run.content[0]
        if not run.place:
            return is_modifier(pair, 0, run) and self._seer.is_content(words[number + 1], 0)
        if run.against or len(run.content) != 1:
            return False
        here = next(hunk for hunk in pair.hunks if hunk.original[0] <= number < hunk.original[1])
        is_bare = all(pair.sides.rewrite.words[k].form in self._function_words for k in range(*here.rewrite))
        return is_bare and number == here.original[0] and any(words[k].form in self._links for k in range(max(0, number - 2), number))

    def _words(self, pair: PassagePair, code: str, phrases: Phrases) -> Iterator[Observation]:
        """Give words of a list where the rewrite's passage has no other of them in their stead."""
        reading, other = pair.sides.original, pair.sides.rewrite
        found = [it for k in sorted(pair.changed.original) if (it := phrases.at(reading, k))]
        if not found or any(phrases.at(other, k) for k in pair.changed.rewrite):
            return
        stems = Stems({word.form for word in other.words})
        for it in found:
            is_kept = stems.has(reading.forms[it.first]) or self._seer.is_replacing(pair, 0, it.first)
            if not is_kept and not self._seer.told.qualifies(pair, 0, it.first) and not self._seer.has_synonym(pair, 0, it.first):
                yield _loss(reading, code, Strength.LOOK, (reading.span(it.first, it.last),), 1.0)


def _is_clause(run: Run, found: OneSided) -> bool:
    return not run.against and len(run.content) >= LEAST and (not run.place or found.surplus >= LEAST)


def _loss(reading: Reading, code: str, strength: Strength, spans: tuple[Span, ...], weight: float = 0.0) -> Observation:
    values = tuple(span.of(reading.text) for span in spans)
    return Observation(FindingKind.LOSS, code, strength, Sides(spans, ()), Sides(values, ()), weight=weight)
