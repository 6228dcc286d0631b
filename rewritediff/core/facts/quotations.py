"""What stands between quotation marks: newly put there, altered inside, or turned into the text's own words.

A quotation may run through several passages; each is asked about its part. Its words are looked for in the other side, which says
whether they were quoted there too, reported as somebody's, or said by nobody. Where one text has no quotation marks to speak of, one
finding says so, and only narration turned into speech is told by itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from rewritediff.core.facts.foreign import is_foreign
from rewritediff.core.facts.neighbours import Neighbours
from rewritediff.core.facts.observation import LONGEST, Observation, pointed
from rewritediff.core.facts.reading import Context, FactWord, PassagePair, Reading
from rewritediff.core.facts.speech import Speech, are_foreign, reporting_words, reports_in, speech_of
from rewritediff.core.quoted import with_single
from rewritediff.core.similarity import hunks_between
from rewritediff.core.thesaurus import Thesaurus
from rewritediff.core.values import FindingKind, Sides, Span, Strength

if TYPE_CHECKING:
    from rewritediff.core.facts.families import Finder

SEVERAL = 3
"""Quotations of one text from which the other one's want of marks is told."""
NEXT_TO_NONE = 0.15
"""Share of the other text's quotations under which a text has next to none."""
SHORT = 4
"""Words between marks up to which narration is rather stressed than turned into speech."""
SCARE = 2
"""Words between marks that stress a word or name a title rather than quote a speaker."""
FOUND = 0.6
"""Share of a quotation's words that the other side must have for them to be the same words."""
ALIKE = 0.5
"""The same where both sides quote."""
REACH = 6
"""Sentences through which a quotation without marks may go on."""
DASHES = frozenset("-–—")
CODE = frozenset("|={}<>_\\`")
ALLOWED = ("…", "...", "[", "(")
"""Signs with which a quotation says itself that words were left out or put in."""


class Quotation(NamedTuple):
    """Hold the part of a quotation that lies in a passage: word numbers, half open."""

    first: int
    end: int
    begins: bool
    """The part is where the quotation begins."""


@dataclass(frozen=True, slots=True, eq=False)
class Marks:
    """Hold where both texts have quotations."""

    spans: Sides[Sequence[Span]]
    starts: Sides[list[int]]
    bare: tuple[bool, bool]
    """Which of the texts has no quotation marks to speak of, though the other has."""
    speech: Sides[Speech]
    neighbours: Sides[Neighbours]
    quoted: Sides[str]
    """All quoted words of a text in a row, to look for a quotation that stands elsewhere."""
    function_words: Sides[frozenset[str]]
    thesauri: Sides[Thesaurus]


def finder(context: Context) -> Finder:
    """Make what compares quotations; where neither text has any, nobody need be asked."""
    spans: Sides[Sequence[Span]] = Sides(*(with_single(document.text) for document in context.documents))
    speech = Sides(*(speech_of(tables, words) for tables, words in zip(context.tables, context.function_words, strict=True)))
    marks = Marks(
        spans=spans,
        starts=spans.map(lambda found: [span.start for span in found]),
        bare=(_is_bare(spans.original, spans.rewrite), _is_bare(spans.rewrite, spans.original)),
        speech=speech,
        neighbours=Sides(*(Neighbours(context, side, of) for side, of in enumerate(speech))),
        quoted=Sides(*(_quoted_words(context, side, found) for side, found in enumerate(spans))),
        function_words=context.function_words,
        thesauri=context.thesauri,
    )
    if are_foreign(context) or (not spans.original and not spans.rewrite):
        return lambda _: ()
    return lambda pair: _compared(pair, marks)


def whole(context: Context) -> Iterator[Observation]:
    """Say that one text has no quotation marks to speak of, and name the quotations of the other."""
    spans = context.documents.map(lambda document: with_single(document.text))
    for side, (own, other) in enumerate((tuple(spans), tuple(spans.swapped()))):
        if _is_bare(own, other):
            text = context.documents.rewrite.text if side == 0 else context.documents.original.text
            found = tuple(_trimmed(text, span) for span in other if span.of(text).strip())
            yield Observation(
                FindingKind.QUOTATION,
                "few-quotation-marks" if own else "no-quotation-marks",
                Strength.LOOK,
                Sides((), found) if side == 0 else Sides(found, ()),
                Sides((), ()),
                weight=1,
            )


