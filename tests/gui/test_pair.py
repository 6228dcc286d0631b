"""What the pair pane says of a pairing, without Qt."""

from collections.abc import Callable
from dataclasses import replace

from rewritediff.core.comparison import Comparison
from rewritediff.core.settings import Settings
from rewritediff.core.values import Link, Passage, Relation, Side, Sides
from rewritediff.engine import compare
from rewritediff.gui.pair import Pair, pair_of
from rewritediff.gui.reading import passage_wanted
from rewritediff.gui.row_sheet import DEFAULT_OPTIONS, Options
from rewritediff.gui.row_words import spoken
from rewritediff.gui.rows import kinds_of, present
from rewritediff.gui.state import State
from rewritediff.gui.work import Done
from rewritediff.wording import Filter, answer
from tests.doubtful import ORIGINAL, REWRITE, doubtful


def shown(comparison: Comparison, number: int = 0) -> Pair:
    return pair_of(present(comparison), number, DEFAULT_OPTIONS)


def details(pair: Pair) -> list[str]:
    return list(map(str, pair.details))


def test_a_doubtful_pairing_says_what_came_close_too_and_leads_there() -> None:
    comparison = doubtful()
    pair = shown(comparison)
    assert pair.title.endswith("doubtful pairing")
    assert pair.doubt is not None
    assert str(pair.doubt).startswith("Sentence 3 of the rewrite came close too (“The ferry from Yokohama had very")
    assert pair.doubt.passage == comparison.passage_of.rewrite[2]
    assert not any("closest" in detail for detail in details(pair))


def test_any_pairing_says_its_words_and_how_sure_it_is() -> None:
    pair = shown(compare(ORIGINAL, REWRITE))
    assert pair.doubt is None
    assert "paired by: ferry, Yokohama carried 240 people" in details(pair)
    assert details(pair)[-1].endswith("% sure")


def test_a_runner_up_of_a_sure_pairing_is_named_quietly() -> None:
    pair = shown(compare(ORIGINAL, REWRITE, Settings(doubtful_below=0.0, near_floor=-100.0)))
    assert pair.doubt is None
    assert details(pair)[0].startswith("next closest: sentence 3 of the rewrite (“")


def test_without_a_runner_up_a_doubtful_pairing_stands_alone() -> None:
    pair = shown(compare(ORIGINAL, REWRITE, Settings(doubtful_below=1.0, near_floor=100.0)))
    assert str(pair.doubt) == "Not sure that these belong together; nothing else came close"


def test_a_split_with_one_weak_sentence_asks_after_that_sentence() -> None:
    comparison = compare(
        "The ferry from Yokohama carried 240 people.", "The ferry from Yokohama carried 240 people. The motion passed by two votes."
    )
    links = (Link(0, 0, 0.9, 0.95), Link(0, 1, 0.1, 0.4))
    split = Passage((0,), (0, 1), Relation.PARAPHRASED, links, 0.6, 0.4)
    pair = shown(replace(comparison, passages=(split,), passage_of=Sides((0,), (0, 0))))
    assert str(pair.doubt) == "Does “The motion passed by two votes.” of the rewrite belong here?"


def test_what_is_not_known_is_not_said(make: Callable[..., Comparison]) -> None:
    pair = shown(make([["One is here."]], [["One is there."]], [([0], [0], Relation.EDITED)]))
    assert pair.doubt is None
    assert details(pair)[-1].startswith("words alike")
    assert not any("paired" in detail for detail in details(pair))


def test_a_sentence_without_counterpart_has_no_reasons() -> None:
    assert shown(doubtful(), 2).details == ()


def test_doubtful_rows_carry_a_sign_and_pass_their_filter() -> None:
    comparison = doubtful()
    presentation = present(comparison, Options(shown=frozenset({"doubtful"})))
    assert [row.passage for row in presentation.rows] == [0, 1]
    assert presentation.content(0).pill == "?"
    assert "doubtful" in kinds_of(comparison, 0)
    assert "doubtful pairing" in spoken(presentation, 0, Side.ORIGINAL)


def test_going_to_a_hidden_passage_takes_the_filter_away() -> None:
    comparison = doubtful()
    state = State(work=Done(present(comparison), answer(comparison)), filter=frozenset({Filter.DOUBTFUL}))
    assert passage_wanted(state, 1).filter == {Filter.DOUBTFUL}
    there = passage_wanted(state, 2)
    assert (there.selected, there.filter) == (2, frozenset())
