"""Many pairs: JSON lines in, JSON lines out, in the same order; a line that cannot be compared gives an error and stops nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rewritediff.batch.crew import Crew, chunks_of
from rewritediff.batch.records import Answered, answer_line
from rewritediff.core.house import NO_HOUSE, House

__all__ = ["Answered", "answers"]


def answers(lines: Iterable[bytes], jobs: int = 1, house: House = NO_HOUSE) -> Iterator[Answered]:
    """Compare the pair in each line, in so many processes; blank lines are passed over, `house` is the list for findings."""
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    if jobs <= 1:
        return (answer_line(line, house) for line in numbered)
    return Crew(jobs, house).answers(chunks_of(numbered))
