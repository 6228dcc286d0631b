"""Quotations: narration turned into speech, quoted words altered, marks lost; typography alone is nothing."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff import engine
from rewritediff.core.compare import compare
from rewritediff.core.decisions import Decisions, pairing
from rewritediff.core.sentences import document_from_text
from rewritediff.core.tokens import TOKEN
from rewritediff.core.values import Side, Sides
from rewritediff.wording.findings import finding_message
from tests.core.facts.cases import Case, by_language, check, compared, loud, told
from tests.core.facts.test_hedges import ALL as HEDGES
from tests.core.facts.test_speakers import ALL as SPEAKERS

ENGLISH = [
    Case(
        "a quotation in the speaker's language brings no claims",
        "“The money will come before the winter, and it will be enough for all”, she answered.",
        "“Das Geld kommt vor dem Winter, und es wird für alle reichen”, she answered.",
    ),
    Case(
        "a quoted contraction is written as one word",
        "“We can't leave the island before the storm,” the keeper said.",
        "“We cannot leave the island before the storm,” the keeper said.",
    ),
    Case(
        "a quotation is given in the speaker's language",
        "The mayor sighed. “All of that is only talk and will change nothing in the end”, a baker shouted.",
        "The mayor sighed. “Das ist doch alles nur Gerede und wird am Ende nichts ändern”, a baker shouted.",
    ),
    Case(
        "a quotation in the speaker's language is translated",
        "The mayor sighed. “Das ist doch alles nur Gerede und wird am Ende nichts ändern”, a baker shouted.",
        "The mayor sighed. “All of that is only talk and will change nothing in the end”, a baker shouted.",
    ),
    Case(
        "narration becomes speech",
        "The mayor spoke for an hour. The harbour is home to ninety boats and two yards.",
        "The mayor spoke for an hour. “The harbour is home to ninety boats and two yards.”",
        "quotation",
        "The harbour is home to ninety boats and two yards",
        "The harbour is home to ninety boats and two yards",
    ),
    Case(
        "reported speech becomes a quotation",
        "The mayor said the gates were too heavy for the old crane.",
        "The mayor said “the gates were too heavy for the old crane”.",
        "quotation",
        "the gates were too heavy for the old crane",
        "the gates were too heavy for the old crane",
        "look",
    ),
    Case(
        "a quoted word is another",
        "“We have to leave the island before the storm,” the keeper said.",
        "“We have to leave the island before the wedding,” the keeper said.",
        "quotation",
        "storm",
        "wedding",
    ),
    Case(
        "a quoted season is another",
        "“We have to leave the island before the winter,” the keeper said.",
        "“We have to leave the island before the summer,” the keeper said.",
        "date",
        "winter",
        "summer",
    ),
    Case(
        "words are slipped in",
        "“The report is honest,” she told the court on Friday.",
        "“The report is honest and complete,” she told the court on Friday.",
        "quotation",
        "",
        "and complete",
    ),
    Case(
        "an invented quotation",
        "The mayor said that taxes would rise soon.",
        "The mayor said: “Every household must finally pay its fair share of taxes.”",
        "quotation",
        "",
        "Every household must finally pay its fair share of taxes",
    ),
    Case("straight marks", '"We have to leave the island," the keeper said.', "“We have to leave the island,” the keeper said."),
    Case("single marks", "‘We have to leave the island,’ the keeper said.", "“We have to leave the island,” the keeper said."),
    Case("straight single marks", "The keeper said: 'We won't leave the island now.'", "The keeper said: “We won’t leave the island now.”"),
    Case("the speaker between", "“We have to leave,” he said, “before the winter.”", "“We have to leave before the winter,” he said."),
    Case("one word stressed", "The firm calls the tax on sugar a burden.", "The firm calls the tax on sugar a “burden”."),
    Case(
        "words left out by a sign",
        "“We have to leave the cold island before the winter,” he said.",
        "“We have to leave … before the winter,” he said.",
    ),
    Case("contracted", "“It is a long way to the old lighthouse,” she said.", "“It’s a long way to the old lighthouse,” she said."),
    Case(
        "a shorter quotation",
        "“We have to leave the island before the winter,” he said.",
        "He said they had to “leave the island before the winter”.",
    ),
    Case("a closing mark alone", 'We have to leave the island," the keeper said.', "“We have to leave the island,” the keeper said."),
    Case("inches", 'The board is 10" wide and 12" long, the seller said.', "The board is 10″ wide and 12″ long, the seller said."),
]

GERMAN = [
    Case(
        "ein Wort im Zitat",
        "„Wir müssen die Insel vor dem Sturm räumen“, sagte der Wärter.",
        "„Wir müssen die Insel vor dem Besuch räumen“, sagte der Wärter.",
        "quotation",
        "Sturm",
        "Besuch",
    ),
    Case("andere Zeichen", "„Wir müssen die Insel räumen“, sagte der Wärter.", "»Wir müssen die Insel räumen«, sagte der Wärter."),
]

FRENCH = [
    Case(
        "un mot de la citation",
        "« Nous devons quitter l'île avant la tempête », a dit le gardien.",
        "« Nous devons quitter l'île avant la visite », a dit le gardien.",
        "quotation",
        "tempête",
        "visite",
    ),
    Case("d'autres guillemets", "« Nous devons quitter l'île », a dit le gardien.", "“Nous devons quitter l’île”, a dit le gardien."),
]

SPANISH = [
    Case(
        "una palabra de la cita",
        "«Tenemos que dejar la isla antes del temporal», dijo el guarda.",
        "«Tenemos que dejar la isla antes del banquete», dijo el guarda.",
        "quotation",
        "temporal",
        "banquete",
    ),
    Case("otras comillas", "«Tenemos que dejar la isla», dijo el guarda.", "“Tenemos que dejar la isla”, dijo el guarda."),
]

ALL = by_language(ENGLISH, GERMAN, FRENCH, SPANISH)


@pytest.mark.parametrize(("language", "case"), ALL, ids=lambda value: value.name if isinstance(value, Case) else value)
def test_quotations(language: str, case: Case) -> None:
    check(case, language)


BARE = (
    "We must leave the island, the keeper told the paper. The winter is long. Nobody comes here any more. "
    "The mayor said last week that he understood the fears of the islanders. Ravn, a port of nine hundred people, lies in the north. "
    "It is a hard choice, said the keeper."
)
MARKED = (
    "“We must leave the island,” the keeper told the paper. “The winter is long. Nobody comes here any more.” "
    "The mayor said last week that he understood the fears of the islanders. “Ravn, a port of nine hundred people, lies in the north.” "
    "“It is a hard choice,” said the keeper."
)


def test_a_text_without_marks_is_told_once_and_narration_by_itself() -> None:
    comparison = compared(BARE, MARKED)
    found = {finding.code: finding for finding in loud(comparison)}
    assert set(found) == {"no-quotation-marks", "quotation-of-narration"}
    narration = "Ravn, a port of nine hundred people, lies in the north"
    assert told(comparison, found["quotation-of-narration"]) == ("quotation", narration, narration, "check")
    group = found["no-quotation-marks"]
    assert len(group.passages) == 5
    assert finding_message(group) == "The original has no quotation marks; 4 quoted spans of the rewrite to verify"


def test_a_translated_quotation_is_none_of_ours() -> None:
    original = document_from_text("“We must leave Ravn,” said Kerr.", "en")
    rewrite = document_from_text("„Wir müssen Ravn verlassen“, sagte Kerr.", "de")
    documents = Sides(original, rewrite)
    found = compare(documents, decisions=Decisions(linked=(pairing(documents, 0, 0),)), lexicon=engine.lexicon())
    assert (len(found.passages), found.findings) == (1, ())


def test_the_same_the_other_way_round() -> None:
    group = next(finding for finding in compared(MARKED, BARE).findings if finding.code == "no-quotation-marks")
    assert (len(group.spans.original), group.spans.rewrite) == (4, ())


@pytest.mark.parametrize(
    ("language", "case"), [*ALL, *HEDGES, *SPEAKERS], ids=lambda value: value.name if isinstance(value, Case) else value
)
def test_spans_lie_on_whole_words(language: str, case: Case) -> None:
    comparison = compared(case.original, case.rewrite, language)
    for finding in comparison.findings:
        for side in Side:
            for span in finding.spans[side]:
                text = comparison.texts[side]
                words = [(match.start(), match.end()) for match in TOKEN.finditer(text)]
                assert span.start in {start for start, _ in words}
                assert span.end in {end for _, end in words}
                assert finding.kind.value == "quotation" or len(span.of(text).split()) <= 12


MARKS = ["“{}”", '"{}"', "«{}»", "„{}“", "‘{}’", "'{}'"]
WORDS = ["boats", "nets", "stones", "letters", "lanterns", "horses"]


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(MARKS), st.sampled_from(MARKS), st.sampled_from(WORDS))
def test_other_marks_are_never_a_finding(one: str, other: str, word: str) -> None:
    text = f"We have to bring the {word} home before the tide,"
    assert loud(compared(f"{one.format(text)} the keeper said.", f"{other.format(text)} the keeper said.")) == []


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(MARKS), st.permutations(WORDS))
def test_another_quoted_word_always_is(marks: str, words: list[str]) -> None:
    texts = [f"{marks.format(f'We have to bring the {word} home before the tide,')} the keeper said." for word in words[:2]]
    comparison = compared(*texts)
    quotations = [finding for finding in loud(comparison) if finding.kind.value == "quotation"]
    assert [[span.of(comparison.texts[side]) for side in Side for span in finding.spans[side]] for finding in quotations] == [words[:2]]
