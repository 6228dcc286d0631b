"""What the original says and the rewrite does not: sentences, clauses, warnings, qualifiers and words that tell things apart."""

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
LEAST = 3
"""Content words that make a dropped clause."""


def finder(context: Context, seer: Seer) -> Finder:
    """Make what points at dropped sentences, and at what linked sentences no longer say."""
    rewrite = Elsewhere(context.documents.rewrite, context.units.rewrite, context.vocabulary)
    sentence, inside = _sentences(context, rewrite), _inside(context, seer, rewrite)

    def find(pair: PassagePair) -> Iterable[Observation]:
        if not pair.sides.rewrite.spans:
            return sentence(pair.sides.original)
        return inside(pair) if pair.changed.original and pair.sides.original.spans else ()

    return find


def _sentences(context: Context, rewrite: Elsewhere) -> Callable[[Reading], Iterable[Observation]]:
    look = lone_reader(context, 0, rewrite)

    def sentence(reading: Reading) -> Iterator[Observation]:
        lone = look(reading)
        if lone.is_furniture:
            yield _loss(reading, "lost-furniture", Strength.NOTE, reading.spans)
        else:
            yield _loss(reading, "lost-sentence", Strength.LOOK, reading.spans, lone.carried.weight)

    return sentence


def _inside(context: Context, seer: Seer, rewrite: Elsewhere) -> Callable[[PassagePair], Iterator[Observation]]:
    """Make what looks into linked sentences, where both are in one language whose words are known."""
    table, language = context.tables.original["claims"], context.documents.original.language
    if "claims" not in context.tables.original or context.documents.rewrite.language != language:
        return lambda _: iter(())
    grave = grave_of(table)
    function_words = context.function_words.rewrite
    links, qualifiers = Phrases(table.phrases("links")), Phrases(table.phrases("qualifiers"))

    def clauses(pair: PassagePair, found: OneSided) -> Iterator[Observation]:
        reading = pair.sides.original
        for run in found.runs:
            if _is_clause(run, found):
                if not stands_for(pair, 0, run) and not rewrite.together([reading.words[k].form for k in run.content]):
                    weight = carried(_cut(reading, run), grave, rewrite.has, language).weight
                    yield _loss(reading, "clause-lost", Strength.LOOK, (reading.span(run.first, run.last),), weight)
            elif is_dropped_alone(pair, run):
                yield _loss(reading, "modifier-lost", Strength.LOOK, (reading.span(run.content[0], run.content[0]),), -1.0)

    def is_dropped_alone(pair: PassagePair, run: Run) -> bool:
        """Tell whether one word was left out that told a kind of thing apart ("Islamist militants"), or what somebody felt ("angry about")."""
        words, number = pair.sides.original.words, run.content[0]
        if not run.place:
            return is_modifier(pair, 0, run) and seer.is_content(words[number + 1], 0)
        if run.against or len(run.content) != 1:
            return False
        here = next(hunk for hunk in pair.hunks if hunk.original[0] <= number < hunk.original[1])
        is_bare = all(pair.sides.rewrite.words[k].form in function_words for k in range(*here.rewrite))
        return is_bare and number == here.original[0] and any(words[k].form in links for k in range(max(0, number - 2), number))

    def words(pair: PassagePair) -> Iterator[Observation]:
        reading, changed = pair.sides.original, sorted(pair.changed.original)
        for code, phrases in (("warning-lost", grave.warnings), ("qualifier-lost", qualifiers)):
            lost = [k for k in changed if reading.words[k].form in phrases and phrases.at(reading.words, k)]
            if not lost:
                continue
            other = pair.sides.rewrite
            if any(phrases.at(other.words, k) for k in pair.changed.rewrite):
                continue
            stems = Stems({word.form for word in other.words})
            for k in lost:
                if not stems.has(reading.words[k].form) and not seer.is_replacing(pair, 0, k):
                    last = k + phrases.at(reading.words, k) - 1
                    yield _loss(reading, code, Strength.LOOK, (reading.span(k, last),), 1.0)

    def inside(pair: PassagePair) -> Iterator[Observation]:
        wide = list(clauses(pair, seer.see(pair).original))
        yield from wide
        yield from (it for it in words(pair) if not any(it.spans.original[0].overlap(other.spans.original[0]) for other in wide))

    return inside


def _is_clause(run: Run, found: OneSided) -> bool:
    return not run.against and len(run.content) >= LEAST and (not run.place or found.surplus >= LEAST)


def _cut(reading: Reading, run: Run) -> Reading:
    return Reading(reading.text, (reading.span(run.first, run.last),), reading.words[run.first : run.last + 1], reading.tables)


def _loss(reading: Reading, code: str, strength: Strength, spans: tuple[Span, ...], weight: float = 0.0) -> Observation:
    values = tuple(span.of(reading.text) for span in spans)
    return Observation(FindingKind.LOSS, code, strength, Sides(spans, ()), Sides(values, ()), weight=weight)
