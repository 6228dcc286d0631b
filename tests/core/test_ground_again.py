"""What is judged again after sentences were cut otherwise is what a full judgement gives, to the last digit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core import ground_again as module
from rewritediff.core import lookup
from rewritediff.core.boundary_decisions import recut
from rewritediff.core.compare import compare, recompare
from rewritediff.core.decisions import NO_DECISIONS, Anchor, Decisions
from rewritediff.core.ground import ground_of
from rewritediff.core.ground_again import ground_again
from rewritediff.core.lexicon import EMPTY_LEXICON
from rewritediff.core.prepared import prepare
from rewritediff.core.sentences import document_from_text
from rewritediff.core.settings import DEFAULT_SETTINGS
from rewritediff.core.values import Document, Side, Sides, Span
from tests.strategies import NOUNS, PLACES, VERBS, article, sentences

paragraphs = st.lists(sentences | st.sampled_from([*article(12), "* * *", "Row on.", "Yes."]), min_size=1, max_size=6).map(" ".join)
texts = st.lists(paragraphs, min_size=2, max_size=6).map("\n\n".join)
documents = texts.map(lambda text: document_from_text(text, "en"))
pairs = st.builds(Sides, documents, documents) | documents.map(lambda document: Sides(document, document))


@st.composite
def boundaries(draw: st.DrawFn, pair: Sides[Document]) -> Decisions:
    """Draw places to cut or join, at the beginning, at the end, and anywhere."""

    def anchor(side: Side) -> Anchor:
        document = pair[side]
        starts = [sentence.start for sentence in document.sentences]
        place = draw(st.sampled_from([*starts, *starts[:3], *starts[-3:]]) | st.integers(0, len(document.text)))
        return Anchor.at(side, Span(place, place), document.text)

    some = st.lists(st.sampled_from(Side), max_size=2)
    return Decisions(joined=tuple(map(anchor, draw(some))), cut=tuple(map(anchor, draw(some))))


@pytest.fixture(autouse=True, params=[(5, 12, 200), (2, 3, 4)], ids=["as it is", "with many ties"])
def _long(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Treat texts as if they were long."""
    monkeypatch.setattr(lookup, "ALL", 0)
    monkeypatch.setattr(module, "FEW", 1)
    for name, value in zip(("RAREST", "KEPT", "COMMON"), request.param, strict=True):
        monkeypatch.setattr(lookup, name, value)


def differences(first: object, second: object, name: str = "") -> Iterator[str]:
    """Name what differs, array by array."""
    if isinstance(first, np.ndarray):
        assert isinstance(second, np.ndarray)
        if first.dtype != second.dtype or not np.array_equal(first, second):
            yield name
    elif is_dataclass(first) and not isinstance(first, Document):
        for field in fields(first):
            yield from differences(getattr(first, field.name), getattr(second, field.name), f"{name}.{field.name}")
    elif first != second:
        yield name


def judged_again(pair: Sides[Document], decided: list[Decisions]) -> int:
    """Cut a pair in one way after the other, and compare each with a full judgement; count those that were judged in part."""
    prepared = prepare(pair, DEFAULT_SETTINGS, EMPTY_LEXICON, lambda _step, _done: None)
    ground, parts = prepared.ground, 0
    for decisions in decided:
        cut = recut(pair, decisions)
        whole = ground_of(prepared.space, prepared.units, cut, lambda _step, _done: None, prepared.ground)
        again = ground_again(prepared.space, prepared.units, ground, cut, lambda _step, _done: None)
        if again is not None:
            assert list(differences(again, whole)) == []
            parts += 1
        ground = whole if again is None else again
    return parts


@given(pairs, st.data())
@settings(max_examples=60)
def test_a_part_judged_again_fits_among_the_rest(pair: Sides[Document], data: st.DataObject) -> None:
    judged_again(pair, data.draw(st.lists(boundaries(pair), min_size=1, max_size=4)))


def at(document: Document, place: int) -> Anchor:
    return Anchor.at(Side.ORIGINAL, Span(place, place), document.text)


def test_a_cut_and_a_join_are_judged_in_part() -> None:
    document = document_from_text(" ".join(article(40)), "en")
    cut = Decisions(cut=(at(document, document.text.index(" beside", 900)),))
    join = Decisions(joined=(at(document, document.sentences[20].start),))
    assert judged_again(Sides(document, document), [cut, join, NO_DECISIONS]) == 3


def mixed(seed: int, length: int = 150) -> str:
    """Invent a text whose sentences have many words in common, three to five in a paragraph."""
    chance = Random(seed)
    words = [*NOUNS, *VERBS, *PLACES, *(f"{noun}{k}" for noun in NOUNS for k in range(9))]
    told = [" ".join(chance.choices(words, k=chance.randint(3, 9))).capitalize() + "." for _ in range(length)]
    return "\n\n".join(" ".join(told[k : k + 4]) for k in range(0, length, 4))


@pytest.mark.parametrize("seed", range(4))
def test_far_pairs_that_come_or_go_count_for_their_neighbours(seed: int) -> None:
    """A pair of other sentences, which a cut brings among the best or drives out, speaks for the pairs before and after it."""
    pair = Sides(
        document_from_text(mixed(seed), "en"), document_from_text(mixed(seed).replace("goat", "kettle") + mixed(seed + 1, 40), "en")
    )
    starts = [sentence.start for sentence in pair.original.sentences if sentence.paragraph and sentence.start]
    joins = [Decisions(joined=(at(pair.original, start),)) for start in Random(seed).sample(starts, 12)]
    assert judged_again(pair, joins) == 12


def test_comparing_again_judges_only_a_part(monkeypatch: pytest.MonkeyPatch) -> None:
    document = document_from_text(" ".join(article(40)), "en")
    pair = Sides(document, document)
    comparison, decisions = compare(pair), Decisions(joined=(at(document, document.sentences[20].start),))
    expected = compare(pair, decisions=decisions)
    monkeypatch.setattr("rewritediff.core.alignment.ground_of", pytest.fail)
    assert recompare(comparison, decisions) == expected


def test_where_many_sentences_changed_all_is_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FEW", 100)
    document = document_from_text(" ".join(article(40)), "en")
    assert judged_again(Sides(document, document), [Decisions(joined=(at(document, document.sentences[20].start),))]) == 0
