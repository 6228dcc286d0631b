"""One passage and all finders -> what they saw, one finder after the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from rewritediff.core.facts.families import FAMILIES, Asked, Family, Finder
from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.reading import Context, PassagePair, pair_of
from rewritediff.core.facts.speech import are_foreign
from rewritediff.core.facts.terms import TermFinder, Weighed, term_finder
from rewritediff.core.progress import Tick, quiet
from rewritediff.core.values import Document, Passage, Relation, Sides, Span, Strength

Place = tuple[tuple[Span, ...], tuple[Span, ...]]
"""A passage by where its sentences stand, which holds when boundaries elsewhere renumber them."""
Seen = tuple[Observation, ...]


class Answer(NamedTuple):
    """Hold what the finders say of one passage."""

    seen: Seen
    weighed: Weighed | None = None
    """What the model of terms says; None where it was not asked."""


NOTHING = Answer(())


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """Hold how two texts are asked about, and what each passage answered, so that a recomparison asks about new passages only."""

    context: Context
    families: tuple[Family, ...]
    """Those that cover the languages; across languages not all of them are asked about passages."""
    finders: tuple[tuple[Family, Finder], ...]
    terms: TermFinder | None = None
    """Heard last; None where no thesaurus knows both texts' language."""
    whole: Seen = ()
    """What was seen in the texts as wholes."""
    answers: Mapping[Place, Answer] = field(default_factory=lambda: MappingProxyType({}))


def facts_of(context: Context, families: Iterable[Family] = FAMILIES, tick: Tick = quiet) -> Facts:
    """Make the finders that can check this pair of languages; each may look through both texts, so `tick` is told before each."""
    covering = [family for family in families if family.covers(context)]
    whole = tuple(it for family in covering if family.whole is not None for it in family.whole(context))
    finders = []
    for family in covering:
        if family.across or not are_foreign(context):
            tick(0)
            finders.append((family, family.made(context)))
    return Facts(context, tuple(covering), tuple(finders), term_finder(context), whole)


def place_of(documents: Sides[Document], passage: Passage) -> Place:
    """Give the spans of a passage's sentences on both sides."""
    original = tuple([documents.original.sentences[k].span for k in passage.original])
    return original, tuple([documents.rewrite.sentences[k].span for k in passage.rewrite])


def ask(facts: Facts, documents: Sides[Document], passage: Passage) -> Answer:
    """Ask all finders about one passage."""
    asked = asked_about(documents, passage)
    finders = [finder for family, finder in facts.finders if asked is not None and family.asked & asked]
    if not finders:
        return NOTHING
    pair = pair_in(facts.context, documents, passage)
    seen = tuple(_heard(finders, pair))
    if facts.terms is None or asked is not Asked.CHANGED:
        return Answer(seen)
    changes = facts.terms.changes(pair, seen)
    seen += facts.terms.opposites(pair, changes)
    return Answer(seen, facts.terms.weighed(pair, changes, seen))


def asked_about(documents: Sides[Document], passage: Passage) -> Asked | None:
    """Say what kind of passage it is; None where it is equal to the letter, and there is nothing to ask."""
    if not passage.original or not passage.rewrite:
        return Asked.LONE
    if passage.relation is not Relation.SAME:
        return Asked.CHANGED
    original, rewrite = [documents.original.quote(k) for k in passage.original], [documents.rewrite.quote(k) for k in passage.rewrite]
    return None if original == rewrite else Asked.SAME


def pair_in(context: Context, documents: Sides[Document], passage: Passage) -> PassagePair:
    """Read both sides of a passage."""
    original = context.reading(documents.original, 0, passage.original)
    return pair_of(original, context.reading(documents.rewrite, 1, passage.rewrite))


def _heard(finders: Iterable[Finder], pair: PassagePair) -> Iterator[Observation]:
    """Ask one finder after the other; who speaks of words that were pointed at already is not heard."""
    pointed: Sides[list[Span]] = Sides([], [])
    for finder in finders:
        heard = [
            it for it in finder(pair) if not (_repeats(it.spans.original, pointed.original) or _repeats(it.spans.rewrite, pointed.rewrite))
        ]
        for it in heard:
            if it.strength is not Strength.NOTE:
                pointed.original.extend(it.spans.original)
                pointed.rewrite.extend(it.spans.rewrite)
        yield from heard


def _repeats(spans: Iterable[Span], pointed: Sequence[Span]) -> bool:
    """Tell whether most of what an observation points at was pointed at before; a quotation may hold a changed number besides."""
    if not pointed:
        return False
    return any(own.overlap(other) * 2 >= max(1, len(own)) for own in spans for other in pointed)
