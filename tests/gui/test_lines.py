"""The lines above the texts: which stand there, what they offer, and that none is lost."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rewritediff.core.values import Article, Block, Notice, Role, Side, Sides
from rewritediff.gui import answers, gestures, links, reading, results, words
from rewritediff.gui.announcements import announced
from rewritediff.gui.lines import left, lines
from rewritediff.gui.messages import Message, Offer, Tone
from rewritediff.gui.saying import MOST_WAITING, hushed, with_message
from rewritediff.gui.sources import Address, Empty, Failed, File, Loaded, Loading, Pasted
from rewritediff.gui.state import State
from rewritediff.gui.work import Done
from rewritediff.loaders.options import Tracked
from rewritediff.loaders.parts import tracked
from rewritediff.loaders.reading import Stored
from tests.gui.states import compared, read

ORIGINAL, REWRITE = Side.ORIGINAL, Side.REWRITE
STORY = "https://example.org/story"


def texts(state: State) -> list[str]:
    return [message.text for message in lines(state)]


def document(*notices: Notice, name: str = "draft.docx") -> Loaded:
    return Loaded(File(f"/texts/{name}"), Article((Block(Role.BODY, "One text."),), notices=notices), 2, stored=Stored(b"PK"))


def with_tracked() -> State:
    return replace(State(), sides=Sides(document(*tracked(3, 1, "accepted")), Empty()))


class TestMessages:
    def test_a_loud_message_waits_behind_the_next(self) -> None:
        state = with_message(with_message(State(), "First.", Tone.PROBLEM), "Second.", Tone.PROBLEM)
        assert texts(state) == ["First.", "Second."]

    def test_a_quiet_message_hides_no_loud_one(self) -> None:
        state = reading.copied(with_message(State(), "Cannot open it.", Tone.PROBLEM), "two words")
        assert texts(state) == ["Cannot open it."]
        assert state.message is not None
        assert state.message.text == "Copied 2 words."

    def test_what_is_said_again_stands_once(self) -> None:
        state = with_message(with_message(with_message(State(), "A.", Tone.PROBLEM), "B.", Tone.PROBLEM), "A.", Tone.PROBLEM)
        assert texts(state) == ["B.", "A."]

    def test_two_lines_never_offer_an_undo(self) -> None:
        state = with_message(with_message(State(), "A.", offers=(Offer.UNDO,)), "B.", offers=(Offer.UNDO,))
        assert texts(state) == ["B."]

    def test_no_more_lines_than_can_be_read(self) -> None:
        state = State()
        for number in range(20):
            state = with_message(state, f"Problem {number}.", Tone.PROBLEM)
        assert texts(state) == [f"Problem {number}." for number in range(19 - MOST_WAITING, 20)]

    def test_each_line_is_put_away_alone(self) -> None:
        state = with_message(with_message(State(), "First.", Tone.PROBLEM), "Second.", Tone.PROBLEM)
        first, second = lines(state)
        assert texts(left(state, first)) == ["Second."]
        assert texts(left(state, second)) == ["First."]

    def test_escape_takes_one_line_after_the_other(self) -> None:
        state = with_message(with_message(State(), "First.", Tone.PROBLEM), "Second.", Tone.PROBLEM)
        assert texts(gestures.escaped(state)) == ["First."]
        assert texts(gestures.escaped(gestures.escaped(state))) == []

    def test_what_begins_anew_leaves_no_old_lines(self) -> None:
        state = with_message(with_message(State(), "First.", Tone.PROBLEM), "Second.", Tone.PROBLEM)
        assert texts(gestures.opened(state, ORIGINAL, File("/c.txt"))) == []
        assert hushed(State()) == State()

    def test_two_sides_that_fail_both_say_so(self) -> None:
        state = gestures.opened(gestures.opened(compared(), ORIGINAL, File("/c.txt")), REWRITE, File("/d.txt"))
        state = read(read(state, ORIGINAL, ok=False), REWRITE, ok=False)
        assert len(lines(state)) == 2


OFFERS: dict[str, tuple[Callable[[], State], Offer, Callable[[State], bool]]] = {
    "undo": (lambda: gestures.side_cleared(compared(), REWRITE), Offer.UNDO, lambda s: isinstance(s.work, Done)),
    "fetch": (
        lambda: links.asked(compared(), REWRITE, STORY),
        Offer.FETCH,
        lambda s: isinstance(s.sides.rewrite, Loading) and s.sides.rewrite.source == Address(STORY),
    ),
    "no fetch": (lambda: links.asked(compared(), REWRITE, STORY), Offer.NOT_NOW, lambda s: s.links == Sides("", "")),
    "before and after": (
        with_tracked,
        Offer.BEFORE_AND_AFTER,
        lambda s: isinstance(s.sides.original, Loading) and s.sides.original.options.tracked is Tracked.BEFORE,
    ),
    "no before and after": (with_tracked, Offer.NOT_NOW, lambda s: s.passed_over is not None),
    "try again": (
        lambda: results.load_failed(gestures.opened(compared(), REWRITE, File("/c.txt")), compared().ticket + 1, "Gone.", again=True),
        Offer.TRY_AGAIN,
        lambda s: isinstance(s.sides.rewrite, Loading) and s.sides.rewrite.source == File("/c.txt"),
    ),
}


@pytest.mark.parametrize(("before", "offer", "done"), OFFERS.values(), ids=OFFERS)
def test_an_offer_does_what_it_says_and_its_line_goes(before: Callable[[], State], offer: Offer, done: Callable[[State], bool]) -> None:
    state = before()
    (message,) = lines(state)
    assert not done(state)
    after = answers.answered(state, message, offer)
    assert done(after)
    assert lines(after) == ()
    assert answers.answered(after, message, offer) is after  # a second click finds it gone


def test_every_offer_has_words() -> None:
    assert set(words.OFFERS) == set(Offer)
    assert words.offer_words(Offer.NOT_NOW, (Offer.FETCH, Offer.NOT_NOW)) == "Cancel"
    assert words.offer_words(Offer.NOT_NOW, (Offer.RELOAD, Offer.NOT_NOW)) == "Not now"


def test_the_key_takes_the_newest_offer_that_fetches_nothing() -> None:
    assert answers.last_answered(State()) == State()
    state = with_message(links.asked(compared(), REWRITE, STORY), "The sides were swapped.", Tone.QUIET, (Offer.UNDO,))
    assert answers.last_answered(state) == answers.answered(state, lines(state)[-1], Offer.UNDO)


def test_no_key_fetches_a_page() -> None:
    for state in (links.asked(compared(), REWRITE, STORY), links.asked(State(), REWRITE, STORY)):
        assert answers.last_answered(state) == state


class TestTracked:
    def test_they_are_offered_while_the_other_side_is_empty(self) -> None:
        assert texts(with_tracked()) == ["“draft.docx” has tracked changes."]
        both = replace(with_tracked(), sides=Sides(document(*tracked(3, 1, "accepted")), document()))
        assert texts(both) == []
        assert texts(replace(State(), sides=Sides(document(), Empty()))) == []

    def test_on_the_rewrite_side_too(self) -> None:
        state = replace(State(), sides=Sides(Empty(), document(*tracked(3, 1, "accepted"))))
        assert [message.side for message in lines(state)] == [REWRITE]

    def test_no_is_not_asked_again_of_this_document(self) -> None:
        state = with_tracked()
        declined = left(state, lines(state)[0])
        assert texts(declined) == []
        another = replace(declined, sides=declined.sides.replace(ORIGINAL, document(*tracked(1, 0, "accepted"), name="b.docx")))
        assert texts(another) == ["“b.docx” has tracked changes."]

    def test_they_wait_while_a_link_is_asked_about(self) -> None:
        assert texts(links.asked(with_tracked(), REWRITE, STORY)) == []


class TestLinks:
    @pytest.mark.parametrize("text", [STORY, f"  {STORY}\n", "HTTP://EXAMPLE.ORG/a?b=c#d"])
    def test_a_text_that_is_only_an_address_is_a_link(self, text: str) -> None:
        assert links.link_in(text) == text.strip()

    @pytest.mark.parametrize("text", ["", "A story.", f"See {STORY}", f"{STORY}\n{STORY}", "ftp://example.org", "example.org", "/a/b.txt"])
    def test_all_else_is_none(self, text: str) -> None:
        assert links.link_in(text) == ""

    def test_it_is_asked_about_and_nothing_is_read(self) -> None:
        state = links.asked(State(), REWRITE, STORY)
        assert state.links == Sides("", STORY)
        assert state.sides == State().sides
        assert texts(state) == []  # the start page asks on the side itself

    def test_beside_a_comparison_the_line_names_the_side(self) -> None:
        assert texts(links.asked(compared(), REWRITE, STORY)) == [f"Fetch {STORY} from the web as the rewrite?"]

    @pytest.mark.parametrize(
        "link",
        ["javascript:alert(1)", "http://localhost/a", "http://127.0.0.1", "https://me:secret@example.org/", "https://a\\b/", "ftp://x.org"],
    )
    def test_a_bad_link_is_refused_in_a_line(self, link: str) -> None:
        state = links.asked(State(), ORIGINAL, link)
        assert state.links == Sides("", "")
        assert [message.tone for message in lines(state)] == [Tone.PROBLEM]

    def test_an_address_is_shown_so_that_it_does_not_deceive(self) -> None:
        assert links.shown("https://xn--80ak6aa92e.com/") == "https://xn--80ak6aa92e.com/"  # Cyrillic letters that look Latin
        assert "\u202e" not in links.shown("https://example.org/\u202egpj.exe")

    def test_a_shortcut_asks_and_leaves_what_stood_there(self) -> None:
        state = gestures.opened(compared(), REWRITE, File("/texts/story.url"))
        asked = results.load_failed(state, state.ticket, "It is a shortcut.", link=STORY)
        assert asked.links == Sides("", STORY)
        assert isinstance(asked.sides.rewrite, Loaded)
        assert [message.offers for message in lines(asked)] == [(Offer.FETCH, Offer.NOT_NOW)]

    @pytest.mark.parametrize(
        ("gesture", "wanted"),
        [
            (gestures.swapped, Sides(STORY, "")),
            (gestures.cleared, Sides("", "")),
            (lambda state: gestures.side_cleared(state, REWRITE), Sides("", "")),
            (lambda state: gestures.side_cleared(state, ORIGINAL), Sides("", STORY)),
            (lambda state: gestures.opened(state, REWRITE, Pasted("A text.")), Sides("", "")),
            (gestures.escaped, Sides("", "")),
        ],
        ids=["swapped", "cleared", "that side cleared", "the other side cleared", "something else opened", "escape"],
    )
    def test_the_question_goes_where_its_side_goes(self, gesture: Callable[[State], State], wanted: Sides[str]) -> None:
        assert gesture(links.asked(compared(), REWRITE, STORY)).links == wanted

    def test_the_start_page_fetches_what_its_side_asks_about(self) -> None:
        state = answers.link_fetched(links.asked(State(), ORIGINAL, STORY), ORIGINAL)
        assert isinstance(state.sides.original, Loading)
        assert state.sides.original.source == Address(STORY)
        assert links.left(links.asked(State(), ORIGINAL, STORY), ORIGINAL).links == Sides("", "")


class TestFailing:
    def test_a_side_that_failed_can_be_tried_again(self) -> None:
        state = gestures.opened(State(), ORIGINAL, File("/c.txt"))
        failed = results.load_failed(state, state.ticket, "It was changed while it was read.", again=True)
        assert failed.sides.original == Failed(File("/c.txt"), "It was changed while it was read.", again=True)
        again = answers.tried_again(failed, ORIGINAL)
        assert isinstance(again.sides.original, Loading)
        assert answers.tried_again(again, ORIGINAL) is again


class TestReadingShowsItself:
    def test_one_side_is_announced_and_cancelled_alone(self) -> None:
        state = gestures.opened_pair(State(), File("/c.txt"), File("/d.txt"))
        first = state.sides.original
        assert isinstance(first, Loading)
        announced_ = results.load_announced(state, first.ticket)
        assert [isinstance(slot, Loading) and slot.announced for slot in announced_.sides] == [True, False]
        left_ = gestures.side_cancelled(announced_, ORIGINAL)
        assert [type(slot) for slot in left_.sides] == [Empty, Loading]
        assert results.load_announced(left_, first.ticket) is left_

    def test_cancelling_a_replacement_leaves_the_comparison(self) -> None:
        state = gestures.side_cancelled(gestures.opened(compared(), REWRITE, File("/c.txt")), REWRITE)
        assert isinstance(state.work, Done)
        assert isinstance(state.sides.rewrite, Loaded)


class TestHearing:
    def test_a_question_is_heard_once(self) -> None:
        before = compared()
        after = links.asked(before, REWRITE, STORY)
        assert announced(before, after) == f"Fetch {STORY} from the web as the rewrite?"
        assert announced(after, reading.zoomed(after, 150)) == ""

    def test_on_the_start_page_too(self) -> None:
        assert STORY in announced(State(), links.asked(State(), ORIGINAL, STORY))

    def test_a_file_that_changed_is_heard(self) -> None:
        before = compared()
        slot = before.sides.original
        assert isinstance(slot, Loaded)
        after = replace(before, sides=before.sides.replace(ORIGINAL, replace(slot, newer=True)))
        assert announced(before, after) == "“a.txt” has changed on the disk."


def test_a_line_knows_whether_it_asks() -> None:
    assert Message("A", offers=(Offer.RELOAD, Offer.NOT_NOW)).asks
    assert not Message("A", offers=(Offer.UNDO,)).asks
