"""Who said it: another speaker, an attribution that was dropped, or one that is new.

Two speakers are the same where they share a word ("Mayor Ilse Brandström", "the mayor"), where a pronoun can stand for the other, and
where either text calls the one by the other's description. Nothing is said of a speaker who cannot be told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from rewritediff.core.facts.neighbours import Forms, Naming, Neighbours, is_capital, names_of, written
from rewritediff.core.facts.observation import LONGEST, Observation
from rewritediff.core.facts.reading import QUOTES, Context, PassagePair, Reading
from rewritediff.core.facts.speech import Report, Speech, are_foreign, reporting_words, reports_in, speech_of
from rewritediff.core.values import FindingKind, Sides, Span, Strength

if TYPE_CHECKING:
    from rewritediff.core.facts.families import Finder

ATTRIBUTING = frozenset({"neutral", "doubting", "revealing", "admitting", "warning", "according"})
"""Attitudes of verbs that name a source; what somebody believes or promises is no source."""
ALIKE = 4
"""Letters with which two names begin alike."""
REACH = 2
"""Sentences around a passage in which a speaker may have been named already."""
NOUNS_WITH_CAPITALS = frozenset({"de"})
GENDERED = frozenset({"m", "f"})


@dataclass(frozen=True, slots=True, eq=False)
class Speaker:
    """Say who speaks, as far as the text tells."""

    report: Report
    forms: Forms
    names: Forms
    value: str
    """As a reader should see it: "She [Renée Aubert]"."""
    spans: tuple[Span, ...]
    guessed: bool = False
    """It was found outside the passage."""


@dataclass(frozen=True, slots=True, eq=False)
class Sources:
    """Hold what is known of both texts to tell their speakers."""

    context: Context
    speech: Sides[Speech]
    neighbours: Sides[Neighbours]
    naming: Naming
    mood: Sides[frozenset[str]]
    """Verb forms that mark reported speech by themselves: "sei", "habe"."""


def finder(context: Context) -> Finder:
    """Make what looks for changed speakers between two texts."""
    speech = Sides(*(speech_of(tables, words) for tables, words in zip(context.tables, context.function_words, strict=True)))
    neighbours = Sides(*(Neighbours(context, side, of) for side, of in enumerate(speech)))
    sources = Sources(
        context, speech, neighbours, Naming(context), context.tables.map(lambda tables: tables["speech"].words("reported_mood"))
    )

    foreign = are_foreign(context)

    def asked(pair: PassagePair) -> Iterator[Observation]:
        verbs = [reporting_words(reading, of) for reading, of in zip(pair.sides, speech, strict=True)]
        if any(verbs) and not foreign:
            yield from _speakers_changed(pair, sources, len(verbs[0]) == len(verbs[1]))

    return asked


def _speakers_changed(pair: PassagePair, sources: Sources, as_many: bool) -> Iterator[Observation]:
    """Compare the speakers of both sides; nothing else is read where no word of theirs changed, and both report as often."""
    first = reports_in(pair.sides.original, sources.speech.original)
    if as_many and pair.changed.original.isdisjoint(k for it in first for k in (it.first, *it.speaker)):
        return
    reports = Sides(first, reports_in(pair.sides.rewrite, sources.speech.rewrite))
    told = Sides(*(_told(reading, found) for reading, found in zip(pair.sides, reports, strict=True)))
    if told.original == told.rewrite:
        return
    speakers = Sides(*(_speakers(pair, side, tuple(reports)[side], sources) for side in (0, 1)))
    lost, new = _unmatched(speakers)
    if len(lost) == len(new) == 1 and len(reports.original) == len(reports.rewrite):
        yield from _exchanged(pair, lost[0], new[0], sources)
    elif lost and not new and not _wild(reports.rewrite):
        yield from _dropped(pair, 0, lost, sources)
    elif new and not lost and not _wild(reports.original):
        carried = None if speakers.original else _carried(pair, sources)
        yield from _exchanged(pair, carried, new[0], sources) if carried else _dropped(pair, 1, new, sources)


def _told(reading: Reading, reports: Sequence[Report]) -> list[tuple[str, ...]]:
    return [tuple(reading.words[k].form for k in (it.first, *it.speaker)) for it in reports]


def _wild(reports: Sequence[Report]) -> bool:
    """Tell whether somebody speaks of whom it cannot be told who it is."""
    return any(not it.speaker for it in reports if it.attitude in ATTRIBUTING)


def _speakers(pair: PassagePair, side: int, reports: Sequence[Report], sources: Sources) -> list[Speaker]:
    reading = tuple(pair.sides)[side]
    return [
        _speaker(reading, it, tuple(sources.neighbours)[side]) for it in reports if it.speaker and it.sure and it.attitude in ATTRIBUTING
    ]


def _speaker(reading: Reading, report: Report, neighbours: Neighbours) -> Speaker:
    words = [reading.words[k] for k in report.speaker]
    spans = (reading.span(report.speaker[0], report.speaker[-1]),)
    value = written(reading, report)
    if not report.pronoun:
        forms = frozenset(word.form for word in words)
        return Speaker(report, forms, _person(reading, report, neighbours.speech), value, spans)
    if names_of(reading, range(report.speaker[0])):
        return Speaker(report, frozenset(), frozenset(), value, spans, guessed=True)
    forms, names, known = neighbours.speaker_before(words[0].start)
    return Speaker(report, forms, names, f"{value} [{known}]" if known else value, spans, guessed=True)


def _person(reading: Reading, report: Report, speech: Speech) -> Forms:
    """Give the words of a speaker that are a name: none behind an article ("the Connecticut Democrat")."""
    first = report.speaker[0]
    if first and reading.words[first - 1].form in speech.articles and not reading.before(first).strip():
        return frozenset()
    return frozenset(word.form for word in (reading.words[k] for k in report.speaker) if is_capital(word))


def _unmatched(speakers: Sides[list[Speaker]]) -> tuple[list[Speaker], list[Speaker]]:
    """Leave out who speaks on both sides, and pronouns on both sides."""
    new = list(speakers.rewrite)
    lost = []
    for was in speakers.original:
        now = next((it for it in new if _are_one(was, it)), None)
        if now is None:
            lost.append(was)
        else:
            new = [it for it in new if not _are_one(was, it)]
    return [it for it in lost if not any(_are_one(it, other) for other in speakers.rewrite)], [
        it for it in new if not any(_are_one(it, other) for other in speakers.original)
    ]


def _are_one(was: Speaker, now: Speaker) -> bool:
    if was.report.pronoun and now.report.pronoun:
        return not _differ(was.report.pronoun, now.report.pronoun)
    return bool(was.forms & now.forms) or any(_are_spelt_alike(*each) for each in product(was.names, now.names))


def _are_spelt_alike(one: str, other: str) -> bool:
    """Tell whether two names may be one with a slip, which is told as a name: "Sundwell", "Sundwall"."""
    return len(one) > ALIKE and one[:ALIKE] == other[:ALIKE] and abs(len(one) - len(other)) <= ALIKE // 2


def _differ(was: str, now: str) -> bool:
    return was != now and {was, now} <= GENDERED


def _carried(pair: PassagePair, sources: Sources) -> Speaker | None:
    """Find who speaks in a quotation of the original that goes on from the sentence before."""
    reading, neighbours = pair.sides.original, sources.neighbours.original
    if not reading.words or not QUOTES & set(reading.before(0)):
        return None
    here = neighbours.number(reading.words[0].start)
    if not here or neighbours.document.sentences[here - 1].paragraph != neighbours.document.sentences[here].paragraph:
        return None
    before, reports = neighbours.read(here - 1)
    report = next((it for it in reversed(reports) if it.closing and it.sure and it.speaker), None)
    if report is None or not QUOTES & set(before.text[before.spans[0].start : before.spans[0].end]) or report.pronoun:
        return None
    found = _speaker(before, report, neighbours)
    return Speaker(found.report, found.forms, found.names, f"[{found.value}]", ())


def _exchanged(pair: PassagePair, was: Speaker, now: Speaker, sources: Sources) -> Iterator[Observation]:
    """Tell of two speakers that cannot be one."""
    if was.report.pronoun and now.report.pronoun:
        yield _observation("speaker-changed", Strength.CHECK, was, now)
        return
    if not was.forms or not now.forms or _named_near(pair, was, now, sources):
        return
    was, now = (replace(it, names=_known_names(sources.naming, it)) for it in (was, now))
    if not _are_people(was, now, sources) or _is_called(was, now, sources) or _is_called(now, was, sources):
        return
    yield _observation("speaker-changed", Strength.CHECK, was, now)


def _known_names(naming: Naming, speaker: Speaker) -> Forms:
    """Leave out a lone word that opens a sentence, unless it has its capital elsewhere too: "Prosecutors said"."""
    lone = len(speaker.names) == 1 and not speaker.report.closing and not speaker.report.pronoun
    return speaker.names if not lone or naming.named_elsewhere(speaker.names) else frozenset()


def _named_near(pair: PassagePair, was: Speaker, now: Speaker, sources: Sources) -> bool:
    """Tell whether a pronoun may mean the other speaker after all, or the other passage names this one too."""
    passages = [frozenset(word.form for word in reading.words) for reading in pair.sides]
    if (now.names and now.names <= passages[0]) or (was.names and was.names <= passages[1]):
        return True
    if was.report.pronoun and now.names:
        return bool(now.names & _around(pair, 0, sources))
    return bool(now.report.pronoun and was.names) and bool(was.names & _around(pair, 1, sources))


def _around(pair: PassagePair, side: int, sources: Sources) -> Forms:
    reading, neighbours = tuple(pair.sides)[side], tuple(sources.neighbours)[side]
    return neighbours.forms_around(reading.spans[0].start, reading.spans[-1].start, REACH)


def _are_people(was: Speaker, now: Speaker, sources: Sources) -> bool:
    """Tell whether both are named, or one is and the other is what another person is called."""
    least = 2 if NOUNS_WITH_CAPITALS & {tables.language for tables in sources.context.tables} else 1
    if len(was.names) >= least and len(now.names) >= least:
        return True
    if len(was.names) < least and len(now.names) < least:
        return False
    described_only, other = (now, was) if len(was.names) >= least else (was, now)
    return sources.naming.named_beside(described_only.forms, other.forms)


def _is_called(one: Speaker, other: Speaker, sources: Sources) -> bool:
    return bool(one.names) and bool(other.forms & (sources.naming.described(one.names) - one.forms))


def _dropped(pair: PassagePair, side: int, speakers: Sequence[Speaker], sources: Sources) -> Iterator[Observation]:
    """Tell of an attribution that the other side lacks, unless it names its source in other words or nearby."""
    other = tuple(pair.sides)[1 - side]
    here = frozenset(word.form for word in other.words)
    if here & tuple(sources.mood)[1 - side]:
        return
    for it in speakers:
        if it.report.pronoun or it.forms & here or not _is_whole(pair, side, it):
            continue
        if it.forms & _around(pair, 1 - side, sources) and _speaks_near(pair, 1 - side, it, sources):
            continue
        whole = _with_verb(tuple(pair.sides)[side], it)
        yield (
            _observation("attribution-new", Strength.LOOK, None, whole)
            if side
            else _observation("attribution-lost", Strength.LOOK, whole, None)
        )


def _with_verb(reading: Reading, it: Speaker) -> Speaker:
    """Point at the words that attribute as well, where they stand beside the speaker's."""
    first, last = min(it.report.first, it.report.speaker[0]), max(it.report.last, it.report.speaker[-1])
    if last - first >= LONGEST:
        return it
    span = reading.span(first, last)
    return replace(it, spans=(span,), value=span.of(reading.text))


