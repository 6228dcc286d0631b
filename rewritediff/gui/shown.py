"""What follows from a State for those who show it: options, hints, titles, quiet words. Knows nothing of Qt."""

from __future__ import annotations

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Notice, Side, Sides, Strength
from rewritediff.gui import words
from rewritediff.gui.choices import Layout, Tab, View
from rewritediff.gui.copied import LOOKING
from rewritediff.gui.queue import tally
from rewritediff.gui.review import Review
from rewritediff.gui.row_sheet import Options
from rewritediff.gui.sources import Address, Empty, File, Loading, name
from rewritediff.gui.state import Page, State, both_loaded, copied_known, page
from rewritediff.gui.work import Broken, Done, Stopped
from rewritediff.wording import Answer, Filter, coverage_short, coverage_words, notice_words, sentence_case
from rewritediff.wording.answer import facts_answer
from rewritediff.wording.notices import SAME_FILE

LANGUAGES_DIFFER = "languages-differ"
SAME = Notice(SAME_FILE)


def can_compare_again(state: State) -> bool:
    """Tell whether both sides stand and nothing became of them."""
    return both_loaded(state) is not None and isinstance(state.work, Stopped | Broken)


def can_swap(state: State) -> bool:
    """Tell whether there is something to swap."""
    return any(not isinstance(slot, Empty) for slot in state.sides)


ROW_KINDS = {
    Filter.COUNTERPART: ("same", "edited", "paraphrased"),
    Filter.UNCHANGED: ("same",),
    Filter.LIGHTLY: ("edited",),
    Filter.HEAVILY: ("paraphrased",),
    Filter.DROPPED: ("omitted",),
    Filter.DROPPED_FURNITURE: ("omitted-furniture",),
    Filter.NEW: ("inserted",),
    Filter.NEW_FURNITURE: ("inserted-furniture",),
    Filter.MOVED: ("moved",),
    Filter.DOUBTFUL: ("doubtful",),
    Filter.CHECK: ("check",),
    Filter.LOOK: ("look",),
}
"""What each part of the answer line shows, in the words of rows.kinds_of()."""


UNLIKE = 1.6
"""How many times as long one text is as the other from which most of a page of aligned rows would be empty on one side."""


def layout(state: State) -> Layout:
    """Say in which layout both texts are shown: the one that was chosen, else the one that suits their lengths."""
    held = state.held.work.comparison if state.held is not None else None  # still on screen while its documents are read in another way
    comparison = state.comparison or held
    if state.layout is not None or comparison is None:
        return state.layout or Layout.ALIGNED
    shorter, longer = sorted(len(document.text.strip()) for document in comparison.documents)
    return Layout.READING if longer > UNLIKE * shorter else Layout.ALIGNED


def tab(state: State) -> Tab:
    """Say what the panel shows: what was chosen, else what is to be checked where there is something."""
    if state.tab is not None:
        return state.tab
    found = state.comparison.findings if state.comparison else ()
    return Tab.CHECK if any(finding.strength is Strength.CHECK for finding in found) else Tab.PAIR


def options(state: State) -> Options:
    """Say what the comparison view is to show; the copied view knows no filter and no marks but its own, flowing texts no folds."""
    opened = None if layout(state) is Layout.READING else state.opened
    if state.view is View.COPIED:
        return Options(opened=opened, copied=copied_known(state) or LOOKING)
    shown = frozenset(kind for key in state.filter for kind in ROW_KINDS.get(key, ()))
    return Options(shown or None, state.typography, state.word_marks, None if shown else opened)


def being_read(state: State) -> str:
    """Say which documents are being read, once they take long enough to be noticed."""
    awaited = [slot for slot in state.sides if isinstance(slot, Loading) and slot.announced]
    said = []
    for fetching, wording in ((False, words.READING_SIDES), (True, words.FETCHING)):
        names = [words.document_name(slot) for slot in awaited if (isinstance(slot.source, Address) and slot.stored is None) is fetching]
        said += [wording.format(names=words.AND.join(dict.fromkeys(names)))] if names else []
    return " ".join(said)


def reading_line(state: State) -> str:
    """Say the same where the window does not show it on its side already."""
    return "" if page(state) is Page.START else being_read(state)


def same_source(state: State) -> bool:
    """Tell whether both sides are one and the same file."""
    found = both_loaded(state)
    if found is None or found.original.options != found.rewrite.options:  # before and after its own changes, and the like
        return False
    return bool(found.original.identity) and found.original.identity == found.rewrite.identity


def drop_hints(files: int, under: Side) -> Sides[str]:
    """Say on each half of the window what dropping so many files, or a text for none, would do there."""
    if files > 2:
        return Sides(words.DROP_TOO_MANY, words.DROP_TOO_MANY)
    hints = Sides(*(words.DROP_ON_SIDE.format(side=words.side_word(side)) for side in Side))
    return hints if files == 2 else hints.replace(under.other, "")


def status(state: State) -> tuple[str, str]:
    """Say quietly what a reader should know of both texts together, and what was not checked; what is of one stands under its name."""
    said = [notice_words(SAME)] if same_source(state) else []
    comparison = state.comparison
    said.extend(notice_words(notice) for notice in (comparison.notices if comparison else ()) if notice.code != SAME_FILE)
    return sentence_case(" · ".join(said) or words.HINT), sentence_case(coverage_short(comparison)) if comparison else ""


def coverage_tip(state: State) -> str:
    """List all that was checked and what was not."""
    return sentence_case(coverage_words(state.comparison.coverage)) if state.comparison else ""


def caution(comparison: Comparison) -> str:
    """Say what a comparison would be misread without: that its texts are in two languages."""
    return " ".join(f"{sentence_case(notice_words(notice))}." for notice in comparison.notices if notice.code == LANGUAGES_DIFFER)


def answer_shown(done: Done, review: Review | None = None) -> Answer:
    """Count in the answer what still waits, and leave out what the status line says: that facts were not checked."""
    parts = done.answer.parts
    if review is not None and any(review.of_finding):
        counted = [place for place, part in enumerate(parts) if part.filter in (Filter.CHECK, Filter.LOOK)]
        if counted:
            parts = (*parts[: counted[0]], *facts_answer(tally(done.comparison, review)), *parts[counted[-1] + 1 :])
    while parts and parts[-1].filter is None and not done.comparison.coverage.checked and len(parts) > 1:
        parts = parts[:-1]
    return Answer(parts)


def file_of(state: State, side: Side) -> str:
    """Give the path to begin with where a file is chosen for a side: its own, else the other side's, else the last compared."""
    slots = (state.sides[side], state.sides[side.other])
    paths = [slot.source.path for slot in slots if not isinstance(slot, Empty) and isinstance(slot.source, File)]
    return next(iter((*paths, *(path for pair in state.recent for path in pair))), "")


def window_title(state: State) -> str:
    """Name what is compared, and the program."""
    names = [name(slot) for slot in state.sides]
    return f"{' → '.join(names)} – RewriteDiff" if all(names) else "RewriteDiff"
