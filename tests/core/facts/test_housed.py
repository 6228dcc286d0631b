"""A house's own list takes findings away: of what it treats as the same, and of terms that it ignores."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff import engine
from rewritediff.core.compare import compare, with_house
from rewritediff.core.comparison import Comparison
from rewritediff.core.facts.asking import facts_of
from rewritediff.core.facts.families import Asked, Family, Finder
from rewritediff.core.facts.find import find
from rewritediff.core.facts.housed import Housed, canonical_forms
from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.reading import Context, PassagePair
from rewritediff.core.house import NO_HOUSE, House
from rewritediff.core.lexicon import Lexicon
from rewritediff.core.sentences import document_from_text
from rewritediff.core.values import FindingKind, Sides, Strength

KYIV = House((("Kyiv", "Kiev", "Kijew"), ("European Union", "EU")))


def observation(original: tuple[str, ...], rewrite: tuple[str, ...]) -> Observation:
    values = Sides(original, rewrite)
    keys = values.map(lambda side: tuple(value.casefold() for value in side))
    return Observation(FindingKind.NAME, "name-changed", Strength.CHECK, Sides((), ()), values, keys)


@pytest.mark.parametrize(
    ("original", "rewrite", "dropped"),
    [
        pytest.param(["Kiev"], ["Kyiv"], True, id="two of a group"),
        pytest.param(["KIEV’s"], ["Kijew's"], True, id="case and typography aside"),
        pytest.param(["European Union"], ["EU"], True, id="a phrase"),
        pytest.param(["in Kiev on Monday"], ["in Kyiv on Monday"], True, id="inside of more words"),
        pytest.param(["Kiev", "EU"], ["European Union", "Kyiv"], True, id="several in another order"),
        pytest.param(["Kiev"], ["Moscow"], False, id="something else"),
        pytest.param(["Kiev on Monday"], ["Kyiv on Friday"], False, id="more that differs"),
        pytest.param(["Kiev"], [], False, id="lost"),
        pytest.param(["Union"], ["EU"], False, id="half a phrase"),
    ],
)
def test_what_is_treated_as_the_same_is_no_finding(original: list[str], rewrite: list[str], dropped: bool) -> None:
    it = observation(tuple(original), tuple(rewrite))
    assert bool(Housed(KYIV).left((it,))) is not dropped


def test_lost_and_new_under_another_name_in_one_passage_are_no_findings() -> None:
    lost, new, other = observation(("Kiev",), ()), observation((), ("Kyiv",)), observation((), ("Moscow",))
    assert [it.values for it in Housed(KYIV).left((lost, other, new))] == [other.values]
    assert len(Housed(KYIV).left((lost, lost, new))) == 1


@pytest.mark.parametrize(
    ("original", "rewrite", "dropped"),
    [
        pytest.param(["ltd."], [], True, id="lost"),
        pytest.param(["Ltd"], ["Sponsored content"], True, id="both sides"),
        pytest.param(["Acme Ltd"], ["Acme"], False, id="more than the term"),
        pytest.param([], [], False, id="no words"),
    ],
)
def test_a_term_to_ignore_raises_no_finding(original: list[str], rewrite: list[str], dropped: bool) -> None:
    housed = Housed(House(ignored=("Ltd", "sponsored content")))
    assert bool(housed.left((observation(tuple(original), tuple(rewrite)),))) is not dropped


def test_groups_that_share_a_term_are_one() -> None:
    forms = canonical_forms([("a", "b"), ("c", "d"), ("B", "c")])
    assert len(set(forms.values())) == 1


words = st.lists(st.sampled_from("abcde"), min_size=1, max_size=3).map(" ".join)


@given(st.lists(st.lists(words, min_size=2, max_size=3).map(tuple), max_size=4), words, words)
def test_terms_of_a_group_say_the_same_among_other_words(groups: list[tuple[str, ...]], before: str, after: str) -> None:
    housed = Housed(House(tuple(groups)))
    for first, *others in groups:
        for other in others:
            assert housed.same_words([first]) == housed.same_words([other])
            wrapped = observation((f"x {first} y",), (f"X {other} y",))
            assert housed.left((wrapped,)) == ()
    assert housed.left((observation((f"x{before}",), (f"z{after}",)),)) != ()


def capitals(context: Context) -> Finder:
    """Point at words in capitals that the other side lacks."""

    def finder(pair: PassagePair) -> Iterator[Observation]:
        found = [[r.words[k] for k in sorted(c) if r.words[k].text.isupper()] for r, c in zip(pair.sides, pair.changed, strict=True)]
        if any(found):
            spans = Sides(*(tuple(pair.sides.original.span(0, 0) for _ in side) for side in found))
            values = Sides(*(tuple(word.text for word in side) for side in found))
            keys = Sides(*(tuple(word.form for word in side) for side in found))
            yield Observation(FindingKind.NAME, "name-changed", Strength.CHECK, spans, values, keys)

    assert context.vocabulary
    return finder


ORIGINAL = "The NAVY sank three old boats in the bay. Fishermen of KIEV protested loudly at the harbour all day. A dog slept at the wharf."
REWRITE = "The ARMY sank three old boats in the bay. Fishermen protested loudly at the harbour all day. A dog of KYIV slept at the wharf."


def asked(comparison: Comparison) -> Comparison:
    """Ask a family of our own in place of the real ones."""
    assert comparison.facts is not None
    facts = facts_of(comparison.facts.context, [Family((FindingKind.NAME,), capitals, Asked.CHANGED | Asked.LONE)])
    findings, seen = find(facts, comparison.documents, comparison.passages)
    return replace(comparison, findings=findings, facts=replace(facts, answers=seen))


def compared(house: House) -> Comparison:
    documents = Sides(document_from_text(ORIGINAL, "en"), document_from_text(REWRITE, "en"))
    return asked(compare(documents, lexicon=Lexicon(house=house)))


def said(comparison: Comparison) -> list[Sides[tuple[str, ...]]]:
    return [finding.values for finding in comparison.findings]


def test_what_moved_to_another_passage_under_another_name_is_no_finding() -> None:
    assert len(said(compared(NO_HOUSE))) == 3
    assert said(compared(KYIV)) == [Sides(("NAVY",), ("ARMY",))]


@pytest.mark.parametrize("house", [NO_HOUSE, KYIV, House((("navy", "army"),)), House(ignored=("Kiev", "army", "navy"))])
def test_another_list_gives_what_a_full_comparison_gives(house: House) -> None:
    again = with_house(compared(KYIV), house)
    assert again == compared(house)
    assert again.lexicon.house == house
    assert again.prepared is not None
    assert again.prepared.lexicon.house == house


def test_another_list_leaves_the_alignment_as_it_is() -> None:
    before = engine.compare(ORIGINAL, REWRITE)
    after = with_house(before, KYIV)
    assert after.passages is before.passages
    assert after.aligned is before.aligned


def test_what_is_seen_in_whole_texts_of_two_languages_stays_under_another_list() -> None:
    original = "The council voted for the new wall on Monday. “We need it,” said the mayor. “Now,” she added. “Today.” “Never before.”"
    rewrite = (
        "Der Rat stimmte am Montag für die neue Mauer. Wir brauchen sie, sagte die Bürgermeisterin. Das ist auch für die Stadt sehr gut."
    )
    before = engine.compare(original, rewrite)
    assert "no-quotation-marks" in {finding.code for finding in before.findings}
    assert with_house(before, KYIV).findings == before.findings
