"""What has become of comparing both sides: nothing yet, under way, done, stopped or broken."""

from __future__ import annotations

from dataclasses import dataclass

from rewritediff.core.comparison import Comparison
from rewritediff.gui.rows import Presentation
from rewritediff.wording import Answer


@dataclass(frozen=True, slots=True)
class NotCompared:
    """Say that nothing is compared, or not yet."""


NOT_COMPARED = NotCompared()


@dataclass(frozen=True, slots=True)
class Running:
    """Say how far the comparing of both sides is."""

    ticket: int
    step: str = ""
    share: float = 0.0
    over: bool = False
    """A finished comparison is still on screen; it stays there until this one is announced."""
    announced: bool = False
    """It takes long enough (see controller.PATIENCE) to be worth a line in the window."""


@dataclass(frozen=True, slots=True)
class Done:
    """Hold the finished comparison, and what the worker has already made of it."""

    presentation: Presentation
    """All its rows; what a filter shows is made from it."""
    answer: Answer

    @property
    def comparison(self) -> Comparison:
        return self.presentation.comparison


@dataclass(frozen=True, slots=True)
class Stopped:
    """Say that comparing was cancelled."""


@dataclass(frozen=True, slots=True)
class Broken:
    """Say why comparing ended without a result."""

    message: str


Work = NotCompared | Running | Done | Stopped | Broken
