"""Articles as they flow: which sentences make a block, where they stand in it, and which marks it carries."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Relation, Role, Side
from rewritediff.gui.flowing import LONGEST, Article, Articles, articles_of, flowed, offset_of, spot_of, text_between
from rewritediff.gui.row_marks import RunKind
from rewritediff.gui.row_sheet import Options
from rewritediff.gui.rows import present
from tests.gui.conftest import made

SAME, EDITED, PARAPHRASED, OMITTED, INSERTED = Relation

TEXTS = {
    "plain": [["One stands here.", "Two follows."], ["Three begins anew."]],
    "emoji": [["An 😀 first 👩‍👧 one.", "Another 😀 one."], ["Third."]],
    "cjk": [["政府は来年、新しい学校を建設する。", "反対はなかった。"]],
    "right to left": [["وافق المجلس على الجدار.", "لم يعترض أحد."], ["انتهى."]],
}
SENTENCES = st.lists(st.lists(st.text("ab 😀ش", min_size=1).map(lambda text: f"x{text}."), min_size=1, max_size=5), min_size=1, max_size=5)


def articles(comparison: Comparison) -> Articles:
    return articles_of(comparison, comparison.rows())


def alike(text: list[list[str]]) -> Comparison:
    return made(text, text, [([k], [k], SAME) for k in range(sum(map(len, text)))])


def sentences_of(article: Article) -> list[int]:
    return [sentence for number in range(len(article)) for sentence in article.block(number).sentences]


class TestBlocks:
    @given(SENTENCES)
    def test_every_sentence_is_in_one_block_and_cut_from_its_text_whole(self, text: list[list[str]]) -> None:
        comparison = alike(text)
        presentation, article = present(comparison), articles(comparison).rewrite
        assert sentences_of(article) == list(range(len(article.document.sentences)))
        for number in range(len(article)):
            block = flowed(presentation, article, Side.REWRITE, number)
            for sentence in block.block.sentences:
                start, end = block.span_of(sentence)
                assert block.shown.text.text[start:end] == re.sub(" +", " ", article.document.quote(sentence))
                assert block.sentence_at(start) == sentence

    def test_a_block_is_a_paragraph(self) -> None:
        article = articles(alike(TEXTS["plain"])).original
        assert [list(article.block(k).sentences) for k in range(len(article))] == [[0, 1], [2]]

    def test_an_endless_paragraph_is_cut_and_only_its_first_block_opens_it(self) -> None:
        text = [[f"Sentence number {k} of many." for k in range(1_000)]]
        article = articles(alike(text)).original
        assert sentences_of(article) == list(range(1_000))
        assert max(article.characters) < LONGEST + 40
        assert [article.block(k).opens for k in range(3)] == [True, False, False]

    def test_headings_and_list_items_keep_their_roles(self) -> None:
        article = articles(alike([["# A title"], ["- one item."], ["- another item."], ["Prose."]])).original
        assert [article.block(k).role for k in range(4)] == [Role.TITLE, Role.LIST_ITEM, Role.LIST_ITEM, Role.BODY]
        assert [article.block(k).spaced for k in range(4)] == [True, True, False, True]

    def test_an_empty_side_has_no_block(self) -> None:
        found = articles(made([], [["Only here."]], [([], [0], INSERTED)]))
        assert len(found.original) == 0
        assert found.original.passed.tolist() == [0, 0]


class TestMarks:
    def test_a_block_has_the_marks_of_its_rows(self) -> None:
        pair = made(
            [["It was quiet.", "The council met on Monday evening.", "Then it rained."]],
            [["It was quiet.", "The 😀 council met on Friday evening.", "Then it rained."]],
            [([k], [k], EDITED if k == 1 else SAME) for k in range(3)],
        )
        presentation = present(pair)
        for side, expected in ((Side.ORIGINAL, ["Monday"]), (Side.REWRITE, ["😀", "Friday"])):
            block = flowed(presentation, articles(pair)[side], side, 0)
            assert [block.shown.text.text[run.start : run.end] for run in block.shown.runs] == expected

    def test_a_dropped_sentence_is_marked_whole(self) -> None:
        pair = made([["One.", "Gone now.", "Two."]], [["One.", "Two."]], [([0], [0], SAME), ([1], [], OMITTED), ([2], [1], SAME)])
        block = flowed(present(pair), articles(pair).original, Side.ORIGINAL, 0)
        assert [(block.shown.text.text[run.start : run.end], run.kind) for run in block.shown.runs] == [("Gone now.", RunKind.WHOLE)]

    def test_what_a_filter_hides_is_read_without_marks(self) -> None:
        pair = made([["One.", "Gone now."]], [["One."]], [([0], [0], SAME), ([1], [], OMITTED)])
        block = flowed(present(pair, Options(frozenset({"same"}))), articles(pair).original, Side.ORIGINAL, 0)
        assert block.shown.text.text == "One. Gone now."
        assert block.shown.runs == ()


class TestRows:
    def test_a_moved_passage_counts_where_it_stood(self) -> None:
        """Else both sides would be level with nothing while one of them scrolls by."""
        pair = made(
            [["First."], ["Moved away."], ["Last."]],
            [["Moved away."], ["First."], ["Last."]],
            [([0], [1], SAME), ([1], [0], SAME), ([2], [2], SAME)],
            moved=[1],
        )
        found = articles(pair)
        assert found.original.passed.tolist() == [0, 0, 1, 2, 3]
        assert found.rewrite.passed.tolist() == [0, 1, 2, 2, 3]
        assert pair.rows()[int(found.original.row_of[1])].passage == 1


class TestSpots:
    @pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
    def test_a_spot_and_its_offset_lead_to_each_other(self, text: list[list[str]]) -> None:
        article = articles(alike(text)).original
        for number in range(len(article)):
            for offset in range(len("".join(text[number]))):
                assert spot_of(article, offset_of(article, (number, offset))) == (number, offset)

    def test_text_runs_on_over_sentences_and_paragraphs(self) -> None:
        article = articles(alike(TEXTS["plain"])).original
        assert text_between(article, (0, 4), (1, 5)) == "stands here. Two follows.\n\nThree"

    def test_a_cut_paragraph_is_copied_as_one(self) -> None:
        text = [[f"Sentence number {k} of many." for k in range(1_000)]]
        article = articles(alike(text)).original
        last = len(article) - 1
        end = len(article.document.text) - int(article.document.sentences[article.block(last).first].start)
        assert text_between(article, (0, 0), (last, end)) == article.document.text
