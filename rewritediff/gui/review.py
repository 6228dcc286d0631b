"""What was made of the findings of the comparison on screen, as one value of the State; knows nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import Verdict
from rewritediff.core.verdicts import Matcher

STEPS_BACK = 50
"""Actions that can be taken back one after the other."""


@dataclass(frozen=True, slots=True, eq=False)
class Review:
    """Hold the verdicts on one comparison, and what they were before each of the last actions."""

    comparison: Comparison
    matcher: Matcher
    verdicts: tuple[Verdict, ...] = ()
    of_finding: tuple[Verdict | None, ...] = ()
    """For each finding what was made of it."""
    past: tuple[tuple[Verdict, ...], ...] = ()
    is_kept: bool = True
    """It stands in the user's state folder as it is here, or nothing was decided yet."""

    def changed(self, verdicts: tuple[Verdict, ...]) -> Review:
        """Give the review with other verdicts; these can be taken back."""
        return replace(self._with(verdicts), past=(*self.past, self.verdicts)[-STEPS_BACK:])

    def before(self) -> Review:
        """Give the review as it was before the last action."""
        return replace(self._with(self.past[-1]), past=self.past[:-1]) if self.past else self

    def for_comparison(self, comparison: Comparison) -> Review:
        """Give the same verdicts on another comparison of the same texts."""
        return replace(review_of(comparison, self.verdicts), past=self.past, is_kept=self.is_kept)

    def handled(self) -> frozenset[int]:
        """Give the findings of which something was made."""
        return frozenset(number for number, verdict in enumerate(self.of_finding) if verdict is not None)

    def is_open(self, finding: int) -> bool:
        """Tell whether nothing was made of a finding yet."""
        return self.of_finding[finding] is None

    def _with(self, verdicts: tuple[Verdict, ...]) -> Review:
        return replace(self, verdicts=verdicts, of_finding=self.matcher.verdicts_of(verdicts), is_kept=False)


def review_of(comparison: Comparison, verdicts: tuple[Verdict, ...] = ()) -> Review:
    """Find out which finding each verdict is about."""
    matcher = Matcher(comparison)
    return Review(comparison, matcher, verdicts, matcher.verdicts_of(verdicts))
