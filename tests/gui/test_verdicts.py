"""Handling findings, State by State: what is decided, what is chosen next, what is taken back, and what is kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from rewritediff.core.decisions import Ruling
from rewritediff.core.values import Strength
from rewritediff.gui import queue_words, reading, verdicts
from rewritediff.gui.choices import Tab
from rewritediff.gui.findings import choose_finding
from rewritediff.gui.messages import Tone
from rewritediff.gui.review import review_of
from rewritediff.gui.rows import present
from rewritediff.gui.shown import answer_shown, tab
from rewritediff.gui.state import State, looks_for_review, review_known
from rewritediff.gui.work import Done
from rewritediff.review_store import ReviewStore
from rewritediff.wording import Filter, answer
from tests.gui.findings import compared

COMPARISON = compared()


@pytest.fixture
def state() -> State:
    return State(work=Done(present(COMPARISON), answer(COMPARISON)))


def chosen(state: State, finding: int) -> State:
    return choose_finding(state, finding)


def rulings(state: State) -> list[Ruling | None]:
    review = review_known(state)
    assert review is not None
    return [verdict and verdict.ruling for verdict in review.of_finding]


FINE, ASK, DISMISSED = Ruling


def test_a_verdict_leads_to_the_next_card_that_waits(state: State) -> None:
    after = verdicts.ruled(chosen(state, 0), FINE)
    assert rulings(after)[:2] == [FINE, None]
    assert after.finding == 1
    assert after.message is not None
    assert after.message.text.startswith("Fine.")


def test_the_last_card_that_waits_stays_chosen(state: State) -> None:
    for number in (0, 1, 2, 3, 4, 5):
        state = verdicts.ruled(chosen(state, number), FINE)
    assert state.finding == 5
    assert None not in rulings(state)[:6]


def test_nothing_is_decided_where_no_finding_is_chosen(state: State) -> None:
    assert verdicts.ruled(state, FINE) is state
    assert verdicts.ruled(State(), FINE) == State()
    assert verdicts.dismissed_alike(state) is state


def test_a_verdict_on_a_group_is_one_on_all_of_it(state: State) -> None:
    assert [k for k, ruling in enumerate(rulings(verdicts.ruled(chosen(state, 3), DISMISSED, "old feed"))) if ruling] == [3, 6]


def test_all_like_this_are_dismissed_together(state: State) -> None:
    after = verdicts.dismissed_alike(chosen(state, 1), "ages")
    assert rulings(after)[:4] == [None, DISMISSED, DISMISSED, None]
    assert after.finding == 3
    assert after.message is not None
    assert "2 findings" in after.message.text


def test_a_cards_verdict_is_taken_back(state: State) -> None:
    decided = verdicts.ruled(verdicts.ruled(chosen(state, 0), FINE), ASK)
    back = verdicts.taken_back(chosen(decided, 0))
    assert rulings(back)[:2] == [None, ASK]
    assert back.finding == 0


def test_what_was_done_last_is_taken_back_step_by_step(state: State) -> None:
    decided = verdicts.dismissed_alike(verdicts.ruled(chosen(state, 0), FINE))
    once = verdicts.taken_back(decided)
    assert rulings(once)[:3] == [FINE, None, None]
    assert once.finding == 1
    twice = verdicts.taken_back(once)
    assert rulings(twice) == [None] * 8
    assert twice.finding == 0
    thrice = verdicts.taken_back(twice)
    assert thrice.message is not None
    assert thrice.message.text == queue_words.NOTHING_TO_TAKE_BACK


def test_what_was_taken_back_can_be_brought_back(state: State) -> None:
    back = verdicts.taken_back(chosen(verdicts.ruled(chosen(state, 0), FINE), 0))
    assert rulings(verdicts.taken_back(back))[0] is FINE


def test_questions_are_of_the_chosen_finding_or_of_all_to_ask(state: State) -> None:
    asked = verdicts.ruled(verdicts.ruled(chosen(state, 0), ASK), ASK)
    assert verdicts.asked_about(asked, every=True) == COMPARISON.findings[:2]
    assert verdicts.asked_about(asked, every=False) == (COMPARISON.findings[2],)
    assert verdicts.asked_about(State(), every=True) == ()


class TestTab:
    def test_what_is_to_be_checked_is_shown_first_unless_somebody_chose(self, state: State) -> None:
        assert tab(state) is Tab.CHECK
        assert tab(replace(state, tab=Tab.OUTLINE)) is Tab.OUTLINE
        assert tab(State()) is Tab.PAIR
        notes = replace(COMPARISON, findings=COMPARISON.findings[4:])
        assert tab(State(work=Done(present(notes), answer(notes)))) is Tab.PAIR

    def test_a_tab_that_is_shown_is_not_chosen(self, state: State) -> None:
        assert reading.tab_chosen(state, Tab.CHECK).tab is None
        assert reading.tab_chosen(state, Tab.PAIR).tab is Tab.PAIR

    def test_the_answer_leads_to_the_list(self, state: State) -> None:
        on = reading.filter_toggled(replace(state, tab=Tab.PAIR), Filter.CHECK)
        assert on.tab is Tab.CHECK
        assert reading.filter_toggled(replace(on, tab=Tab.PAIR), Filter.CHECK).tab is Tab.PAIR


class TestKept:
    @pytest.fixture
    def kept(self, state: State, tmp_path: Path) -> State:
        waiting = replace(state, kept_in=str(tmp_path / "verdicts"))
        assert looks_for_review(waiting)
        return verdicts.review_found(waiting, review_of(COMPARISON), "")

    def read(self, state: State) -> list[Ruling]:
        return [verdict.ruling for verdict in ReviewStore(Path(state.kept_in)).read(COMPARISON.texts).verdicts]

    def test_each_verdict_is_written_at_once(self, kept: State) -> None:
        first = verdicts.kept(kept, verdicts.ruled(chosen(kept, 0), FINE))
        assert self.read(first) == [FINE]
        second = verdicts.kept(first, verdicts.ruled(first, ASK))
        assert self.read(second) == [FINE, ASK]
        back = verdicts.kept(second, verdicts.taken_back(chosen(second, 0)))
        assert self.read(back) == [ASK]

    def test_nothing_is_written_that_was_only_read(self, kept: State) -> None:
        assert verdicts.kept(State(), kept) is kept
        assert not Path(kept.kept_in).exists()

    def test_nothing_is_decided_before_what_is_kept_was_read(self, kept: State) -> None:
        unread = replace(chosen(kept, 0), review=None)
        assert verdicts.ruled(unread, FINE) is unread

    def test_that_nothing_can_be_kept_is_said(self, kept: State, tmp_path: Path) -> None:
        (tmp_path / "verdicts").write_text("a file where the folder should be")
        after = verdicts.kept(kept, verdicts.ruled(chosen(kept, 0), FINE))
        assert after.message is not None
        assert after.message.tone is Tone.PROBLEM
        assert rulings(after)[0] is FINE

    def test_a_damaged_file_is_said(self, kept: State) -> None:
        said = verdicts.review_found(kept, review_of(COMPARISON), "/state/x.json.damaged").message
        assert said is not None
        assert "x.json.damaged" in said.text

    def test_what_is_kept_of_another_pair_is_not_taken(self, kept: State) -> None:
        assert verdicts.review_found(kept, review_of(compared([0])), "") is kept


def test_strength_is_chosen(state: State) -> None:
    assert verdicts.strength_chosen(state, Strength.NOTE).weakest is Strength.NOTE
    assert verdicts.strength_chosen(state, Strength.LOOK) is state


def test_a_card_that_is_chosen_keeps_the_finding_of_its_group(state: State) -> None:
    assert verdicts.card_chosen(chosen(state, 6), (3, 6)).finding == 6
    assert verdicts.card_chosen(state, (3, 6)).finding == 3


def test_the_answer_counts_what_waits(state: State) -> None:
    def said(state: State) -> str:
        assert isinstance(state.work, Done)
        return str(answer_shown(state.work, review_known(state)))

    assert said(state).endswith(" · 4 to check")
    state = verdicts.ruled(chosen(state, 0), FINE)
    assert said(state).endswith(" · 3 to check")
    for number in (1, 2, 3):
        state = verdicts.ruled(chosen(state, number), ASK)
    assert said(state).endswith(" · 4 checked, 2 to look at")
    for number in (4, 5):
        state = verdicts.ruled(chosen(state, number), FINE)
    assert said(state).endswith(" · 4 checked")
    assert verdicts.taken_back(chosen(state, 0)).review is not None
    assert said(verdicts.taken_back(chosen(state, 0))).endswith(" · 1 to check")


class TestTwoWindows:
    """Two windows show the same pair, and each writes what is decided in it."""

    @staticmethod
    def window(state: State, folder: Path) -> State:
        there = ReviewStore(folder).read(COMPARISON.texts).verdicts
        return replace(state, kept_in=str(folder), review=review_of(COMPARISON, there))

    @staticmethod
    def do(state: State, number: int, ruling: Ruling | None) -> State:
        """Decide, or take back, and write as the controller does."""
        at = chosen(state, number)
        return verdicts.kept(state, verdicts.taken_back(at) if ruling is None else verdicts.ruled(at, ruling))

    def test_what_both_decided_is_kept(self, state: State, tmp_path: Path) -> None:
        one, other = self.window(state, tmp_path), self.window(state, tmp_path)
        one = self.do(one, 0, FINE)
        other = self.do(other, 1, ASK)
        assert rulings(other)[:3] == [FINE, ASK, None]
        assert rulings(self.window(state, tmp_path))[:3] == [FINE, ASK, None]
        assert rulings(self.do(one, 2, DISMISSED))[:3] == [FINE, ASK, DISMISSED]

    def test_the_later_verdict_on_the_same_words_counts(self, state: State, tmp_path: Path) -> None:
        one, other = self.window(state, tmp_path), self.window(state, tmp_path)
        self.do(one, 0, FINE)
        self.do(other, 0, ASK)
        assert rulings(self.window(state, tmp_path))[0] is ASK
        assert len(ReviewStore(tmp_path).read(COMPARISON.texts).verdicts) == 1

    def test_what_the_other_took_back_stays_taken_back(self, state: State, tmp_path: Path) -> None:
        one = self.do(self.do(self.window(state, tmp_path), 0, FINE), 1, FINE)
        other = self.do(self.window(state, tmp_path), 0, None)
        assert rulings(other)[:2] == [None, FINE]
        assert rulings(self.do(one, 2, FINE))[:3] == [None, FINE, FINE]

    def test_taking_back_leaves_what_the_other_decided(self, state: State, tmp_path: Path) -> None:
        one, other = self.window(state, tmp_path), self.window(state, tmp_path)
        one = self.do(one, 0, FINE)
        self.do(other, 1, ASK)
        one = self.do(one, 2, FINE)
        back = verdicts.kept(one, verdicts.taken_back(chosen(one, 4)))
        assert rulings(back)[:3] == [FINE, ASK, None]
        assert rulings(self.window(state, tmp_path))[:3] == [FINE, ASK, None]
