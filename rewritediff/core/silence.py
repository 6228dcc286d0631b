"""Silence is not approval: which passages nobody has said anything of although a finder would hardly have seen it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rewritediff.core.reasons import is_doubtful
from rewritediff.core.settings import Settings
from rewritediff.core.values import Finding, Passage, Relation, Strength


def to_read(passages: Sequence[Passage], findings: Iterable[Finding], settings: Settings) -> frozenset[int]:
    """Number the linked passages that are reworded strongly, or paired doubtfully, and have no finding of strength check or look."""
    said = {number for finding in findings if finding.strength is not Strength.NOTE for number in finding.passages}
    return frozenset(k for k, passage in enumerate(passages) if k not in said and _is_free(passage, settings))


def _is_free(passage: Passage, settings: Settings) -> bool:
    if not passage.links or passage.relation is Relation.SAME:
        return False
    return (passage.relation is Relation.PARAPHRASED and passage.similarity < settings.read_below) or is_doubtful(passage, settings)
