"""Which names of a passage the other side lacks, or has less often: all ways of writing one name put aside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rewritediff.core.facts.mentions import Name, names_in
from rewritediff.core.facts.name_forms import is_acronym, is_made_from, is_short_for, sound, spelled
from rewritediff.core.facts.name_table import NameTable
from rewritediff.core.facts.reading import FactWord, PassagePair, Reading
from rewritediff.core.facts.text_names import Names
from rewritediff.core.values import Sides

WITHIN = frozenset((" ", "-", "'", "’"))
"""What may stand between words that others write as one."""


@dataclass(frozen=True, slots=True)
class Left:
    """Hold a name that the other side of the passage lacks, or has less often."""

    name: Name
    changed: tuple[int, ...]
    """Numbers of its words that the other side lacks."""
    rest: tuple[str, ...]
    """What the other side has of it: the first name of an altered one."""
    hunk: int
    """Number of the hunk that it stands in, -1 in none."""
    strange: bool
    """The other text does not have it anywhere."""
    longer: bool
    """The other side has its first words alone: "Clayton" for "Clayton Homes"."""
    light: bool
    """It is made of words that bodies and places are called in common: "the Ministry"."""


@dataclass(frozen=True, slots=True, eq=False)
class Half:
    """Hold one side of a passage, and what both texts show of names."""

    side: int
    reading: Reading
    names: Sequence[Name]
    changed: frozenset[int]
    known: Names
    table: NameTable
    functions: frozenset[str]

    def words(self, name: Name) -> Sequence[FactWord]:
        return self.reading.words[name.first : name.last + 1]


def left_over(pair: PassagePair, names: Names) -> Sides[list[Left]]:
    """Find the names of a passage that were not kept."""
    halves = [
        Half(side, reading, names_in(reading, names, side), changed, names, table, functions)
        for side, (reading, changed, table, functions) in enumerate(
            zip(pair.sides, pair.changed, names.tables, names.function_words, strict=True)
        )
    ]
    hunks = _hunks([hunk.original for hunk in pair.hunks]), _hunks([hunk.rewrite for hunk in pair.hunks])
    spelled_out = [_spelled_out(own, other) for own, other in (halves, halves[::-1])]
    initials = [spelled_out[0][1] | spelled_out[1][0], spelled_out[1][1] | spelled_out[0][0]]
    return Sides(
        list(_left(halves[0], halves[1], hunks[0], initials[0])),
        list(_left(halves[1], halves[0], hunks[1], initials[1])),
    )


def _hunks(ranges: Sequence[tuple[int, int]]) -> dict[int, int]:
    """Number the hunk that each word stands in."""
    return {word: number for number, (first, end) in enumerate(ranges) for word in range(first, end)}


def _spelled_out(own: Half, other: Half) -> tuple[frozenset[int], frozenset[int]]:
    """Number the words of the other side that acronyms of this side stand for, and these acronyms."""
    there: set[int] = set()
    here: set[int] = set()
    words = [(number, word.form) for number, word in enumerate(other.reading.words)]
    for number in own.changed:
        text = own.reading.words[number].text
        if is_acronym(text) and (found := spelled(text, words, other.functions)):
            here.add(number)
            there.update(found)
    return frozenset(there), frozenset(here)


def _left(own: Half, other: Half, hunks: dict[int, int], initials: frozenset[int]) -> Iterator[Left]:
    counts = [Counter(name.key for name in half.names) for half in (own, other)]
    for name in own.names:
        numbers = range(name.first, name.last + 1)
        if own.changed.isdisjoint(numbers) or not initials.isdisjoint(numbers):
            continue
        short = counts[0][name.key] - counts[1][name.key]
        changed, rest = (tuple(numbers), ()) if name.known else _parted(own, other, name, short > 0)
        if not changed or (name.known and short <= 0):
            continue
        counts[0][name.key] -= 1
        hunk = max((hunks.get(number, -1) for number in changed), default=-1)
        light = not name.known and all(own.reading.words[k].form in own.table.common for k in changed)
        longer = not rest and changed[0] > name.first and changed[-1] == name.last
        yield Left(name, changed, rest, hunk, _is_strange(own, other, name, changed, counts[1]), longer, light)


def _parted(own: Half, other: Half, name: Name, scarce: bool) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """Part a name into the words that the other side lacks and those that it has; nothing is lacking where only a first name is."""
    theirs = {sound(word.form) for word in other.reading.words}
    lacking = [number for number in range(name.first, name.last + 1) if _is_lacking(own, other, number, theirs)]
    if not lacking:
        every = range(name.first, name.last + 1)
        again = scarce and all(k in own.changed and sound(own.reading.words[k].form) in theirs for k in every)
        return (tuple(every) if again else ()), ()
    rest = tuple(sound(own.reading.words[k].form) for k in range(name.first, name.last + 1) if k not in lacking)
    if not rest or name.last in lacking:
        return tuple(lacking), rest if _is_altered(own, other, rest) else ()
    if own.reading.words[name.last].form in own.table.common:
        return tuple(lacking), ()
    return (tuple(lacking), rest) if _has_another_first_name(own, other, lacking, rest) else ((), ())


def _is_lacking(own: Half, other: Half, number: int, theirs: set[str]) -> bool:
    """Tell whether the other side has a word in no way of writing, nor a word made from it."""
    word = own.reading.words[number]
    if number not in own.changed or word.form in own.table.particles or word.form in own.functions:
        return False
    heard = sound(word.form)
    spelling = own.table.spellings.get(heard, heard)
    if heard in theirs or any(other.table.spellings.get(it, it) == spelling for it in theirs):
        return False
    alone = not _has_neighbour(own, number)
    if alone and any(is_made_from(word.form, other.reading.words[k].form) for k in other.changed):
        return False
    return not _is_written_apart(own, other, number, theirs)


def _is_written_apart(own: Half, other: Half, number: int, theirs: set[str]) -> bool:
    """Tell whether the other side writes two words as one, or one as two: "VisualBasic", "ONeills" for "O’Neill’s"."""
    runs = ((own, number, theirs), (other, -1, {sound(own.reading.words[number].form)}))
    return any(
        joined in wanted or joined.removesuffix("s") in wanted
        for half, here, wanted in runs
        for first, last in _beside(half, here)
        for joined in [sound("".join(word.form for word in half.reading.words[first : last + 1]))]
    )


def _beside(half: Half, number: int) -> Iterator[tuple[int, int]]:
    """Give the runs of two and three words around a word, or around all changed ones for -1, that may be written as one."""
    count = len(half.reading.words)
    for here in half.changed if number < 0 else (number,):
        for first, last in ((here - 1, here), (here, here + 1), (here - 1, here + 1), (here, here + 2)):
            if first >= 0 and last < count and all(half.reading.before(k) in WITHIN for k in range(first + 1, last + 1)):
                yield first, last


def _has_neighbour(half: Half, number: int) -> bool:
    """Tell whether a word stands in a name of several words."""
    return any(name.first <= number <= name.last and name.first < name.last for name in half.names)


def _is_altered(own: Half, other: Half, rest: tuple[str, ...]) -> bool:
    """Tell whether the other side has a name with the same rest that this side lacks: "Tomáš Varga", "Tomáš Vargas"."""
    mine = {sound(word.form) for word in own.reading.words}
    for found in other.names:
        heard = [sound(word.form) for word in other.words(found)]
        if not found.known and set(rest) <= set(heard) and any(it not in mine for it in heard):
            return True
    return False


def _has_another_first_name(own: Half, other: Half, lacking: Sequence[int], rest: tuple[str, ...]) -> bool:
    """Tell whether the other side has the same surname with another first name."""
    mine = {sound(word.form) for word in own.reading.words}
    forms = [own.reading.words[k].form for k in lacking]
    for found in other.names:
        words = other.words(found)
        if found.known or sound(words[-1].form) != rest[-1]:
            continue
        firsts = [word.form for word in words if sound(word.form) not in mine]
        if firsts and not any(is_short_for(one, two) for one in forms for two in firsts):
            return True
    return False


def _is_strange(own: Half, other: Half, name: Name, changed: Sequence[int], there: Counter[str]) -> bool:
    """Tell whether the other text has a name nowhere."""
    if name.known:
        return not there[name.key] and name.key not in tuple(own.known.keys)[other.side]
    sounds, forms = (tuple(known)[other.side] for known in (own.known.sounds, own.known.forms))
    return not any(sound(own.reading.words[k].form) in sounds or own.reading.words[k].form in forms for k in changed)
