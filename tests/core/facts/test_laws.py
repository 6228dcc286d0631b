"""What holds for the findings of all families together, for every named case and for sentences that were edited at random."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff import engine
from rewritediff.core.compare import compare, recompare
from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import NO_DECISIONS, Anchor, Decisions, pairing
from rewritediff.core.tokens import TOKEN, fold, is_word
from rewritediff.core.values import Finding, FindingKind, Side, Span
from tests.core.facts import (
    one_sided_cases,
    test_bounds,
    test_dates,
    test_hedges,
    test_literals,
    test_modality,
    test_names,
    test_negation,
    test_numbers,
    test_quotations,
    test_roles,
    test_scales,
    test_speakers,
)
from tests.core.facts.cases import Case, compared, loud

TABLES = (
    one_sided_cases,
    test_bounds,
    test_dates,
    test_hedges,
    test_literals,
    test_modality,
    test_names,
    test_negation,
    test_numbers,
    test_quotations,
    test_roles,
    test_scales,
    test_speakers,
)
LANGUAGES = {"en": "ENGLISH", "de": "GERMAN", "fr": "FRENCH", "es": "SPANISH"}
CASES = [(language, case) for table in TABLES for language, name in LANGUAGES.items() for case in getattr(table, name)]
NAMES = [f"{language}: {case.name}" for language, case in CASES]

LONGEST = 12
LONG = (FindingKind.CLAIM, FindingKind.LOSS, FindingKind.QUOTATION)
"""Kinds that point at whole sentences, clauses and quotations."""
EVEN = (FindingKind.NEGATION, FindingKind.NUMBER, FindingKind.OBLIGATION, FindingKind.ROLES, FindingKind.OPPOSITE, FindingKind.TERM)
"""Kinds that are the same seen from either side. A date may be told less exactly but not more so, a claim is a loss from the other side,
"said" may become "claimed" more gravely than the other way round."""

SENTENCES = (
    "The harbour board of Velmora approved the new sea wall by 7 votes to 4 on 12 March 2019.",
    "Work on the wall will cost €48 million and last at least 30 months.",
    "Ingrid Sollen, who chairs the board, said the storms of the past winter were not unusual.",
    "“We cannot wait for the ministry,” she told reporters in Oster Bay.",
    "Fishermen must move their boats unless they hold a licence from the city.",
    "According to the ministry, most of the seagrass may return within five years.",
    "Prices of homes near the water rose by 12% between 2015 and 2018.",
    "Tomas Reyes of the Harbour Museum denied that the old lighthouse was sold.",
    "To restart the pumps, press “Reset” and run the file /etc/pumps.conf with --force.",
    "Neither the mayor nor her deputy attended the meeting before the vote.",
    "The ferry to Brask leaves every day at 7:30 p.m. except on Sundays.",
    "Researchers at the University of Tarn found fewer eels than in the 1990s, because the river is warmer.",
)
WORDS = (
    *(
        "not",
        "never",
        "no",
        "only",
        "may",
        "must",
        "will",
        "reportedly",
        "if",
        "unless",
        "least",
        "most",
        "before",
        "after",
        "fell",
        "rose",
    ),
    *("7", "48", "30", "2,019", "12%", "€5", "April", "Monday", "Velmora", "Reyes", "China", "Dr", "“yes”", "(in Tarn)", "/etc", "--all"),
    *("claimed", "said", "according", "to", "of", "and", "the", "its", "lantern", "corrupt", "clearly", "partly", "more", "less", "each"),
)

edits = st.tuples(st.sampled_from(["replace", "drop", "insert", "double"]), st.integers(0, 30), st.sampled_from(WORDS))


@st.composite
def edited(draw: st.DrawFn, most: int = 4) -> tuple[str, str]:
    """Draw some sentences and the same with words replaced, dropped, put in or doubled."""
    original = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=most, unique=True))
    rewrite = [changed(sentence, draw(st.lists(edits, max_size=3))) for sentence in draw(st.permutations(original))]
    return " ".join(original), " ".join(rewrite)


def changed(sentence: str, changes: list[tuple[str, int, str]]) -> str:
    """Edit the words of a sentence one after the other."""
    words = sentence.split()
    for how, place, word in changes:
        at = place % len(words)
        match how:
            case "replace":
                words[at] = word
            case "drop" if len(words) > 1:
                del words[at]
            case "insert":
                words.insert(at, word)
            case _:
                words.insert(at, words[at])
    return " ".join(words)


def words_in(text: str) -> int:
    return sum(is_word(fold(unit)) for unit in TOKEN.findall(text))


def badly_placed(comparison: Comparison) -> Iterator[tuple[Finding, str]]:
    """Give the spans that are cut through a word, empty, too long, or outside the passages of their finding."""
    for side in Side:
        text = comparison.texts[side]
        starts, ends = ({edge(unit) for unit in TOKEN.finditer(text)} for edge in (lambda unit: unit.start(), lambda unit: unit.end()))
        for finding in comparison.findings:
            numbers = [k for number in finding.passages for k in comparison.passages[number].sentences(side)]
            sentences = [comparison.documents[side].sentences[k].span for k in numbers]
            for span in finding.spans[side]:
                words = words_in(span.of(text))
                is_long = words > LONGEST and finding.kind not in LONG
                within = [sentence.start <= span.start and span.end <= sentence.end for sentence in sentences]
                # a quotation may go on over several sentences
                begins = any(sentence.start <= span.start < sentence.end for sentence in sentences)
                closes = any(sentence.start < span.end <= sentence.end for sentence in sentences)
                lies_inside = any(within) or (finding.kind is FindingKind.QUOTATION and begins and closes)
                if span.start not in starts or span.end not in ends or not words or is_long or not lies_inside:
                    yield finding, span.of(text)


def says_nothing_new(comparison: Comparison, finding: Finding) -> bool:
    """Tell whether both sides of a finding show the same words, so that a reader would look for the difference in vain."""
    original, rewrite = ([span.of(comparison.texts[side]) for span in finding.spans[side]] for side in Side)
    return original == rewrite


def kinds(comparison: Comparison) -> Counter[FindingKind]:
    return Counter(finding.kind for finding in loud(comparison) if finding.kind in EVEN)


@pytest.mark.parametrize(("language", "case"), CASES, ids=NAMES)
def test_every_case_keeps_the_laws(language: str, case: Case) -> None:
    """Spans are whole words and short, the sides may change places, a text beside itself has no findings."""
    there, back = compared(case.original, case.rewrite, language), compared(case.rewrite, case.original, language)
    assert [*badly_placed(there), *badly_placed(back)] == []
    assert kinds(there) == kinds(back)
    assert compared(case.original, case.original, language).findings == ()


@given(edited())
def test_spans_are_whole_words_and_short_whatever_was_edited(pair: tuple[str, str]) -> None:
    assert list(badly_placed(compared(*pair))) == []


@given(edited())
def test_a_finding_shows_what_differs(pair: tuple[str, str]) -> None:
    comparison = compared(*pair)
    alike = [finding for finding in loud(comparison) if says_nothing_new(comparison, finding)]
    assert [finding for finding in alike if finding.kind is not FindingKind.QUOTATION and not finding.code.endswith("-moved")] == []


@given(edited())
@settings(max_examples=40)
def test_the_same_texts_have_the_same_findings(pair: tuple[str, str]) -> None:
    assert compared(*pair).findings == compared(*pair).findings


@given(st.lists(st.sampled_from(SENTENCES), max_size=6))
@settings(max_examples=30)
def test_equal_texts_have_no_findings(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert compared(text, text).findings == ()


@given(st.sampled_from(SENTENCES), st.sampled_from(["not", "never"]), st.integers(1, 12))
@settings(max_examples=60)
def test_a_negation_is_seen_from_either_side(sentence: str, word: str, place: int) -> None:
    changes = changed(sentence, [("insert", place, word)])
    assert kinds(compared(sentence, changes))[FindingKind.NEGATION] == kinds(compared(changes, sentence))[FindingKind.NEGATION]


@given(edited(), st.data())
@settings(max_examples=50)
def test_findings_after_a_decision_are_those_of_a_full_comparison(pair: tuple[str, str], data: st.DataObject) -> None:
    before = compared(*pair)
    decisions = data.draw(decided(before))
    again, full = recompare(before, decisions), compare(before.documents, decisions=decisions, lexicon=engine.lexicon())
    assert again == full
    assert recompare(again, NO_DECISIONS).findings == before.findings


@st.composite
def decided(draw: st.DrawFn, comparison: Comparison) -> Decisions:
    """Draw a pairing that a reviewer sets or forbids, and a place where a sentence is cut."""
    documents = comparison.documents
    numbers = [draw(st.integers(0, len(document.sentences) - 1)) for document in documents]
    pairings = (pairing(documents, *numbers),)
    sentence = documents.original.sentences[numbers[0]].span
    place = draw(st.integers(sentence.start, sentence.end))
    cut = (Anchor.at(Side.ORIGINAL, Span(place, place), documents.original.text),)
    return draw(st.sampled_from([Decisions(linked=pairings), Decisions(unlinked=pairings), Decisions(cut=cut)]))
