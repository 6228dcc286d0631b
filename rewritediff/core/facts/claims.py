"""What the rewrite claims and the original does not: sentences, clauses, accusations, details and judging words of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rewritediff.core.facts.elsewhere import Elsewhere, Stems
from rewritediff.core.facts.foreign import foreign_words
from rewritediff.core.facts.gravity import carried, grave_of
from rewritediff.core.facts.lone import is_translated, lone_reader
from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.one_sided import OneSided, Run, Seer, cut, is_modifier, overlaps, stands_for
from rewritediff.core.facts.phrases import phrases_of
from rewritediff.core.facts.reading import Context, PassagePair, Reading
from rewritediff.core.facts.speech import reports_in, speech_of
from rewritediff.core.values import FindingKind, Sides, Span, Strength

Find = Callable[[PassagePair], Iterable[Observation]]


def finder(context: Context, seer: Seer) -> Find:
    """Make what points at new sentences, and at what linked sentences were given that the original does not say."""
    original = Elsewhere(context, 0)
    look, inside, translated = lone_reader(context, 1, original), Inside(context, seer, original), is_translated(context)

    def find(pair: PassagePair) -> Iterable[Observation]:
        if not pair.sides.original.spans:
            lone, reading = look(pair.sides.rewrite), pair.sides.rewrite
            if lone.is_furniture:
                return (_claim(reading, "new-furniture", Strength.NOTE, reading.spans),)
            strength = Strength.NOTE if translated else Strength.CHECK if lone.carried.is_grave else Strength.LOOK
            return (_claim(reading, "new-sentence", strength, reading.spans, lone.carried.weight),)
        return inside.find(pair) if pair.changed.rewrite and pair.sides.rewrite.spans and seer.covers else ()

    return find


class Inside:
    """Look into linked sentences."""

    def __init__(self, context: Context, seer: Seer, original: Elsewhere) -> None:
        table = context.tables.rewrite["claims"]
        self._seer, self._original, self._language = seer, original, context.documents.rewrite.language
        self._grave, self._judging = grave_of(table), phrases_of(table, ("intensifiers",))
        self._speech = speech_of(context.tables.rewrite, context.function_words.rewrite) if "speech" in context.tables.rewrite else None
        self._leads = phrases_of(table, ("leads", "contrasts"))
        self._known = context.function_words.rewrite, context.thesauri.rewrite

    def find(self, pair: PassagePair) -> Iterator[Observation]:
        """Give accusations first, then clauses, then single words; what was pointed at is not pointed at again."""
        accusing = list(self._accusations(pair))
        wide = [it for it in self._clauses(pair) if not overlaps(it, accusing)]
        yield from wide
        yield from (it for it in (*accusing, *self._judgements(pair)) if not overlaps(it, wide))

    def _clauses(self, pair: PassagePair) -> Iterator[Observation]:
        found, reading = self._seer.see(pair).rewrite, pair.sides.rewrite
        for run in found.runs:
            spans = (reading.span(run.first, run.last),)
            if is_modifier(pair, 1, run):
                # a judging word is told as one
                is_told = reading.words[run.first].form in self._judging or self._seer.has_synonym(pair, 1, run.first)
                is_told = is_told or self._seer.told.holds(pair, 1, run.content)
                if self._seer.is_content(reading.words[run.last + 1], 1) and not is_told:
                    yield _claim(reading, "modifier-new", Strength.LOOK, spans, -1.0)
            elif self._is_much(reading, run, found) and self._is_new(pair, run, found) and not self._is_attribution(reading, run):
                weight = carried(cut(reading, run), self._grave, self._original.has, self._language).weight
                yield _claim(reading, "clause-new", Strength.LOOK, spans, weight)

    def _is_much(self, reading: Reading, run: Run, found: OneSided) -> bool:
        return bool(run.content) and (_is_clause(run, found) or self._is_phrase(reading, run))

    def _is_new(self, pair: PassagePair, run: Run, found: OneSided) -> bool:
        """Tell whether enough is left without synonyms, abbreviations, and what the original says elsewhere."""
        reading, left = pair.sides.rewrite, self._seer.without_synonyms(pair, 1, run)
        is_known = stands_for(pair, 1, run) or not self._is_much(reading, left, found)
        is_known = is_known or self._seer.told.holds(pair, 1, run.content)
        is_known = is_known or not foreign_words(reading, *self._known).isdisjoint(run.content)
        return not is_known and not self._original.together([reading.words[k].form for k in run.content])

    def _is_attribution(self, reading: Reading, run: Run) -> bool:
        """Tell whether a run begins with who said it, which is told as a speaker."""
        if self._speech is None:
            return False
        inside = range(run.first, run.last + 1)
        reports = [it for it in reports_in(reading, self._speech) if it.first in inside and it.sure and it.speaker]
        return any(min(it.first, *it.speaker) == run.first and not set(it.speaker).isdisjoint(run.content) for it in reports)

    def _is_phrase(self, reading: Reading, run: Run) -> bool:
        """Tell whether a few words were simply put in that lead up to something new: "into the ocean", "milk rather than"."""
        return not run.place and any(self._leads.at(reading, k) for k in range(run.first, run.content[0]))

    def _accusations(self, pair: PassagePair) -> Iterator[Observation]:
        """Give accusing words where the original's passage accuses nobody of anything else."""
        reading, other, accusing = pair.sides.rewrite, pair.sides.original, self._grave.accusing
        found = [k for k in sorted(pair.changed.rewrite) if accusing(reading, k)]
        if not found or any(accusing(other, k) for k in pair.changed.original):
            return
        stems = Stems({word.form for word in other.words})
        for k in found:
            form = reading.words[k].form
            if not stems.has(form) and not self._seer.has_synonym(pair, 1, k):
                is_known = self._original.has(form) or self._seer.is_replacing(pair, 1, k)
                yield _claim(reading, "accusation-new", Strength.LOOK if is_known else Strength.CHECK, (reading.span(k, k),), 1.0)

    def _judgements(self, pair: PassagePair) -> Iterator[Observation]:
        """Give judging words where the original's passage has no other in their stead: "very" for "extremely" is none."""
        reading, other = pair.sides.rewrite, pair.sides.original
        found = [it for k in sorted(pair.changed.rewrite) if (it := self._judging.at(reading, k))]
        if not found or any(other.words[k].form in self._judging for k in pair.changed.original):
            return
        stems = Stems({word.form for word in other.words})
        for it in found:
            if not stems.has(reading.forms[it.first]) and not self._seer.is_replacing(pair, 1, it.first):
                yield _claim(reading, "intensifier-new", Strength.LOOK, (reading.span(it.first, it.last),), -1.0)


def _is_clause(run: Run, found: OneSided) -> bool:
    """Tell whether more was put in than a paraphrase needs; of inserted runs of two words 9 in 10 change facts (SummEdits), of one half."""
    if run.against:
        return len(run.content) >= 3 and run.against == 1 and found.surplus >= 2
    if not run.place and len(run.content) >= 3:
        return True
    return len(run.content) >= 2 and found.surplus >= (2 if run.place else 1)


def _claim(reading: Reading, code: str, strength: Strength, spans: tuple[Span, ...], weight: float = 0.0) -> Observation:
    values = tuple(span.of(reading.text) for span in spans)
    return Observation(FindingKind.CLAIM, code, strength, Sides((), spans), Sides((), values), weight=weight)