def _trimmed(text: str, span: Span) -> Span:
    words = span.of(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end - len(words) + len(words.rstrip()))


def _is_bare(own: Sequence[Span], other: Sequence[Span]) -> bool:
    return len(other) >= SEVERAL and len(own) <= len(other) * NEXT_TO_NONE


def _quoted_words(context: Context, side: int, spans: Sequence[Span]) -> str:
    units = tuple(context.units)[side]
    forms = (context.vocabulary[k] for span in spans for k in units.ids[units.within(span.start, span.end)].tolist())
    return f" {' '.join(form for form in forms if form[:1].isalnum())} "


def _compared(pair: PassagePair, marks: Marks) -> Iterator[Observation]:
    quotations = Sides(*(_within(r, found, starts) for r, found, starts in zip(pair.sides, marks.spans, marks.starts, strict=True)))
    if not quotations.original and not quotations.rewrite:
        return
    if _words(pair.sides.original, quotations.original) == _words(pair.sides.rewrite, quotations.rewrite):
        return
    quoted = quotations.map(lambda found: frozenset(k for it in found for k in range(it.first, it.end)))
    for it in quotations.rewrite:
        yield from _quoted_anew(pair, it, quoted, marks)
    for it in quotations.original:
        yield from _no_longer_quoted(pair, it, quoted, marks)


def _words(reading: Reading, found: Sequence[Quotation]) -> list[str]:
    return [word.form for it in found for word in reading.words[it.first : it.end]]


def _within(reading: Reading, spans: Sequence[Span], starts: list[int]) -> list[Quotation]:
    """Find the quotations of a text that lie in a passage, at least in part."""
    found: list[Quotation] = []
    for number, sentence in enumerate(reading.spans):
        low = max(0, bisect_right(starts, sentence.start) - 1)
        for span in spans[low : bisect_left(starts, sentence.end)]:
            if span.end <= sentence.start:
                continue
            inside = [
                k for k, word in enumerate(reading.words) if word.sentence == number and span.start <= word.start and word.end <= span.end
            ]
            if inside:
                first, begins = inside[0], span.start >= sentence.start
                if found and found[-1].end == first and not begins:
                    first, begins = found[-1].first, found[-1].begins
                    found.pop()
                found.append(Quotation(first, inside[-1] + 1, begins))
    return found


def _matched(words: Sequence[FactWord], forms: Sequence[str]) -> dict[int, int]:
    """Find words of a quotation in the other side: number in the quotation -> number there."""
    others = [word.form for word in words]
    for start in range(len(others) - len(forms) + 1):
        if others[start : start + len(forms)] == list(forms):
            return {k: start + k for k in range(len(forms))}
    found: dict[int, int] = {}
    left = right = 0
    for (a, b), (c, d) in [*hunks_between(others, forms), ((len(others),) * 2, (len(forms),) * 2)]:
        found.update((right + k, left + k) for k in range(min(a - left, c - right)))
        left, right = b, d
    return found


def _quoted_anew(pair: PassagePair, it: Quotation, quoted: Sides[frozenset[int]], marks: Marks) -> Iterator[Observation]:
    reading = pair.sides.rewrite
    forms = [word.form for word in reading.words[it.first : it.end]]
    if f" {' '.join(forms)} " in marks.quoted.original:
        return
    places = sorted(quoted.original)
    both = _matched([pair.sides.original.words[k] for k in places], forms)
    if both and len(both) >= len(forms) * ALIKE:
        yield from _altered(pair, it, {k: places[other] for k, other in both.items()}, quoted, marks)
    else:
        yield from _newly(pair, it, _matched(pair.sides.original.words, forms), marks)


