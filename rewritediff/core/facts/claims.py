"""What the rewrite claims and the original does not: sentences, clauses, accusations and judging words of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rewritediff.core.facts.elsewhere import Elsewhere, Stems
from rewritediff.core.facts.gravity import carried, grave_of
from rewritediff.core.facts.lone import lone_reader
from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.one_sided import OneSided, Run, Seer, is_modifier, stands_for
from rewritediff.core.facts.phrases import Phrases
from rewritediff.core.facts.reading import Context, PassagePair, Reading
from rewritediff.core.values import FindingKind, Sides, Span, Strength

Finder = Callable[[PassagePair], Iterable[Observation]]


def finder(context: Context, seer: Seer) -> Finder:
    """Make what points at new sentences, and at what linked sentences were given that the original does not say."""
    original = Elsewhere(context.documents.original, context.units.original, context.vocabulary)
    sentence, inside = _sentences(context, original), _inside(context, seer, original)

    def find(pair: PassagePair) -> Iterable[Observation]:
        if not pair.sides.original.spans:
            return sentence(pair.sides.rewrite)
        return inside(pair) if pair.changed.rewrite and pair.sides.rewrite.spans else ()

    return find


def _sentences(context: Context, original: Elsewhere) -> Callable[[Reading], Iterable[Observation]]:
    look = lone_reader(context, 1, original)

    def sentence(reading: Reading) -> Iterator[Observation]:
        lone = look(reading)
        if lone.is_furniture:
            yield _claim(reading, "new-furniture", Strength.NOTE, reading.spans)
        else:
            strength = Strength.CHECK if lone.carried.is_grave else Strength.LOOK
            yield _claim(reading, "new-sentence", strength, reading.spans, lone.carried.weight)

    return sentence


def _inside(context: Context, seer: Seer, original: Elsewhere) -> Callable[[PassagePair], Iterator[Observation]]:
    """Make what looks into linked sentences, where both are in one language whose words are known."""
    table, language = context.tables.rewrite["claims"], context.documents.rewrite.language
    if "claims" not in context.tables.rewrite or context.documents.original.language != language:
        return lambda _: iter(())
    grave = grave_of(table)
    judging, leads = Phrases(table.phrases("intensifiers")), Phrases((*table.phrases("leads"), *table.phrases("contrasts")))

    def clauses(pair: PassagePair, found: OneSided) -> Iterator[Observation]:
        reading = pair.sides.rewrite
        for run in found.runs:
            if is_modifier(pair, 1, run):
                if seer.is_content(reading.words[run.last + 1], 1):
                    yield _claim(reading, "modifier-new", Strength.LOOK, (reading.span(run.first, run.last),), -1.0)
            elif not (_is_clause(run, found) or is_phrase(reading, run)) or stands_for(pair, 1, run):
                continue
            elif not original.together([reading.words[k].form for k in run.content]):
                weight = carried(_cut(reading, run.first, run.last), grave, original.has, language).weight
                yield _claim(reading, "clause-new", Strength.LOOK, (reading.span(run.first, run.last),), weight)

    def is_phrase(reading: Reading, run: Run) -> bool:
        """Tell whether a few words were simply put in that lead up to something new: "into the ocean", "milk rather than"."""
        return not run.place and any(leads.at(reading.words, k) for k in range(run.first, run.content[0]))

    def words(pair: PassagePair) -> Iterator[Observation]:
        reading, changed = pair.sides.rewrite, sorted(pair.changed.rewrite)
        accusing = [k for k in changed if grave.accusing(reading, k)]
        praised = [k for k in changed if reading.words[k].form in judging and judging.at(reading.words, k)]
        if not accusing and not praised:
            return
        other, gone = pair.sides.original, pair.changed.original
        stems = Stems({word.form for word in other.words})
        if not any(grave.accusing(other, k) for k in gone):
            for k in accusing:
                form = reading.words[k].form
                if not stems.has(form):
                    is_known = original.has(form) or seer.is_replacing(pair, 1, k)
                    strength = Strength.LOOK if is_known else Strength.CHECK
                    yield _claim(reading, "accusation-new", strength, (reading.span(k, k),), 1.0)
        if not any(other.words[k].form in judging for k in gone):
            for k in praised:
                if not stems.has(reading.words[k].form) and not seer.is_replacing(pair, 1, k):
                    last = k + judging.at(reading.words, k) - 1
                    yield _claim(reading, "intensifier-new", Strength.LOOK, (reading.span(k, last),), -1.0)

    def inside(pair: PassagePair) -> Iterator[Observation]:
        single = list(words(pair))
        grave_spans = [it.spans.rewrite[0] for it in single if it.code == "accusation-new"]
        wide = [it for it in clauses(pair, seer.see(pair).rewrite) if not any(it.spans.rewrite[0].overlap(span) for span in grave_spans)]
        yield from wide
        yield from (it for it in single if not any(it.spans.rewrite[0].overlap(other.spans.rewrite[0]) for other in wide))

    return inside


def _is_clause(run: Run, found: OneSided) -> bool:
    if run.against:
        return len(run.content) >= 3 and run.against == 1 and found.surplus >= 2
    if not run.place and len(run.content) >= 3:
        return True
    return len(run.content) >= 2 and found.surplus >= (2 if run.place else 1)


def _cut(reading: Reading, first: int, last: int) -> Reading:
    span = reading.span(first, last)
    return Reading(reading.text, (span,), reading.words[first : last + 1], reading.tables)


def _claim(reading: Reading, code: str, strength: Strength, spans: tuple[Span, ...], weight: float = 0.0) -> Observation:
    values = tuple(span.of(reading.text) for span in spans)
    return Observation(FindingKind.CLAIM, code, strength, Sides((), spans), Sides((), values), weight=weight)
