"""What the window tells of how each document was read, and which ways there are to read it; decided without Qt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from rewritediff.core.values import Notice, Side
from rewritediff.gui import telling_words, words
from rewritediff.gui.messages import Tone
from rewritediff.gui.rereading import blocks_left_out, options_wanted
from rewritediff.gui.sources import Loaded, Loading, Pasted, loaded
from rewritediff.gui.state import Page, State, Told, page
from rewritediff.loaders.formats import KINDS, Format
from rewritediff.loaders.options import Options, Tracked
from rewritediff.loaders.parts import Part
from rewritediff.wording import counted, notice_words, sentence_case
from rewritediff.wording.briefly import briefly
from rewritediff.wording.encodings import GROUPS, codec_of, encoding_name
from rewritediff.wording.explaining import explain
from rewritediff.wording.notices import is_worth_saying

CHOICES = (Part.CELL, Part.BOX, Part.NOTE)
"""Parts that a person may keep or leave out."""
ENCODED = frozenset({Format.TEXT, Format.MARKDOWN, Format.HTML, Format.SUBTITLES, Format.LATEX})
"""Kinds of documents whose bytes may be in any encoding."""
PAGES = frozenset({Format.HTML, Format.MHTML})
"""Kinds of documents that hold more than their article."""


ORDER = (
    telling_words.TRACKED_CHANGES,
    *(telling_words.PARTS[part] for part in CHOICES),
    telling_words.PAGE_OR_ARTICLE,
)


@dataclass(frozen=True, slots=True)
class Way:
    """Offer one way to read a document."""

    name: str
    options: Options


@dataclass(frozen=True, slots=True)
class Choice:
    """Offer ways to read a document of which one is in use."""

    name: str
    """What is chosen, for people who do not see what stands beside it."""
    ways: tuple[Way, ...]
    chosen: int


@dataclass(frozen=True, slots=True)
class Fact:
    """Hold one thing to know of how a document was read, why it is so, and the choice that there is about it."""

    said: str
    why: str
    choice: Choice | None = None


@dataclass(frozen=True, slots=True)
class Encodings:
    """Offer encodings by groups; the first way has no group and lets it be found."""

    by_itself: Way
    groups: tuple[tuple[str, tuple[Way, ...]], ...]
    chosen: Options
    why: str = ""
    """What there is to say of the one in use."""

    @property
    def name(self) -> str:
        """Name the one in use."""
        every = (self.by_itself, *(way for _, ways in self.groups for way in ways))
        return next(way.name for way in every if way.options == self.chosen)


@dataclass(frozen=True, slots=True)
class Reading:
    """Hold all that is told of how one document was read."""

    side: Side
    name: str
    kind: str
    counts: str
    facts: tuple[Fact, ...]
    encodings: Encodings | None
    whole_page: Choice | None
    """The choice between article and page, which also stands where blocks are chosen."""
    tracked: bool
    """It has tracked changes, and can be compared with itself before them."""
    busy: bool
    """It is being read again."""


def told(state: State, side: Side, *, choosing: bool = False) -> State:
    """Tell of one side how it was read, where anything stands there; tell it no more where it is told already."""
    wanted = Told(side, choosing)
    if loaded(state.sides[side]) is None:
        return state
    return replace(state, told=None if state.told == wanted else wanted)


def choosing_begun(state: State, side: Side) -> State:
    """Let a person choose which blocks of a side are compared."""
    return replace(state, told=Told(side, choosing=True))


def choosing_ended(state: State, side: Side) -> State:
    """Leave off choosing, and tell again how the side was read."""
    return replace(state, told=Told(side))


def blocks_chosen(state: State, side: Side, without: frozenset[int]) -> State:
    """Compare the blocks that were ticked, and tell no more, unless nothing could be compared."""
    chosen = blocks_left_out(state, side, without)
    return replace(chosen, told=state.told if chosen.message is not None and chosen.message.tone is Tone.PROBLEM else None)


def untold(state: State) -> State:
    """Tell no more how a side was read."""
    return replace(state, told=None)


def reading_shown(state: State) -> Reading | None:
    """Give what is told now."""
    return reading_of(state, state.told.side) if state.told is not None and page(state) is not Page.KEYS else None


def reading_of(state: State, side: Side) -> Reading | None:
    """Collect what can be told of one side; None where nothing stands there."""
    slot = state.sides[side]
    found = loaded(slot)
    if found is None:
        return None
    options, notices = options_wanted(state, side), found.article.notices
    whole_page = _whole_page(options) if found.form in PAGES else None
    encodings = _encodings(notices, options) if found.form in ENCODED and found.stored else None
    return Reading(
        side,
        words.document_name(found),
        _kind(found),
        counts_of(found),
        (*_fetched_fact(found), *_facts([notice for notice in notices if _is_fact(notice, encodings)], options, whole_page)),
        encodings,
        whole_page,
        any(notice.code == "tracked-changes" for notice in notices),
        isinstance(slot, Loading),
    )


def counts_of(found: Loaded) -> str:
    """Count words and paragraphs: "512 words in 11 paragraphs"."""
    return telling_words.COUNTS.format(words=counted(found.words, "word"), paragraphs=counted(len(found.article.blocks), "paragraph"))


def in_short(state: State, side: Side) -> str:
    """Say in a few words what matters of how a side was read; nothing where nothing does."""
    found = loaded(state.sides[side])
    return " · ".join((*_fetched(found, telling_words.FETCHED_BRIEFLY), *briefly(found.article.notices))) if found else ""


def at_length(state: State, side: Side) -> str:
    """Say line by line all that is known of how a side was read."""
    found = loaded(state.sides[side])
    if found is None:
        return ""
    facts = (sentence_case(notice_words(notice)) for notice in found.article.notices if is_worth_saying(notice))
    return "\n".join((counts_of(found), *map(sentence_case, _fetched(found, telling_words.FETCHED)), *facts))


def _fetched(found: Loaded, wording: str) -> list[str]:
    """Say when a page was fetched, and from where: it may have led to another address."""
    stored = found.stored
    if stored is None or not stored.fetched:
        return []
    at = datetime.fromtimestamp(stored.fetched)  # noqa: DTZ006 - as the clock on the wall says
    return [wording.format(time=f"{at:%H:%M}", address=stored.name)]


def _fetched_fact(found: Loaded) -> list[Fact]:
    return [Fact(sentence_case(said), telling_words.WHY_FETCHED) for said in _fetched(found, telling_words.FETCHED)]


def _kind(found: Loaded) -> str:
    if isinstance(found.source, Pasted):
        return telling_words.PASTED_KIND
    return sentence_case(KINDS[found.form].words) if found.form else ""


def _is_fact(notice: Notice, encodings: Encodings | None) -> bool:
    """Tell whether a notice has its own lines: the encoding has its line above, where it can be chosen."""
    return is_worth_saying(notice) and not (encodings and notice.code == "encoding")


def _facts(notices: Sequence[Notice], options: Options, whole_page: Choice | None) -> Iterator[Fact]:
    """Give what is to be told, the choices first."""
    facts = [_fact(notice, options, whole_page) for notice in notices]
    if whole_page and not any(fact.choice is whole_page for fact in facts):
        facts.append(
            Fact(telling_words.WHOLE_PAGE if options.whole_page else telling_words.ARTICLE_ONLY, telling_words.WHY_WHOLE_PAGE, whole_page)
        )
    yield from sorted(facts, key=_place)


def _place(fact: Fact) -> int:
    """Give choices one order, whatever was chosen: a switch that jumps away when it is pressed cannot be pressed back."""
    return ORDER.index(fact.choice.name) if fact.choice else len(ORDER)


def _fact(notice: Notice, options: Options, whole_page: Choice | None) -> Fact:
    said, why, values = sentence_case(notice_words(notice)), explain(notice), dict(notice.values)
    if notice.code == "tracked-changes":
        return Fact(said, why, _tracked(options))
    if notice.code in ("left-out", "kept") and (part := Part(values["what"])) in CHOICES:
        return Fact(said, why, _part(part, options))
    if notice.code == "left-out" and values["what"] == Part.PAGE_WORD.value:
        return Fact(said, why, whole_page)
    return Fact(said, why)


def _part(part: Part, options: Options) -> Choice:
    ways = (
        Way(telling_words.KEEP, replace(options, kept=options.kept | {part})),
        Way(telling_words.LEAVE_OUT, replace(options, kept=options.kept - {part})),
    )
    return Choice(telling_words.PARTS[part], ways, int(part not in options.kept))


def _tracked(options: Options) -> Choice:
    ways = tuple(Way(telling_words.TRACKED[tracked], replace(options, tracked=tracked)) for tracked in Tracked)
    return Choice(telling_words.TRACKED_CHANGES, ways, tuple(Tracked).index(options.tracked))


def _whole_page(options: Options) -> Choice:
    ways = (Way(telling_words.ARTICLE, replace(options, whole_page=False)), Way(telling_words.PAGE, replace(options, whole_page=True)))
    return Choice(telling_words.PAGE_OR_ARTICLE, ways, int(options.whole_page))


def _encodings(notices: tuple[Notice, ...], options: Options) -> Encodings:
    """Offer the likely encodings; what was found is named with "found by itself", and one that is not on the list stands first."""
    notice = next((notice for notice in notices if notice.code == "encoding"), None)
    in_use = str(dict(notice.values)["encoding"]) if notice else ""
    why = explain(notice) if notice and is_worth_saying(notice) and not options.encoding else ""
    found = (
        telling_words.FOUND_ENCODING.format(name=encoding_name(in_use)) if in_use and not options.encoding else telling_words.FIND_ENCODING
    )
    groups = tuple((group, tuple(Way(name, _in(options, codec)) for codec, name in each.items())) for group, each in GROUPS.items())
    listed = {way.options.encoding for _, ways in groups for way in ways}
    chosen = _in(options, options.encoding)
    if chosen.encoding not in listed | {""}:
        groups = ((telling_words.OTHER_ENCODING, (Way(encoding_name(chosen.encoding), chosen),)), *groups)
    return Encodings(Way(found, _in(options, "")), groups, chosen, why)


def _in(options: Options, encoding: str) -> Options:
    return replace(options, encoding=codec_of(encoding) if encoding else "")
