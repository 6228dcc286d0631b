"""Who did it to whom: "A beat B" against "B beat A", the passive accounted for.

Only names on both sides of one plain verb count: nearest names, nothing but small words and the verb between them, the same two on the
other side in exchanged order around the same verb. Order alone says little: "A and B", "said A", relative clauses all move freely.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from rewritediff.core.facts.mentions import Name, names_in
from rewritediff.core.facts.name_table import NameTable
from rewritediff.core.facts.observation import LONGEST, Observation, observed
from rewritediff.core.facts.reading import Context, Hunk, PassagePair, Reading
from rewritediff.core.facts.tables import Tables
from rewritediff.core.thesaurus import Thesaurus, WordRelation
from rewritediff.core.values import FindingKind, Sides, Strength

TABLE = "roles"
BETWEEN = 7
"""Words between two names, at most."""
AFTER = 3
"""Words after the second name among which a verb may stand at the end of its clause: "hat Köln geschlagen"."""
STEM = 4
"""Letters that two forms of a verb begin with."""
PLAIN = regex.compile(r"(?:[\s\-’']|\. )*")
"""What may stand between words that belong to one plain clause."""


@dataclass(frozen=True, slots=True, eq=False)
class RoleTable:
    """Hold the words of a language that tell who acts."""

    by: frozenset[str]
    """What names the doer of a passive: "by", "von", "par", "por"."""
    passive: frozenset[str]
    """Auxiliaries of a passive: "was", "wurde", "été", "fue"."""
    blocking: frozenset[str]
    """Words that join names as equals, open another clause, quote, or mean the same either way round: "and", "who", "said", "met"."""
    through: frozenset[str]
    """What names another one than the plain object: "to", "against", "from"."""
    verb_last: bool
    """The verb may stand behind its object."""
    small: frozenset[str]
    """Words that are no verb of their own."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Hold two names around a verb."""

    doer: Name
    other: Name
    verb: str
    through: str
    """The small word before the other name where it is not a plain object."""
    first: int
    last: int


def finder(context: Context) -> Callable[[PassagePair], Iterable[Observation]]:
    """Make the finder of exchanged roles for two texts."""
    names = context.names
    tables = Sides(
        _role_table(context.tables.original, names.tables.original, context.function_words.original),
        _role_table(context.tables.rewrite, names.tables.rewrite, context.function_words.rewrite),
    )
    thesaurus = context.thesauri.original

    def find(pair: PassagePair) -> Iterable[Observation]:
        turned = any(
            reading.words[k].form in table.by
            for reading, changed, table in zip(pair.sides, pair.changed, tables, strict=True)
            for k in changed
        )
        if not turned and not all(map(_moves_a_name, pair.sides, _ranges(pair.hunks), names.tables)):
            return ()
        original = list(_deeds(pair.sides.original, names_in(pair.sides.original, names, 0), tables.original))
        rewrite = list(_deeds(pair.sides.rewrite, names_in(pair.sides.rewrite, names, 1), tables.rewrite)) if original else []
        return _observed(pair, Sides(original, rewrite), thesaurus)

    return find


def _role_table(tables: Tables, known: NameTable, functions: frozenset[str]) -> RoleTable:
    table = tables[TABLE]
    return RoleTable(
        by=table.words("by"),
        passive=table.words("passive"),
        blocking=table.words("blocking"),
        through=table.words("through"),
        verb_last=bool(table.content.get("verb_last")),
        small=functions | known.titles | known.particles,
    )


def _ranges(hunks: Iterable[Hunk]) -> Sides[list[tuple[int, int]]]:
    return Sides([hunk.original for hunk in hunks], [hunk.rewrite for hunk in hunks])


def _moves_a_name(reading: Reading, ranges: Iterable[tuple[int, int]], table: NameTable) -> bool:
    """Tell whether a word that may be a name stands where both sides differ in order."""
    words = reading.words
    return any(words[k].text[0].isupper() or words[k].form in table.small for first, end in ranges for k in range(first, end))


def _deeds(reading: Reading, names: list[Name], table: RoleTable) -> Iterator[Deed]:
    """Find neighbouring names of one sentence with one plain verb."""
    for one, other in pairwise(names):
        between = range(one.last + 1, other.first)
        if not 0 < len(between) <= BETWEEN or other.last - one.first + AFTER >= LONGEST or not _is_plain(reading, one.last, other.first):
            continue
        forms = [reading.words[k].form for k in between]
        if not table.blocking.isdisjoint(forms):
            continue
        last, verb = other.last, _verb(forms, table)
        if not verb and table.verb_last:
            last, verb = _verb_after(reading, other, table)
        if not verb:
            continue
        by, passive = forms[-1] in table.by, not table.passive.isdisjoint(forms)
        if by != passive:
            continue
        through = forms[-1] if forms[-1] in table.through and not by else ""
        doer, done = (other, one) if by else (one, other)
        yield Deed(doer, done, verb, through, one.first, last)


def _is_plain(reading: Reading, first: int, last: int) -> bool:
    """Tell whether no sign parts the words between two names."""
    words = reading.words
    if words[first].sentence != words[last].sentence:
        return False
    return all(PLAIN.fullmatch(reading.text, words[k].end, words[k + 1].start) for k in range(first, last))


def _verb(forms: Iterable[str], table: RoleTable) -> str:
    return next((form for form in forms if form not in table.small and form not in table.passive and form not in table.by), "")


def _verb_after(reading: Reading, name: Name, table: RoleTable) -> tuple[int, str]:
    """Find the last word of a verb that ends its clause."""
    last = name.last
    while last + 1 < len(reading.words) and last < name.last + AFTER and _is_plain(reading, last, last + 1):
        last += 1
        form = reading.words[last].form
        if form in table.blocking:
            break
        if form not in table.small and form not in table.passive:
            return last, form
    return name.last, ""


def _observed(pair: PassagePair, deeds: Sides[list[Deed]], thesaurus: Thesaurus) -> Iterator[Observation]:
    for deed in deeds.original:
        turned = [it for it in deeds.rewrite if _is_same(deed, it, thesaurus) and _are(deed.doer, it.other) and _are(deed.other, it.doer)]
        kept = [it for it in deeds.rewrite if _are(deed.doer, it.doer) and _are(deed.other, it.other)]
        if len(turned) != 1 or kept:
            continue
        yield _observation(pair, deed, turned[0])


def _observation(pair: PassagePair, deed: Deed, other: Deed) -> Observation:
    keys: Sides[tuple[str, ...]] = Sides(deed, other).map(lambda it: (f"{it.doer.key} > {it.other.key}",))
    places = [[(it.first, it.last)] for it in (deed, other)]
    return observed(pair, FindingKind.ROLES, "roles-exchanged", Strength.CHECK, places, keys)


def _are(one: Name, other: Name) -> bool:
    """Tell whether two names may mean the same: one key, or one last word."""
    return one.key == other.key or (not one.known and not other.known and one.key.split()[-1] == other.key.split()[-1])


def _is_same(deed: Deed, other: Deed, thesaurus: Thesaurus) -> bool:
    """Tell whether two deeds are one, the names put aside."""
    if deed.through != other.through or _are(deed.doer, deed.other):
        return False
    first, second = (form.removeprefix("ge") if len(form) > STEM + 2 else form for form in (deed.verb, other.verb))
    if first[:STEM] == second[:STEM]:
        return True
    return thesaurus.relation(deed.verb, other.verb) in (WordRelation.SAME, WordRelation.SYNONYM)
