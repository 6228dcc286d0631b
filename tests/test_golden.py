"""Pairs that people can read: each folder of tests/pairs holds two texts and what the comparison of them is expected to say.

After a change of behaviour, `pytest tests/test_golden.py --update-golden` writes the expectations anew; the difference is what to review.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rewritediff.core.comparison import Comparison
from rewritediff.core.section_matches import SectionMatch
from rewritediff.core.values import Change, Passage, Side, Strength
from rewritediff.engine import compare
from rewritediff.loaders import load
from rewritediff.wording import SIDES, answer, finding_message, section_words, sections_answer
from rewritediff.wording.sections import section_name

PAIRS = sorted(folder for folder in (Path(__file__).parent / "pairs").iterdir() if folder.is_dir())
WRONG_TODAY: dict[str, str] = {}
"""Pairs whose expected.md was written by hand, says what is right, and is not met yet; why."""
SIGNS = {
    Change.KEPT: ("", ""),
    Change.REMOVED: ("[-", "-]"),
    Change.ADDED: ("{+", "+}"),
    Change.MOVED: ("[~", "~]"),
    Change.TYPOGRAPHIC: ("(", ")"),
}


def expected(name: str, comparison: Comparison) -> str:
    """List the passages with their relation, shape and words: [-gone-] {+come+} [~moved~] (typography)."""
    lines = [f"# {name}", "", str(answer(comparison)), "", *sections(comparison)]
    for number, passage in enumerate(comparison.passages):
        lines += [f"## {heading(passage)}", "", *sides(comparison, number), *findings(comparison, number), ""]
    return "\n".join(lines)


def findings(comparison: Comparison, number: int) -> Iterator[str]:
    """List what a reader is asked to check or look at in a passage, the gravest first."""
    for finding in comparison.findings_of(number):
        if comparison.findings[finding].strength is not Strength.NOTE:
            yield f"- {comparison.findings[finding].strength.value}: {finding_message(comparison.findings[finding])}"


def sections(comparison: Comparison) -> Iterator[str]:
    """List what became of the sections, where there are any."""
    if comparison.sections:
        yield from (sections_answer(comparison), "")
        yield from (f"- {described(comparison, match)}" for match in comparison.sections)
        yield ""


def described(comparison: Comparison, match: SectionMatch) -> str:
    names = (" + ".join(section_name(comparison.documents[side], section) for section in match.sections(side)) for side in Side)
    return section_words(comparison, match) or f"{match.relation.value}: {' → '.join(names)}"


def heading(passage: Passage) -> str:
    words = [passage.relation.value]
    if passage.shape.value != passage.relation.value:
        words.append(passage.shape.value)
    return ", ".join([*words, "moved"] if passage.moved else words)


def sides(comparison: Comparison, number: int) -> Iterator[str]:
    passage = comparison.passages[number]
    for side in Side:
        if passage.sentences(side):
            numbers = ", ".join(str(k + 1) for k in passage.sentences(side))
            yield f"- {SIDES[side]} {numbers}: {marked(comparison, number, side)}"


def marked(comparison: Comparison, number: int, side: Side) -> str:
    text = comparison.documents[side].text
    found = sorted((span.start, span.end, edit.change) for edit in comparison.edits(number) if (span := edit.span(side)))
    return " ".join(f"{SIGNS[change][0]}{' '.join(text[start:end].split())}{SIGNS[change][1]}" for start, end, change in found)


def case(folder: Path) -> object:
    wrong = WRONG_TODAY.get(folder.name)
    return pytest.param(folder, id=folder.name, marks=[pytest.mark.xfail(reason=wrong)] if wrong else [])


@pytest.mark.parametrize("folder", list(map(case, PAIRS)))
def test_a_pair_reads_as_expected(folder: Path, update_golden: bool) -> None:
    original, rewrite = (load(next(folder.glob(f"{side.value}.*"))) for side in Side)
    said = expected(folder.name, compare(original, rewrite))
    if update_golden and folder.name not in WRONG_TODAY:
        (folder / "expected.md").write_bytes(said.encode())
    assert said == (folder / "expected.md").read_text(encoding="utf-8")
