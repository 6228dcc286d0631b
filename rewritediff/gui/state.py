"""What the window knows, as one frozen value, and what follows from it.

`gestures`, `reading` and others make the next State from a State and what a person did, `results` from what a job sent. Nothing here knows
Qt, files or threads.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from rewritediff.core.comparison import Comparison
from rewritediff.core.house import NO_HOUSE, House
from rewritediff.core.settings import DEFAULT_SETTINGS
from rewritediff.core.values import Article, Side, Sides, Strength
from rewritediff.gui.choices import Layout, Tab, ThemeChoice, Typeface, View
from rewritediff.gui.copied import Copied
from rewritediff.gui.messages import Message
from rewritediff.gui.review import Review
from rewritediff.gui.sources import NOTHING, Loaded, Loading, Settled, Slot, Source, loaded
from rewritediff.gui.work import NOT_COMPARED, Done, NotCompared, Running, Work
from rewritediff.wording import Filter

NOT_WRITING = Sides(False, False)
NO_LINKS = Sides("", "")


@dataclass(frozen=True, slots=True)
class Find:
    """Hold what is looked for in both texts, and the hit that a person is at."""

    shown: bool = False
    words: str = ""
    hit: int | None = None
    """Its number, see find.Hits; None where nothing is found."""
    place: int = 0
    """The row, among all rows, from which the first hit is looked for while words are typed."""


class Page(Enum):
    """Name what fills the window."""

    START = "start"
    COMPARISON = "comparison"
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class Told:
    """Say of which side the window tells how it was read."""

    side: Side
    choosing: bool = False
    """It is chosen which of its blocks are compared."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Keep what an undo brings back."""

    sides: Sides[Settled]
    work: NotCompared | Done


@dataclass(frozen=True, slots=True)
class Held:
    """Keep what was seen of a comparison while its documents are read in another way, see keeping.py."""

    sources: Sides[Source | None]
    work: Done
    selected: int | None
    opened: frozenset[int]
    finding: int | None


Recent = tuple[str, str]
"""The paths of an original and a rewrite that were compared."""


@dataclass(frozen=True, slots=True)
class State:
    """Hold everything that the window shows and decides by."""

    sides: Sides[Slot] = NOTHING
    work: Work = NOT_COMPARED
    filter: frozenset[Filter] = frozenset()
    """The parts of the answer line that are switched on; none shows everything."""
    typography: bool = False
    word_marks: bool = True
    zoom: int = 100
    theme: ThemeChoice = ThemeChoice.SYSTEM
    selected: int | None = None
    tab: Tab | None = None
    """None where nobody chose; shown.tab() decides then."""
    typeface: Typeface = Typeface.SERIF
    layout: Layout | None = None
    """None where nobody chose; shown.layout() decides then."""
    find: Find = Find()
    recent: tuple[Recent, ...] = ()
    sample: Recent | None = None
    """The bundled pair."""
    message: Message | None = None
    """What was said last."""
    waiting: tuple[Message, ...] = ()
    """Loud messages that were said before it and that nobody has put away yet, oldest first."""
    links: Sides[str] = NO_LINKS
    """The address that each side asks about: it is fetched when a person says so, and not before."""
    passed_over: Article | None = None
    """The article whose tracked changes a person does not want to see before and after."""
    keys_shown: bool = False
    opened: frozenset[int] = frozenset()
    """The folds that are open, by their keys."""
    view: View = View.CHANGES
    copied_words: int = DEFAULT_SETTINGS.copied_words
    """Equal words in a row that count as copied, in the copied view."""
    copied: Copied | None = None
    """What was found last for the copied view; shown while other runs are looked for."""
    run: int | None = None
    """The copied run that was gone to last."""
    finding: int | None = None
    """The finding that was chosen last, by its number in the comparison."""
    review: Review | None = None
    """What was made of findings; of those on screen only where it is about their comparison."""
    weakest: Strength = Strength.LOOK
    """Up to which strength findings are listed."""
    kept_in: str = ""
    """The folder in which verdicts are kept; nothing keeps none."""
    house: House = NO_HOUSE
    """What findings are looked for by; those on screen may be of an earlier list for a moment."""
    house_file: str = ""
    """Where the house's list stands; nothing where it is not written."""
    house_added: tuple[str, ...] = ()
    """The entries that were added since the window was opened, which can be taken out again."""
    writing: Sides[bool] = NOT_WRITING
    """The side's drop area is a text editor, for pasting and writing."""
    told: Told | None = None
    """What the window tells of how a document was read."""
    held: Held | None = None
    continues: Comparison | None = None
    """The comparison whose place the one on screen keeps, because the same documents were only read in another way."""
    ticket: int = 0
    """The last number given to a job; a result with an older number is stale."""
    past: tuple[Snapshot, ...] = ()
    future: tuple[Snapshot, ...] = ()

    @property
    def comparison(self) -> Comparison | None:
        return self.work.comparison if isinstance(self.work, Done) else None


def copied_known(state: State) -> Copied | None:
    """Give what is known to be copied between the texts on screen, whatever the number of words asked for."""
    known = state.copied
    return known if known is not None and known.comparison is state.comparison else None


def review_known(state: State) -> Review | None:
    """Give what is known to be made of the findings on screen."""
    known = state.review
    return known if known is not None and known.comparison is state.comparison else None


def looks_for_review(state: State) -> bool:
    """Tell whether what was made of the findings on screen is still to be read."""
    return bool(state.kept_in) and state.comparison is not None and review_known(state) is None


def asks_anew(state: State) -> bool:
    """Tell whether the findings on screen are those of another list of the house."""
    return state.comparison is not None and state.comparison.facts is not None and state.comparison.lexicon.house != state.house


def looks_for_copied(state: State) -> bool:
    """Tell whether the copied view waits for its runs."""
    if state.view is not View.COPIED or state.comparison is None:
        return False
    known = copied_known(state)
    return known is None or known.words != state.copied_words


def page(state: State) -> Page:
    """Say what fills the window."""
    if state.keys_shown:
        return Page.KEYS
    if isinstance(state.work, Running):
        stays = state.work.over and (not state.work.announced or state.held is not None)  # the same documents, only read in another way
        return Page.COMPARISON if stays else Page.START
    return Page.COMPARISON if isinstance(state.work, Done) else Page.START


def both_loaded(state: State) -> Sides[Loaded] | None:
    """Give both articles where both stand and neither side is being read."""
    original, rewrite = state.sides
    return Sides(original, rewrite) if isinstance(original, Loaded) and isinstance(rewrite, Loaded) else None


def is_busy(state: State) -> bool:
    """Tell whether something runs that can be cancelled."""
    return isinstance(state.work, Running) or any(isinstance(slot, Loading) for slot in state.sides)


def paste_side(state: State) -> Side:
    """Choose the side for what comes without one: the first that holds nothing, else the rewrite, which changes more often."""
    return Side.ORIGINAL if loaded(state.sides.original) is None else Side.REWRITE
