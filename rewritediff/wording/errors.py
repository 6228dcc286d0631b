"""What could not be done, and what is being done, in one line each."""

from __future__ import annotations

from enum import Enum


class RecordProblem(Enum):
    """Say why a line of a batch could not be compared."""

    NOT_UTF8 = "it is not UTF-8"
    NOT_JSON = "it is not JSON ({})"
    NOT_AN_OBJECT = 'it is not an object such as {{"id": "x", "original": "…", "rewrite": "…"}}'
    NO_SIDE = "it has no “{}”"
    BAD_SIDE = '“{}” is neither a text, nor a list of sentences, nor {{"path": "…"}}'
    FAILED = "the comparison failed ({}); please report it"
    DIED = "the process that compared it ended; perhaps there was not enough memory"


def record_problem(problem: RecordProblem, detail: str = "", line: int = 0) -> str:
    """Word why a line could not be compared; the line's number is said where there is no id to tell which it was."""
    words = problem.value.format(detail)
    return f"line {line:,}: {words}" if line else words


STEPS = {
    "sentences": "Cutting into sentences",
    "words": "Reading the words",
    "features": "Weighing the words",
    "pairs": "Looking for counterparts",
    "evidence": "Judging counterparts",
    "alignment": "Aligning",
    "passages": "Sorting passages",
    "facts": "Looking for changed facts",
}


def progress_words(step: str) -> str:
    """Name a step of the engine for those who wait for it."""
    return STEPS.get(step, "Comparing")