def _newly(pair: PassagePair, it: Quotation, matched: dict[int, int], marks: Marks) -> Iterator[Observation]:
    """Tell of words that are newly between quotation marks."""
    length = it.end - it.first
    known = len(matched) >= length * FOUND
    first, end = (min(matched.values()), max(matched.values()) + 1) if known else (0, 0)
    attributed = _is_attributed(pair.sides.original, 0, first if known else -1, marks)
    heard = attributed and (known or _is_dialogue(pair.sides.original))
    code, strength = "quotation-new", Strength.LOOK if heard else Strength.CHECK
    if length <= SCARE or _is_no_speech(pair.sides.rewrite, it) or (marks.bare[0] and (attributed or not known)):
        strength = Strength.NOTE
    elif not known and not marks.speech.rewrite.phrases:
        strength = Strength.NOTE  # in a language that nobody knows here a translated quotation would pass for an invented one
    elif not known and _is_translated(pair, it, marks):
        strength = Strength.NOTE
    elif not attributed and known:
        code, strength = "quotation-of-narration", Strength.CHECK if length > SHORT else Strength.LOOK
        if not it.begins and _was_told(pair, first, marks):
            strength = Strength.NOTE
    elif not known and not reporting_words(pair.sides.rewrite, marks.speech.rewrite) and length <= 2 * SCARE:
        strength = Strength.NOTE
    original = _span(pair.sides.original, first, end) if known else ()
    yield pointed(pair, FindingKind.QUOTATION, code, strength, Sides(original, _span(pair.sides.rewrite, it.first, it.end)))


def _is_translated(pair: PassagePair, it: Quotation, marks: Marks) -> bool:
    """Tell whether one side quotes in its own language what the other one quotes in another."""
    own = pair.sides.rewrite.words[it.first : it.end]
    found = _within(pair.sides.original, marks.spans.original, marks.starts.original)
    quoted = [word for other in found for word in pair.sides.original.words[other.first : other.end]]
    sides = zip((quoted, own), marks.function_words, marks.thesauri, strict=True)
    return bool(quoted) and len({is_foreign(*side) for side in sides}) > 1


def _is_dialogue(reading: Reading) -> bool:
    """Tell whether a passage has a sentence that opens with a dash, as speech does in many novels."""
    return any(reading.text[span.start : span.start + 1] in DASHES for span in reading.spans)


def _is_no_speech(reading: Reading, it: Quotation) -> bool:
    """Tell whether all longer words have a capital, as in the name of a book or a campaign; or there are signs of code."""
    if not CODE.isdisjoint(reading.text[reading.words[it.first].start : reading.words[it.end - 1].end]):
        return True
    return all(word.text[0].isupper() or not word.text[0].isalpha() for word in reading.words[it.first : it.end] if len(word.form) > SHORT)


def _was_told(pair: PassagePair, first: int, marks: Marks) -> bool:
    """Tell whether a quotation that goes on was narration where it began, and so has been told of."""
    neighbours = marks.neighbours.original
    here = neighbours.number(pair.sides.original.words[first].start)
    return here > 0 and not _speaks(marks, 0, here - 1)


def _is_attributed(reading: Reading, side: int, place: int, marks: Marks) -> bool:
    """Tell whether words are somebody's, by their own sentence or, where marks are lost, by a speaker from whom a quotation goes on."""
    speech = tuple(marks.speech)[side]
    if not speech.phrases or place < 0:
        return True
    sentence = reading.words[place].sentence
    if _is_dialogue(reading) or any(it.sure and reading.words[it.first].sentence == sentence for it in reports_in(reading, speech)):
        return True
    here = tuple(marks.neighbours)[side].number(reading.words[place].start)
    return marks.bare[side] and _speaks(marks, side, here)


def _speaks(marks: Marks, side: int, sentence: int) -> bool:
    """Tell whether a sentence may be speech that goes on: the last speaker named before it stands behind what was said."""
    neighbours = tuple(marks.neighbours)[side]
    for k in range(sentence, max(-1, sentence - REACH), -1):
        sure = [it for it in neighbours.read(k)[1] if it.sure]
        if sure:
            reading = neighbours.read(k)[0]
            return k == sentence or any(it.closing for it in sure) or reading.text[: reading.spans[0].end].endswith(":")
    return False


