"""How far comparing is, in words and as a share of the whole."""

from __future__ import annotations

from rewritediff.gui.words import COMPARING

STEPS = {
    "sentences": "Cutting both texts into sentences",
    "words": "Reading words",
    "features": "Weighing words",
    "pairs": "Looking for counterparts",
    "evidence": "Looking for counterparts",
    "alignment": "Pairing sentences",
    "passages": "Comparing what was paired",
    "facts": "Looking for changed facts",
}
STEP_SHARES = {
    "sentences": (0.0, 0.13),
    "words": (0.13, 0.28),
    "features": (0.28, 0.34),
    "pairs": (0.34, 0.48),
    "evidence": (0.48, 0.69),
    "alignment": (0.69, 0.71),
    "passages": (0.71, 0.75),
    "facts": (0.75, 1.0),
}
"""For each step of the engine from where to where it takes the whole, measured with 20,000 sentences a side."""


def step_words(step: str) -> str:
    """Say what the engine is doing; a step that is not known here is simply comparing."""
    return STEPS.get(step, COMPARING)


def share_done(step: str, share: float) -> float:
    """Guess from a step and its share how much of everything is done."""
    begin, end = STEP_SHARES.get(step, (0.0, 0.0))
    return begin + (end - begin) * share
