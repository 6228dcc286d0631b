"""A comparison in which every pairing is doubtful and has a runner-up, whatever the weights of the evidence are."""

from __future__ import annotations

from rewritediff.core.comparison import Comparison
from rewritediff.core.settings import Settings
from rewritediff.engine import compare

ORIGINAL = "The ferry from Yokohama carried 240 people. Nobody was hurt in the storm that night."
REWRITE = (
    "The ferry from Yokohama carried 240 people in a day. Nobody was hurt in the storm.\n\n"
    f"The ferry from Yokohama had {'very ' * 20}old engines."
)
EVERYTHING_DOUBTFUL = Settings(doubtful_below=1.0, near_floor=-100.0)


def doubtful() -> Comparison:
    """Compare a text with a rewrite that tells of one thing twice; its last sentence is the runner-up of the first pairing."""
    return compare(ORIGINAL, REWRITE, EVERYTHING_DOUBTFUL)
