"""Reading a document in another way, or anew: each function makes the next State and does nothing else.

What stands on a side stays until it was read again, and stays where that fails; place, filter, folds and finding stay in any case.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import replace

from rewritediff.core.values import Article, Role, Side, Sides
from rewritediff.gui import words
from rewritediff.gui.keeping import holding
from rewritediff.gui.messages import Tone
from rewritediff.gui.saying import hushed, with_message
from rewritediff.gui.sources import Empty, Loaded, Loading, Pasted, Settled, Slot, loaded, settled
from rewritediff.gui.state import NOT_WRITING, State, both_loaded
from rewritediff.gui.undoing import remembered
from rewritediff.gui.work import Done, NotCompared, Running
from rewritediff.loaders.options import Options, Tracked
from rewritediff.loaders.parts import Left, Part, left_out


def read_again(state: State, side: Side, options: Options) -> State:
    """Read what is stored of a side, or its pasted text, in another way."""
    found = loaded(state.sides[side])
    if found is None or options_wanted(state, side) == options:
        return state
    return _reading(state, side, found, options, found)


def reloaded(state: State, side: Side) -> State:
    """Read the source of a side itself anew, in the way in which it was read; a pasted text has none."""
    found = loaded(state.sides[side])
    if found is None or isinstance(found.source, Pasted):
        return state
    return _reading(state, side, replace(found, stored=None), options_wanted(state, side), found)


def blocks_left_out(state: State, side: Side, without: Collection[int]) -> State:
    """Compare a side without some of the blocks that were read of it, given their numbers; all others are compared."""
    found = state.sides[side]
    chosen = frozenset(without)
    if not isinstance(found, Loaded) or chosen == found.without:
        return state
    kept = without_blocks(found, chosen)
    if not kept.words:
        return with_message(state, words.NOTHING_TO_COMPARE, Tone.PROBLEM)
    said = words.CHOSEN if chosen else words.NOTHING_LEFT_OUT
    return with_message(put_again(state, side, kept), said.format(side=words.side_word(side)))


def before_and_after(state: State, side: Side) -> State:
    """Compare a document as it was before its tracked changes with the same where all of them are accepted."""
    found = loaded(state.sides[side])
    if found is None:
        return state
    ways = Sides(Tracked.BEFORE, Tracked.ACCEPTED)
    ticket, over = state.ticket + 1, isinstance(state.work, Done)
    sides: Sides[Slot] = Sides(*(_in_way(found, way, ticket, found if over else Empty()) for way in ways))
    return replace(
        hushed(holding(remembered(state))),
        sides=sides,
        # no job is asked for before both stand; until then the page stays
        work=Running(ticket, over=True) if over else NotCompared(),
        ticket=ticket,
        filter=frozenset(),
        selected=None,
        told=None,
        writing=NOT_WRITING,
    )


def options_wanted(state: State, side: Side) -> Options:
    """Say how a side was read, or is to be read where it is being read again."""
    slot = state.sides[side]
    found = settled(slot)
    if isinstance(slot, Loading) and slot.keeps:
        return slot.options
    return found.options if isinstance(found, Loaded) else Options()


def without_blocks(found: Loaded, without: frozenset[int]) -> Loaded:
    """Leave blocks out of what was read; that is said in a notice, so that reports say it, too."""
    read = found.read or found.article
    known = frozenset(number for number in without if 0 <= number < len(read.blocks))
    if not known:
        return replace(found, article=read, words=words_of(read), read=None, without=frozenset())
    blocks = tuple(block for number, block in enumerate(read.blocks) if number not in known)
    title = next((block.text for block in blocks if block.role is Role.TITLE), "")
    article = replace(read, blocks=blocks, title=title, notices=(*read.notices, *left_out(Left({Part.CHOSEN: len(known)}))))
    return replace(found, article=article, words=words_of(article), read=read, without=known)


def words_of(article: Article) -> int:
    """Count the words of an article, block by block: splitting 2 million characters at once would hold the window for 20 ms."""
    return sum(len(block.text.split()) for block in article.blocks)


def left_out_again(before: Loaded, found: Loaded) -> Loaded:
    """Leave out of what was read again the blocks that were left out before, told by their words."""
    if not before.without or before.read is None:
        return found
    wanted = {block for number, block in _numbered(before.read) if number in before.without}
    kept = without_blocks(found, frozenset(number for number, block in _numbered(found.article) if block in wanted))
    return kept if kept.words else found


def put_again(state: State, side: Side, found: Loaded) -> State:
    """Put the same document, read in another way, on its side, and compare where both stand."""
    over = isinstance(state.work, Done) or (isinstance(state.work, Running) and state.work.over)
    base = holding(remembered(state))
    placed = replace(base, sides=base.sides.replace(side, found), work=NotCompared())
    other = placed.sides[side.other]
    if both_loaded(placed) is None and not (over and isinstance(other, Loading) and other.keeps):
        return placed
    # where the other side is being read again, too, no job is asked for before it stands; until then the page stays
    ticket = placed.ticket + 1
    return replace(placed, work=Running(ticket, over=over), ticket=ticket)


def _reading(state: State, side: Side, found: Loaded, options: Options, before: Loaded) -> State:
    ticket = state.ticket + 1
    loading = Loading(found.source, ticket, before, options, found.stored, keeps=True)
    return replace(hushed(state), sides=state.sides.replace(side, loading), ticket=ticket)


def _in_way(found: Loaded, way: Tracked, ticket: int, before: Settled) -> Slot:
    if found.options.tracked is way:
        return without_blocks(found, frozenset())
    return Loading(found.source, ticket, before, replace(found.options, tracked=way), found.stored)


def _numbered(article: Article) -> Iterator[tuple[int, tuple[Role, str, int]]]:
    """Give each block's number, and what it is told by: its role, its words, and how often they stood there before."""
    times: Counter[tuple[Role, str]] = Counter()
    for number, block in enumerate(article.blocks):
        words_ = (block.role, block.text)
        yield number, (*words_, times[words_])
        times[words_] += 1
