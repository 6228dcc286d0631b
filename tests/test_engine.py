"""The engine joins the core with languages, articles and limits."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rewritediff import engine
from rewritediff.core import boundaries, similarity, tokens
from rewritediff.core.decisions import NO_DECISIONS, Anchor, Decisions, pairing
from rewritediff.core.lexicon import EMPTY_LEXICON
from rewritediff.core.settings import DEFAULT_SETTINGS, Settings
from rewritediff.core.values import Article, Block, Notice, Role, Side, Sides, Span
from tests.strategies import article

TEXT = "The goat slept on the roof. The ferry left at dawn."
SENTENCES = ["The goat slept on the roof.", "The ferry left at dawn."]
ARTICLE = Article((Block(Role.BODY, SENTENCES[0]), Block(Role.BODY, SENTENCES[1])), origin="goats.txt", notices=(Notice("odd"),))


@pytest.mark.parametrize("original", [TEXT, SENTENCES, tuple(SENTENCES), ARTICLE], ids=["text", "list", "tuple", "article"])
@pytest.mark.parametrize("rewrite", [TEXT, SENTENCES, ARTICLE], ids=["text", "list", "article"])
def test_texts_articles_and_sentences_compare_with_each_other(original: engine.Text, rewrite: engine.Text) -> None:
    summary = engine.compare(original, rewrite).summary()
    assert (summary.sentences.original, summary.sentences.rewrite, summary.unchanged) == (2, 2, 2)


def test_an_article_hands_on_its_name_and_notices() -> None:
    document = engine.compare(ARTICLE, TEXT).documents.original
    assert (document.name, document.notices) == ("goats.txt", (Notice("odd"),))


def test_sentences_keep_their_index_and_offsets() -> None:
    document = engine.compare(["One goat.", "", "Two goats. Three."], []).documents.original
    assert document.text == "One goat.\n\nTwo goats. Three."
    assert [document.quote(k) for k in range(3)] == ["One goat.", "", "Two goats. Three."]


def test_the_language_of_each_side_is_guessed() -> None:
    german = "Die Ziege schlief auf dem Dach, und die Fähre hat den Hafen nicht mehr verlassen. Das war im Mai."
    documents = engine.compare(TEXT * 3, german).documents
    assert documents.map(lambda document: document.language) == Sides("en", "de")


@pytest.mark.parametrize(("side", "texts"), [(Side.ORIGINAL, (SENTENCES * 2, [])), (Side.REWRITE, ([], SENTENCES * 2))])
def test_a_text_above_the_limit_is_refused_by_its_side(
    monkeypatch: pytest.MonkeyPatch, side: Side, texts: tuple[list[str], list[str]]
) -> None:
    monkeypatch.setattr(engine, "MAX_SENTENCES", 3)
    with pytest.raises(engine.TooLong, match=f"The {side.value} has 4 sentences; at most 3 are compared") as caught:
        engine.compare(*texts)
    assert (caught.value.side, caught.value.sentences) == (side, 4)


def test_a_text_at_the_limit_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MAX_SENTENCES", 2)
    assert engine.compare(SENTENCES, TEXT).summary().unchanged == 2


def test_settings_and_decisions_travel_inside_the_result() -> None:
    decisions = NO_DECISIONS.unlink(pairing(engine.compare(TEXT, TEXT).documents, 0, 0))
    comparison = engine.compare(TEXT, TEXT, Settings(copied_words=9), decisions=decisions)
    assert (comparison.settings.copied_words, comparison.decisions) == (9, decisions)
    assert comparison.summary().dropped == 1


def test_comparing_again_goes_on_from_the_last_comparison() -> None:
    first = engine.compare(TEXT, TEXT)
    decisions = NO_DECISIONS.unlink(pairing(first.documents, 0, 0))
    assert engine.recompare(first, decisions) == engine.compare(TEXT, TEXT, decisions=decisions)


def test_the_bundled_lexicon_is_the_default_and_another_can_be_given() -> None:
    assert engine.compare(TEXT, TEXT).lexicon is engine.lexicon()
    assert engine.compare(TEXT, TEXT, lexicon=EMPTY_LEXICON).lexicon is EMPTY_LEXICON


def test_the_bundled_lexicon_knows_languages_and_says_its_name() -> None:
    assert "the" in engine.lexicon().function_words_of("en")
    assert engine.lexicon().function_words_of("xx") == frozenset()
    assert (engine.lexicon().name, engine.lexicon().version) == ("bundled", engine.LEXICON_VERSION)


def test_cutting_into_sentences_is_reported_first() -> None:
    steps: list[str] = []
    engine.compare(TEXT, TEXT, progress=lambda step, done: steps.append(step))  # noqa: ARG005
    assert steps[0] == "sentences"


def test_texts_in_different_languages_are_said_and_names_alone_link_nothing() -> None:
    english = [
        "The old barrier was designed by the firm of Koopmans and Zoon in 2019.",
        "It was never built, and nobody knows why that is so.",
    ]
    german = [
        "Niemand weiß, warum die Firma Koopmans und Zoon 2019 nach Rotterdam ging.",
        "Das ist eine ganz andere Geschichte, und sie ist lang.",
    ]
    found = engine.compare(english, german)
    assert [notice.code for notice in found.notices] == ["languages-differ"]
    assert not any(passage.links for passage in found.passages)
    assert found.settings == DEFAULT_SETTINGS.with_floors(engine.FOREIGN_FLOOR)


def test_wherever_a_link_stands_it_asks_for_the_floor_of_foreign_texts() -> None:
    careful = DEFAULT_SETTINGS.with_floors(engine.FOREIGN_FLOOR)
    assert {careful.link_floor, careful.extra_floor, careful.moved_floor, careful.come_floor} == {engine.FOREIGN_FLOOR}
    assert careful.with_floors(0.0) == careful


class Patience:
    """Want to stop after so many questions."""

    def __init__(self, questions: int) -> None:
        self.left = questions
        self.asked = 0

    def __call__(self) -> bool:
        self.asked += 1
        self.left -= 1
        return self.left < 0


LONG = " ".join(article(40))
CUT = Decisions(cut=(Anchor.at(Side.ORIGINAL, Span(LONG.index(" beside"), LONG.index(" beside")), LONG),))
WORK: dict[str, Callable[[Patience], object]] = {
    "texts": lambda patience: engine.compare(LONG, LONG[: len(LONG) // 2], should_cancel=patience),
    "one sentence": lambda patience: engine.compare(LONG.replace(".", ","), LONG, should_cancel=patience),
    "articles": lambda patience: engine.compare(ARTICLE, ARTICLE, should_cancel=patience),
    "again": lambda patience: engine.recompare(BEFORE, NO_DECISIONS, should_cancel=patience),
    "again, cut otherwise": lambda patience: engine.recompare(BEFORE, CUT, should_cancel=patience),
}
BEFORE = engine.compare(LONG, LONG)


@pytest.mark.parametrize("work", WORK.values(), ids=WORK)
def test_a_caller_who_wants_to_stop_is_obeyed_at_every_question(work: Callable[[Patience], object]) -> None:
    patient = Patience(10**6)
    work(patient)
    assert patient.asked > 5
    for questions in range(patient.asked):
        patience = Patience(questions)
        with pytest.raises(engine.Cancelled):
            work(patience)
        assert patience.asked == questions + 1


def test_a_long_text_is_asked_about_in_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text ten times as long has some ten times as many chances to stop, also where it is one sentence; here each piece is small."""
    for module, name, size in ((tokens, "ASKED", 20), (boundaries, "PIECE", 100), (boundaries, "WINDOW", 500), (boundaries, "TAIL", 100)):
        monkeypatch.setattr(module, name, size)
    for name, size in (("LARGEST", 1000), ("STRETCH", 30)):
        monkeypatch.setattr(similarity, name, size)
    counts = []
    for length in (30, 300):
        told: list[str] = []
        flat = " ".join(article(length)).replace(".", ",")
        engine.compare(flat, flat.replace("coins", "pounds"), progress=lambda step, _done: told.append(step))  # noqa: B023
        counts.append({step: told.count(step) for step in ("sentences", "words", "passages")})
    assert all(counts[1][step] > 5 * counts[0][step] for step in counts[0])
