"""What the window has done beside it, and what comes of it: the values that pass between it and its worker, each with its ticket.

A job knows neither the window nor its state. What each does stands in `doing`, the threads in `worker`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rewritediff.core.comparison import Comparison
from rewritediff.core.house import NO_HOUSE, House
from rewritediff.core.values import Article, Sides
from rewritediff.gui.copied import Copied
from rewritediff.gui.review import Review
from rewritediff.gui.rows import Presentation
from rewritediff.gui.sources import Loaded, Source
from rewritediff.gui.work import Done
from rewritediff.loaders.options import DEFAULTS, Options

if TYPE_CHECKING:
    from rewritediff.loaders.reading import Stored


@dataclass(frozen=True, slots=True)
class LoadJob:
    """Read one source, or again what was stored of it."""

    ticket: int
    source: Source
    options: Options = DEFAULTS
    stored: Stored | None = None


@dataclass(frozen=True, slots=True)
class CompareJob:
    """Compare two articles."""

    ticket: int
    articles: Sides[Article]
    house: House = NO_HOUSE


@dataclass(frozen=True, slots=True)
class CopiedJob:
    """Find the runs of at least so many words that were taken over."""

    ticket: int
    presentation: Presentation
    words: int


@dataclass(frozen=True, slots=True)
class ReviewJob:
    """Read what was made of a comparison's findings from a folder."""

    ticket: int
    comparison: Comparison
    folder: str


@dataclass(frozen=True, slots=True)
class HouseJob:
    """Look for findings by another list of the house."""

    ticket: int
    comparison: Comparison
    house: House


Job = LoadJob | CompareJob | CopiedJob | ReviewJob | HouseJob


@dataclass(frozen=True, slots=True)
class LoadDone:
    """Hand over an article."""

    ticket: int
    loaded: Loaded


@dataclass(frozen=True, slots=True)
class LoadFailed:
    """Say why there is no article."""

    ticket: int
    message: str
    link: str = ""
    """What was to be read is only a link to this address."""
    again: bool = False
    """Trying once more may help."""


@dataclass(frozen=True, slots=True)
class CompareProgressed:
    """Say how far comparing is."""

    ticket: int
    step: str
    share: float


@dataclass(frozen=True, slots=True)
class CompareDone:
    """Hand over a finished comparison."""

    ticket: int
    done: Done


@dataclass(frozen=True, slots=True)
class CompareFailed:
    """Say why there is no comparison."""

    ticket: int
    reason: str


@dataclass(frozen=True, slots=True)
class CopiedFound:
    """Hand over what was taken over word for word."""

    ticket: int
    copied: Copied


@dataclass(frozen=True, slots=True)
class CopiedFailed:
    """Say why it was not found."""

    ticket: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReviewFound:
    """Hand over what was made of findings, and where a file stands that could not be read."""

    ticket: int
    review: Review
    damaged: str = ""


@dataclass(frozen=True, slots=True)
class HouseDone:
    """Hand over a comparison whose findings were looked for by another list of the house."""

    ticket: int
    before: Comparison
    done: Done


@dataclass(frozen=True, slots=True)
class HouseFailed:
    """Say why there is none."""

    ticket: int
    house: House
    reason: str


Event = (
    LoadDone
    | LoadFailed
    | CompareProgressed
    | CompareDone
    | CompareFailed
    | CopiedFound
    | CopiedFailed
    | ReviewFound
    | HouseDone
    | HouseFailed
)
Send = Callable[[Event], None]