def _altered(
    pair: PassagePair, it: Quotation, matched: dict[int, int], quoted: Sides[frozenset[int]], marks: Marks
) -> Iterator[Observation]:
    """Compare the words of a quotation that both sides have, as far as both quote them."""
    reading, original = pair.sides.rewrite, pair.sides.original
    here = [k for k in range(it.first, it.end) if k - it.first not in matched]
    places = [k for k in matched.values() if k in quoted.original]
    kept = set(places)
    low, high = min(places) - _unmatched(here, it.first), max(places) + _unmatched(here[::-1], it.end - 1)
    there = [k for k in range(low, high + 1) if k in quoted.original and k not in kept]
    own = frozenset(word.form for word in original.words)
    elsewhere = {word.form for k, word in enumerate(reading.words) if k in quoted.rewrite}
    here = [k for k in here if reading.words[k].form not in own]
    there = [k for k in there if original.words[k].form not in elsewhere]
    here, there = _without_spelling(reading, here, original, there, marks)
    if not here and not there:
        return
    signs = reading.text[reading.words[it.first].start : reading.words[it.end - 1].end]
    spans = Sides(_runs(original, there), _runs(reading, here))
    strength = Strength.NOTE if any(sign in signs for sign in ALLOWED) else Strength.CHECK
    yield pointed(pair, FindingKind.QUOTATION, "quotation-altered", strength, spans)


def _unmatched(places: Sequence[int], edge: int) -> int:
    """Count the words at an edge of a quotation that the other side does not have."""
    return sum(abs(place - edge) == number for number, place in enumerate(places))


def _without_spelling(reading: Reading, here: list[int], original: Reading, there: list[int], marks: Marks) -> tuple[list[int], list[int]]:
    """Leave out what only writes the same in another way: "it's" and "it is", "per cent" and "percent"."""
    if "".join(reading.words[k].form for k in here) == "".join(original.words[k].form for k in there):
        return [], []
    contracted = marks.speech.original.contracted
    forms = {reading.words[k].form for k in here}, {original.words[k].form for k in there}
    short = {word for word, full in contracted.items() if word in forms[0] | forms[1] and (full & (forms[0] | forms[1]))}
    gone = short | {word for it in short for word in contracted[it]} | {"s"}
    return [k for k in here if reading.words[k].form not in gone], [k for k in there if original.words[k].form not in gone]


def _runs(reading: Reading, places: Sequence[int]) -> tuple[Span, ...]:
    """Give the spans of words by their numbers, adjoining ones as one."""
    runs = [[k for _, k in run] for _, run in groupby(enumerate(places), lambda item: item[1] - item[0])]
    return tuple(reading.span(run[0], min(run[-1], run[0] + LONGEST - 1)) for run in runs)


def _no_longer_quoted(pair: PassagePair, it: Quotation, quoted: Sides[frozenset[int]], marks: Marks) -> Iterator[Observation]:
    """Tell of a quotation whose words the rewrite has as its own."""
    forms = [word.form for word in pair.sides.original.words[it.first : it.end]]
    if marks.bare[1] or f" {' '.join(forms)} " in marks.quoted.rewrite:
        return
    matched = _matched(pair.sides.rewrite.words, forms)
    if any(k in quoted.rewrite for k in matched.values()):
        return
    known = len(matched) >= len(forms) * FOUND
    if not known and len(forms) <= SHORT:
        return
    silent = known and not _is_attributed(pair.sides.rewrite, 1, min(matched.values()), marks)
    strength = Strength.LOOK if silent and len(forms) > 2 * SCARE else Strength.NOTE
    rewrite = _span(pair.sides.rewrite, min(matched.values()), max(matched.values()) + 1) if known else ()
    yield pointed(pair, FindingKind.QUOTATION, "quotation-unquoted", strength, Sides(_span(pair.sides.original, it.first, it.end), rewrite))


def _span(reading: Reading, first: int, end: int) -> tuple[Span, ...]:
    return (reading.span(first, end - 1),)