def _is_whole(pair: PassagePair, side: int, speaker: Speaker) -> bool:
    """Tell whether the words that attribute are themselves changed."""
    changed = tuple(pair.changed)[side]
    return any(k in changed for k in range(speaker.report.first, speaker.report.last + 1)) and any(
        k in changed for k in speaker.report.speaker
    )


def _speaks_near(pair: PassagePair, side: int, speaker: Speaker, sources: Sources) -> bool:
    reading, neighbours = tuple(pair.sides)[side], tuple(sources.neighbours)[side]
    low, high = neighbours.number(reading.spans[0].start), neighbours.number(reading.spans[-1].start)
    for k in range(max(0, low - REACH), min(len(neighbours), high + REACH + 1)):
        near, reports = neighbours.read(k)
        if any(speaker.forms & {near.words[place].form for place in it.speaker} for it in reports):
            return True
    return False


def _observation(code: str, strength: Strength, was: Speaker | None, now: Speaker | None) -> Observation:
    sides = Sides(was, now)
    spans: Sides[tuple[Span, ...]] = sides.map(lambda it: it.spans if it else ())
    values: Sides[tuple[str, ...]] = sides.map(lambda it: (it.value,) if it else ())
    keys: Sides[tuple[str, ...]] = sides.map(lambda it: (" ".join(sorted(it.forms)),) if it else ())
    return Observation(FindingKind.SPEAKER, code, strength, spans, values, keys)
