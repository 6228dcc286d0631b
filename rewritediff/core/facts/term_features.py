"""What the model of terms counts in a passage: how replaced words relate, what came and went alone, which small words changed.

Each count has a name that can be read ("sibling n", "new v alone", "prep both"), so that a weight can be looked up and argued with.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.reading import Hunk, PassagePair
from rewritediff.core.facts.tables import Table
from rewritediff.core.facts.word_changes import WordChange
from rewritediff.core.thesaurus import Thesaurus, WordRelation

BY_PART = (WordRelation.SYNONYM, WordRelation.BROADER, WordRelation.SIBLING, WordRelation.NONE)
SHAPED = (*BY_PART, WordRelation.UNKNOWN)
ENDING = 3
"""Letters of a common ending that are counted at most."""
BEGINNING = 3
"""Letters from which a common beginning counts."""


class TermFeatures:
    """Count what is weighed, with one language's thesaurus and small words."""

    __slots__ = ("_groups", "_thesaurus")

    def __init__(self, thesaurus: Thesaurus, table: Table) -> None:
        self._thesaurus = thesaurus
        self._groups = {word: group for group in sorted(table.content) for word in sorted(table.words(group))}

    def counts(self, pair: PassagePair, changes: Sequence[WordChange], seen: Sequence[Observation]) -> Mapping[str, float]:
        """Count what is weighed in one passage."""
        counts: Counter[str] = Counter()
        for change in changes:
            counts.update(self.of_change(pair, change))
        counts["changes"] = len(changes)
        counts["small words only"] = len(pair.hunks) - len({change.hunk for change in changes})
        for hunk in pair.hunks:
            counts.update(self._small_words(pair, hunk))
        for it in seen:
            counts[f"seen {it.strength.value}"] += 1
            counts[f"seen {it.kind.value} {it.strength.value}"] += 1
        return counts

    def of_change(self, pair: PassagePair, change: WordChange) -> dict[str, int]:
        """Count what one change adds."""
        original = "" if change.original is None else pair.sides.original.words[change.original].form
        rewrite = "" if change.rewrite is None else pair.sides.rewrite.words[change.rewrite].form
        if not change.is_replacement:
            return self._alone(pair, change, original or rewrite)
        relation = change.relation.value
        found = {relation: 1}
        if change.relation in BY_PART:
            found[f"{relation} {self._thesaurus.part(original)}"] = 1
        if change.relation in SHAPED:
            found |= {"ending": _common_ending(original, rewrite), "beginning": int(original[:BEGINNING] == rewrite[:BEGINNING])}
            (start, end), (other_start, other_end) = pair.hunks[change.hunk]
            found[f"{relation} for one"] = int(end - start == other_end - other_start == 1)
        return found

    def weight(self, pair: PassagePair, change: WordChange, weights: Mapping[str, float]) -> float:
        """Give what one change adds to the odds."""
        return sum(weights.get(name, 0.0) * count for name, count in self.of_change(pair, change).items())

    def _alone(self, pair: PassagePair, change: WordChange, form: str) -> dict[str, int]:
        way = "lost" if change.rewrite is None else "new"
        start, end = pair.hunks[change.hunk].rewrite if change.rewrite is None else pair.hunks[change.hunk].original
        return {f"{way} {'alone' if start == end else 'with others'}": 1, f"{way} {self._thesaurus.part(form)}": 1}

    def _small_words(self, pair: PassagePair, hunk: Hunk) -> Iterator[str]:
        """Name the groups of small words in a hunk: "prep both" where both sides have one, "pron one" where one side has."""
        original, rewrite = [
            {group for word in reading.words[start:end] if (group := self._groups.get(word.form))}
            for reading, (start, end) in zip(pair.sides, hunk, strict=True)
        ]
        for group in original | rewrite:
            yield f"{group} {'both' if group in original & rewrite else 'one'}"


def _common_ending(first: str, second: str) -> int:
    count = 0
    while count < min(ENDING, len(first), len(second)) and first[-1 - count] == second[-1 - count]:
        count += 1
    return count
