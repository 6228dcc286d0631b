"""Findings come from families of finders, one passage after the other; the gravest stands first, and what only moved is none."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rewritediff.core.compare import compare
from rewritediff.core.comparison import Comparison
from rewritediff.core.facts.asking import facts_of
from rewritediff.core.facts.families import Asked, Family, Finder
from rewritediff.core.facts.find import find
from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.reading import Context, PassagePair
from rewritediff.core.sentences import document_from_text
from rewritediff.core.values import Finding, FindingKind, Sides, Strength


def capitals(context: Context) -> Finder:
    """Point at words in capitals that the other side lacks."""

    def finder(pair: PassagePair) -> Iterator[Observation]:
        for side in (0, 1):
            reading, changed = tuple(pair.sides)[side], tuple(pair.changed)[side]
            for word in sorted(changed):
                if reading.words[word].text.isupper():
                    spans, keys = (reading.span(word, word),), (reading.words[word].form,)
                    yield Observation(
                        FindingKind.NAME,
                        "name",
                        Strength.CHECK,
                        Sides((), spans) if side else Sides(spans, ()),
                        Sides((), keys) if side else Sides(keys, ()),
                        Sides((), keys) if side else Sides(keys, ()),
                    )

    assert context.vocabulary
    return finder


def found(original: str, rewrite: str) -> tuple[Comparison, tuple[Finding, ...]]:
    documents = Sides(document_from_text(original, "en"), document_from_text(rewrite, "en"))
    comparison = compare(documents)
    assert comparison.facts is not None
    facts = replace(facts_of(comparison.facts.context, [Family((FindingKind.NAME,), capitals, Asked.CHANGED | Asked.LONE)]))
    return comparison, find(facts, comparison.documents, comparison.passages)[0]


def test_a_changed_word_is_pointed_at() -> None:
    comparison, findings = found("The NAVY sank three old boats in the bay.", "The ARMY sank three old boats in the bay.")
    assert [[span.of(text) for span in spans] for f in findings for text, spans in zip(comparison.texts, f.spans, strict=True)] == [
        ["NAVY"],
        [],
        [],
        ["ARMY"],
    ]


def test_what_moved_to_another_passage_is_no_finding() -> None:
    original = "The NAVY sank three old boats in the bay. Fishermen protested loudly at the harbour all day."
    rewrite = "They sank three old boats in the bay. Fishermen protested loudly at the NAVY harbour all day."
    assert found(original, rewrite)[1] == ()


def test_what_is_seen_in_whole_texts_names_the_passages_of_its_spans() -> None:
    comparison, _ = found("The NAVY sank three old boats. Nobody saw it.", "The NAVY sank three old boats. Nobody saw it.")
    assert comparison.facts is not None
    first, second = (sentence.span for sentence in comparison.documents.rewrite.sentences)

    def whole(context: Context) -> Iterator[Observation]:
        assert context.vocabulary
        for spans in ((first, second), (second,)):
            yield Observation(FindingKind.NAME, "all", Strength.LOOK, Sides((), spans), Sides((), ()))

    facts = facts_of(comparison.facts.context, [Family((FindingKind.NAME,), capitals, whole=whole)])
    assert [finding.passages for finding in find(facts, comparison.documents, comparison.passages)[0]] == [(0, 1), (1,)]
