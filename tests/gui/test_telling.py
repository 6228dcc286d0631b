"""What the window tells of how documents were read, and the blocks that a person ticks, without the window."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.values import Article, Block, Notice, Role, Side, Sides
from rewritediff.gui import gestures as g
from rewritediff.gui import telling
from rewritediff.gui.messages import Tone
from rewritediff.gui.shown import same_source, status
from rewritediff.gui.sources import Empty, File, Loaded, Loading, Pasted
from rewritediff.gui.state import State, Told
from rewritediff.gui.telling import Choice, Reading, reading_of, told
from rewritediff.gui.ticks import BEGINNING, Ticks, ticks_of
from rewritediff.loaders.formats import Format
from rewritediff.loaders.options import Options, Tracked
from rewritediff.loaders.parts import Part
from rewritediff.loaders.reading import Stored

ORIGINAL, REWRITE = Side.ORIGINAL, Side.REWRITE
BLOCKS = (Block(Role.TITLE, "Harbour news"), Block(Role.BODY, "The council met."), Block(Role.CELL, "1,200"))


def notice(code: str, **values: str | int) -> Notice:
    return Notice(code, tuple(values.items()))


ENCODED = notice("encoding", encoding="cp1252")
NOTES, CELLS = notice("left-out", what="note", count=2), notice("kept", what="table cell", count=1)
CHANGED = notice("tracked-changes", insertions=1, deletions=2, shown="accepted")
MENUS = notice("left-out", what=Part.PAGE_WORD.value, count=80)


def stood(*notices: Notice, form: Format | None = Format.TEXT, options: Options | None = None) -> State:
    article = Article(BLOCKS, "Harbour news", "a.txt", notices)
    found = Loaded(File("/t/a.txt"), article, 6, "/t/a.txt", options or Options(), Stored(b"x", None, "a.txt"), form=form)
    return replace(State(), sides=Sides(found, Empty()))


def read(*notices: Notice, form: Format | None = Format.TEXT, options: Options | None = None) -> Reading:
    found = reading_of(stood(*notices, form=form, options=options), ORIGINAL)
    assert found is not None
    return found


def choices(reading: Reading) -> list[Choice]:
    return [fact.choice for fact in reading.facts if fact.choice]


def test_name_kind_and_counts() -> None:
    found = read()
    assert (found.name, found.kind, found.counts) == ("a.txt", "Plain text", "6 words in 3 paragraphs")
    assert (found.facts, found.whole_page, found.tracked, found.busy) == ((), None, False, False)


def test_nothing_is_told_of_an_empty_side() -> None:
    assert reading_of(stood(), REWRITE) is None
    assert told(stood(), REWRITE).told is None
    assert telling.in_short(State(), ORIGINAL) == ""


def test_a_pasted_text_has_no_encoding_to_choose() -> None:
    state = stood(form=None)
    pasted = replace(state.sides.original, source=Pasted("x"), stored=None)
    found = reading_of(replace(state, sides=Sides(pasted, Empty())), ORIGINAL)
    assert found is not None
    assert (found.name, found.kind, found.encodings) == ("Pasted text", "Text from the clipboard", None)


@pytest.mark.parametrize("form", [Format.DOCX, Format.PDF, Format.EPUB])
def test_documents_that_know_their_encoding_offer_none(form: Format) -> None:
    assert read(form=form).encodings is None


def test_where_no_encoding_can_be_chosen_the_one_in_use_is_a_fact() -> None:
    assert [fact.said for fact in read(ENCODED, form=Format.DOC).facts] == ["Read as cp1252"]


def test_the_encoding_that_was_found_is_named_and_stands_first() -> None:
    found = read(ENCODED).encodings
    assert found is not None
    assert found.name == found.by_itself.name == "windows-1252 (found by itself)"
    assert found.why


def test_the_encoding_that_was_chosen_is_named() -> None:
    found = read(notice("encoding", encoding="koi8-r"), options=Options(encoding="KOI8-R")).encodings
    assert found is not None
    assert (found.name, found.by_itself.name, found.why) == ("KOI8-R", "Found by itself", "")
    assert [group for group, ways in found.groups if any(way.options == found.chosen for way in ways)] == ["Cyrillic"]


def test_an_encoding_that_is_not_offered_stands_there_all_the_same() -> None:
    found = read(options=Options(encoding="cp037")).encodings
    assert found is not None
    assert (found.groups[0][0], found.name) == ("Chosen", "cp037")


def test_only_what_the_document_has_can_be_switched() -> None:
    found = read(NOTES, CELLS, notice("left-out", what="comment", count=3), form=Format.DOCX)
    assert [(choice.name, choice.ways[choice.chosen].name) for choice in choices(found)] == [("Table cells", "Kept"), ("Notes", "Left out")]
    kept = choices(found)[1].ways[0].options
    assert kept.kept == Options().kept | {Part.NOTE}
    assert [fact.said for fact in found.facts][-1] == "3 comments left out"


def test_switches_do_not_change_places_when_they_are_used() -> None:
    other = (notice("kept", what="note", count=2), notice("left-out", what="table cell", count=1))
    assert [choice.name for choice in choices(read(NOTES, CELLS))] == [choice.name for choice in choices(read(*other))]


def test_every_fact_is_explained() -> None:
    assert all(fact.why for fact in read(NOTES, CELLS, CHANGED, MENUS, form=Format.HTML).facts)


def test_tracked_changes_can_be_read_both_ways() -> None:
    found = read(CHANGED, form=Format.DOCX)
    assert found.tracked
    assert [way.options.tracked for way in choices(found)[0].ways] == [Tracked.ACCEPTED, Tracked.BEFORE]
    assert choices(read(CHANGED, form=Format.DOCX, options=Options(tracked=Tracked.BEFORE)))[0].chosen == 1


@pytest.mark.parametrize("notices", [(), (MENUS,)])
def test_a_web_page_is_read_whole_or_its_article(notices: tuple[Notice, ...]) -> None:
    found = read(*notices, form=Format.HTML)
    assert choices(found) == [found.whole_page]
    assert found.whole_page
    assert [way.options.whole_page for way in found.whole_page.ways] == [False, True]


def test_while_it_is_read_again_what_was_asked_for_is_chosen() -> None:
    state = stood(CHANGED, form=Format.DOCX)
    before = state.sides.original
    assert isinstance(before, Loaded)
    wanted = Options(tracked=Tracked.BEFORE)
    again = replace(state, sides=Sides(Loading(before.source, 1, before, wanted, before.stored, keeps=True), Empty()))
    found = reading_of(again, ORIGINAL)
    assert found is not None
    assert found.busy
    assert choices(found)[0].chosen == 1


def test_it_is_told_and_told_no_more() -> None:
    shown = told(stood(), ORIGINAL)
    assert shown.told == Told(ORIGINAL)
    assert told(shown, ORIGINAL).told is None
    assert g.escaped(shown).told is None
    assert telling.untold(shown).told is None


def test_escape_leaves_choosing_first() -> None:
    choosing = telling.choosing_begun(told(stood(), ORIGINAL), ORIGINAL)
    assert choosing.told == Told(ORIGINAL, choosing=True)
    assert g.escaped(choosing).told == Told(ORIGINAL)
    assert telling.choosing_ended(choosing, ORIGINAL).told == Told(ORIGINAL)


def test_what_was_chosen_is_applied_and_the_panel_goes() -> None:
    choosing = telling.choosing_begun(stood(), ORIGINAL)
    after = telling.blocks_chosen(choosing, ORIGINAL, frozenset({1}))
    assert after.told is None
    assert telling.in_short(after, ORIGINAL) == "1 paragraph left out by you"
    none = telling.blocks_chosen(choosing, ORIGINAL, frozenset(range(3)))
    assert none.told == choosing.told
    assert none.message is not None
    assert none.message.tone is Tone.PROBLEM


def test_nothing_is_said_twice() -> None:
    state = stood(ENCODED, NOTES)
    assert telling.in_short(state, ORIGINAL) == "2 notes left out · windows-1252"
    assert status(state)[0] == "F1: all keys"
    assert telling.at_length(state, ORIGINAL).splitlines() == ["6 words in 3 paragraphs", "Read as cp1252", "2 notes left out"]


def test_one_file_read_in_two_ways_is_not_called_the_same() -> None:
    one = stood().sides.original
    assert isinstance(one, Loaded)
    assert same_source(replace(State(), sides=Sides(one, one)))
    assert not same_source(replace(State(), sides=Sides(one, replace(one, options=Options(tracked=Tracked.BEFORE)))))


def test_ticks_begin_with_what_is_compared() -> None:
    state = telling.blocks_chosen(stood(), ORIGINAL, frozenset({1}))
    found = state.sides.original
    assert isinstance(found, Loaded)
    ticks = ticks_of(found)
    assert [ticks.is_ticked(number) for number in range(3)] == [True, False, True]
    assert ticks.said == "2 of 3 paragraphs"
    assert ticks.all().said == "All 3 paragraphs"
    assert ticks.none().said == "0 of 3 paragraphs"


def test_a_block_is_named_shown_and_spoken() -> None:
    ticks = Ticks(Article((*BLOCKS, Block(Role.BODY, "word " * 1_000))), frozenset({2}))
    assert [ticks.role(number) for number in range(3)] == ["Title", "", "Table cell"]
    assert [ticks.is_head(number) for number in range(3)] == [True, False, False]
    assert ticks.spoken(2) == "Table cell. 1,200. Left out"
    assert ticks.spoken(1) == "Paragraph. The council met. Compared"
    assert len(ticks.beginning(3)) <= BEGINNING + 1
    assert ticks.beginning(3).endswith("…")


@given(st.frozensets(st.integers(0, 9)), st.frozensets(st.integers(0, 9), min_size=1), st.data())
def test_a_range_becomes_all_the_same_and_no_more(without: frozenset[int], chosen: frozenset[int], data: st.DataObject) -> None:
    at = data.draw(st.sampled_from(sorted(chosen)))
    before = Ticks(Article(tuple(Block(Role.BODY, "x") for _ in range(10))), without)
    after = before.toggled(chosen, at)
    assert all(after.is_ticked(number) is not before.is_ticked(at) for number in chosen)
    assert all(after.is_ticked(number) is before.is_ticked(number) for number in set(range(10)) - chosen)
