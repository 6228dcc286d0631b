"""Names of people, places and bodies that were swapped, altered, lost, or that nobody in the original bears.

A name counts as kept when the other side has it in any way of writing, as a place's country or capital, as initials, or without its
first name. What is left over on both sides of one hunk was swapped; what is left over in the rewrite and stands nowhere in the original
is new. A name that stands elsewhere in the other text may only make plain whom "he" meant: it is told of where it stands in the very
place of another one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from rewritediff.core.facts.leftover import Left, left_over
from rewritediff.core.facts.mentions import may_be_name
from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.reading import Context, PassagePair, Reading
from rewritediff.core.values import FindingKind, Sides, Span, Strength

SLOT = 3
"""Equal words that must follow two names for one to stand in the place of the other."""
AUXILIARIES = 2
"""Small words that may stand between a name and its verb."""
STRANGE = 0.85
"""Share of changed words on both sides above which a passage is in another language or paired by chance: its capitals say nothing."""
STEM = 4
"""Letters that two forms of a verb begin with."""


def finder(context: Context) -> Callable[[PassagePair], Iterable[Observation]]:
    """Make the finder of changed names for two texts."""
    names = context.names
    functions = names.function_words
    tables = names.tables

    def find(pair: PassagePair) -> Iterable[Observation]:
        if all(len(changed) > STRANGE * len(reading.words) for reading, changed in zip(pair.sides, pair.changed, strict=True)):
            return ()
        for reading, changed, table, small in zip(pair.sides, pair.changed, tables, functions, strict=True):
            for number in changed:
                word = reading.words[number]
                if may_be_name(word, table, small):
                    return _observed(pair, left_over(pair, names), functions)
        return ()

    return find


def _observed(pair: PassagePair, left: Sides[list[Left]], functions: Sides[frozenset[str]]) -> Iterator[Observation]:
    lost, new = list(left.original), list(left.rewrite)
    for one, other in _pairs(lost, new):
        lost.remove(one)
        new.remove(other)
        strength = _strength(pair, one, other, functions)
        if strength is not None:
            yield _observation(pair, "name-changed", strength, one, other)
    for it in _once(new):
        if it.strange and not it.light:
            light = it.longer or _locates(pair.sides.rewrite, it)
            yield _observation(pair, "name-new", Strength.LOOK if light else Strength.CHECK, None, it)
    told = [it for it in lost if it.strange and not it.light and not it.longer]
    for _, group in groupby(told, key=lambda it: it.hunk if it.hunk >= 0 else id(it)):
        its = list(group)
        found = [_observation(pair, "name-lost", Strength.LOOK, it, None) for it in its]
        yield _joined(found, Strength.NOTE if all(_locates(pair.sides.original, it) for it in its) else Strength.LOOK)


def _joined(found: Sequence[Observation], strength: Strength) -> Observation:
    """Tell of names that were left out together as one."""
    spans = tuple(span for it in found for span in it.spans.original)
    values = tuple(value for it in found for value in it.values.original)
    keys = tuple(key for it in found for key in it.keys.original)
    return replace(found[0], strength=strength, spans=Sides(spans, ()), values=Sides(values, ()), keys=Sides(keys, ()))


def _locates(reading: Reading, it: Left) -> bool:
    """Tell whether a known place only says where the one before it lies: "Bologna, Italy"."""
    first = it.name.first
    return it.name.known and first > 0 and reading.before(first) == ", " and reading.words[first - 1].text[0].isupper()


def _once(new: Iterable[Left]) -> Iterator[Left]:
    """Leave out a name that was given before, and what only goes on from the name before it: "New York" | "Stock Exchange"."""
    seen: set[str] = set()
    end: int | None = None
    for it in new:
        if it.name.key not in seen and not (end is not None and it.name.first == end + 1 and not it.name.known):
            yield it
        seen.add(it.name.key)
        end = it.name.last


def _pairs(lost: Iterable[Left], new: Iterable[Left]) -> Iterator[tuple[Left, Left]]:
    """Join what stands in one hunk, or was altered, names of one kind first; each name at most once."""
    ways = [
        (not (one.rest and one.rest == other.rest), one.name.known != other.name.known, one.name.first, other.name.first, one, other)
        for one in lost
        for other in new
        if (one.rest and one.rest == other.rest) or (one.hunk == other.hunk >= 0 and one.light == other.light)
    ]
    taken: set[int] = set()
    for *_, one, other in sorted(ways, key=lambda way: way[:4]):
        if taken.isdisjoint((id(one), id(other))):
            taken |= {id(one), id(other)}
            yield one, other


def _strength(pair: PassagePair, one: Left, other: Left, functions: Sides[frozenset[str]]) -> Strength | None:
    if one.light and other.light:
        joined = _is_tight(pair, one, other, functions) and all(map(_continues, pair.sides, (one, other)))
        return Strength.CHECK if joined else None
    if one.rest and one.rest == other.rest:
        return Strength.CHECK
    same_kind = one.name.known == other.name.known
    tight = _is_tight(pair, one, other, functions) or _in_one_place(pair, one, other, functions)
    if tight:
        return Strength.CHECK if same_kind or other.strange else Strength.LOOK
    return Strength.CHECK if other.strange else None


def _continues(reading: Reading, it: Left) -> bool:
    """Tell whether a common name goes on from another word with a capital: "European" in "European Commission"."""
    first = it.changed[0]
    return first > 0 and reading.before(first) == " " and reading.words[first - 1].text[0].isupper() and not reading.words[first - 1].opens


def _is_tight(pair: PassagePair, one: Left, other: Left, functions: Sides[frozenset[str]]) -> bool:
    """Tell whether a hunk holds nothing but the two names and small words."""
    if one.hunk != other.hunk or one.hunk < 0:
        return False
    hunk = pair.hunks[one.hunk]
    return all(
        it.name.first <= number <= it.name.last or reading.words[number].form in small
        for it, reading, (first, end), small in zip((one, other), pair.sides, hunk, functions, strict=True)
        for number in range(first, end)
    )


def _in_one_place(pair: PassagePair, one: Left, other: Left, functions: Sides[frozenset[str]]) -> bool:
    """Tell whether two names open a clause that goes on in the same words: "and China remains a ...", "Russia does remain a ..."."""
    places = []
    for it, reading, small in zip((one, other), pair.sides, functions, strict=True):
        words, first = reading.words, it.name.first
        if first and not words[first].opens and words[first - 1].form not in small and reading.before(first) == " ":
            return False
        verb = it.name.last + 1
        for _ in range(AUXILIARIES):
            verb += verb < len(words) and words[verb].form in small
        places.append([word.form for word in words[verb : verb + SLOT + 1]])
    original, rewrite = places
    if len(original) <= SLOT or original[1:] != rewrite[1:]:
        return False
    return original[0][:STEM] == rewrite[0][:STEM]


def _observation(pair: PassagePair, code: str, strength: Strength, one: Left | None, other: Left | None) -> Observation:
    spans: list[tuple[Span, ...]] = []
    values: list[tuple[str, ...]] = []
    keys: list[tuple[str, ...]] = []
    for it, reading in zip((one, other), pair.sides, strict=True):
        spans.append((reading.span(it.changed[0], it.changed[-1]),) if it else ())
        values.append((reading.span(it.name.first, it.name.last).of(reading.text),) if it else ())
        keys.append((it.name.key,) if it else ())
    return Observation(FindingKind.NAME, code, strength, Sides(*spans), Sides(*values), Sides(*keys))
