"""What a screen reader is told besides what has the keyboard: that comparing is done, what a filter left."""

from __future__ import annotations

from rewritediff.core.values import Side
from rewritediff.gui import words
from rewritediff.gui.lines import questions
from rewritediff.gui.links import shown
from rewritediff.gui.shown import being_read, options
from rewritediff.gui.sources import Failed
from rewritediff.gui.state import State
from rewritediff.gui.work import Broken, Done, Running, Stopped
from rewritediff.wording import counted


def announced(before: State, after: State) -> str:
    """Say what is new in a State, for people who do not see it; nothing where nothing is worth interrupting them."""
    message = " ".join((*_asked(before, after), *_said(before, after)))
    if _is_other_work(before, after) and (said := _work(before, after)):
        return f"{said} {message}".strip() if isinstance(after.work, Done) else said
    for side in Side:
        slot = after.sides[side]
        if isinstance(slot, Failed) and slot is not before.sides[side]:
            return slot.message
    if after.filter != before.filter and isinstance(after.work, Done):
        return _filtered(after, after.work)
    return message


def _said(before: State, after: State) -> tuple[str, ...]:
    reading = being_read(after)
    if reading and reading != being_read(before):
        return (reading,)
    return (after.message.text,) if after.message is not None and after.message is not before.message else ()


def _asked(before: State, after: State) -> tuple[str, ...]:
    """Give the questions that are new, those of the sides of the start page too."""
    known = {message.text for message in questions(before)}
    links = (
        words.FETCH_AS.format(address=shown(after.links[side]), side=words.side_word(side))
        for side in Side
        if after.links[side] and after.links[side] != before.links[side]
    )
    return tuple(dict.fromkeys((*(message.text for message in questions(after) if message.text not in known), *links)))


def _is_other_work(before: State, after: State) -> bool:
    """Tell whether something became of comparing; that findings were looked for anew goes without saying."""
    known, found = before.comparison, after.comparison
    return after.work is not before.work and (known is None or found is None or known.passages is not found.passages)


def _work(before: State, after: State) -> str:
    match after.work:
        case Done(_, answer):
            return f"{words.COMPARED} {answer}."
        case Running(announced=True) if not (isinstance(before.work, Running) and before.work.announced):
            return f"{words.COMPARING}."
        case Stopped():
            return words.STOPPED
        case Broken(message):
            return message
    return ""


def _filtered(state: State, done: Done) -> str:
    shown = options(state).shown
    if shown is None:
        return words.ALL_SHOWN
    return words.FILTERED.format(passages=counted(len(done.presentation.sheet.kinds.passages(shown)), "passage"))
