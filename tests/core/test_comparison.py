"""What a comparison answers on demand: relations, copied runs, rows, and the numbers that sum it up."""

from __future__ import annotations

import pytest

from rewritediff.core.compare import compare
from rewritediff.core.comparison import Comparison
from rewritediff.core.sentences import document_from_article
from rewritediff.core.settings import Settings
from rewritediff.core.values import Article, Block, Relation, Role, Side, Sides
from tests.strategies import article, documents

STORY = article(6)


def framed(*blocks: tuple[Role, str]) -> Article:
    return Article((*(Block(role, text) for role, text in blocks), *(Block(Role.BODY, sentence) for sentence in STORY)))


def compared(original: Article, rewrite: Article) -> Comparison:
    return compare(Sides(document_from_article(original, "en"), document_from_article(rewrite, "en")))


def test_furniture_without_a_counterpart_is_counted_apart() -> None:
    extra = framed((Role.TITLE, "Thunderous applause"), (Role.CAPTION, "Nobody backstage"), (Role.BODY, "Quokkas sang yesterday."))
    dropped, new = compared(extra, framed()).summary(), compared(framed(), extra).summary()
    assert (dropped.dropped, dropped.dropped_furniture, dropped.new, dropped.new_furniture) == (1, 2, 0, 0)
    assert (new.dropped, new.dropped_furniture, new.new, new.new_furniture) == (0, 0, 1, 2)


def test_furniture_with_a_counterpart_is_counted_like_any_sentence() -> None:
    title = framed((Role.TITLE, "Goats on the roof"))
    assert compared(title, title).summary().unchanged == 7


def test_the_summary_counts_sentences_by_what_became_of_them() -> None:
    edited = STORY[1].replace("beside", "behind")
    summary = compare(documents(STORY, [STORY[4], STORY[0], edited, *STORY[2:4]])).summary()
    assert (summary.unchanged, summary.lightly, summary.dropped, summary.with_counterpart) == (4, 1, 1, 5)
    assert (summary.moved, summary.moved_passages) == (1, 1)
    assert summary.passages[Relation.EDITED] == 1


def test_the_relation_of_a_sentence_is_that_of_its_passage() -> None:
    comparison = compare(documents(STORY, STORY[1:]))
    assert comparison.relation(Side.ORIGINAL, 0) is Relation.OMITTED
    assert comparison.relation(Side.REWRITE, 0) is Relation.SAME


@pytest.mark.parametrize(("words", "runs"), [(None, 0), (4, 1), (5, 0)])
def test_copied_runs_are_as_long_as_set_or_asked(words: int | None, runs: int) -> None:
    pair = documents(["The goat slept soundly."], ["Indeed the goat slept soundly."])
    assert len(compare(pair, Settings(copied_words=5)).copied(words)) == runs


def test_rows_show_the_passages_in_order() -> None:
    comparison = compare(documents(STORY, STORY[1:]))
    assert [row.passage for row in comparison.rows()] == list(range(6))


@pytest.mark.parametrize(("name", "value"), [("copied_words", 1), ("edited_from", -0.1), ("edited_from", 1.1)])
def test_impossible_settings_cannot_be_made(name: str, value: float) -> None:
    with pytest.raises(ValueError, match=r"copied|edited_from"):
        Settings(**{name: value})  # type: ignore[arg-type]


@pytest.mark.parametrize(("floor", "relation"), [(0.5, Relation.EDITED), (0.99, Relation.PARAPHRASED)])
def test_the_setting_says_from_where_a_passage_is_edited(floor: float, relation: Relation) -> None:
    pair = documents(["The old goat slept on the roof."], ["The old goat slept on a roof."])
    assert compare(pair, Settings(edited_from=floor)).passages[0].relation is relation
