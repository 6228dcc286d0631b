"""What docs/findings.md says that the tool says of two sentences is what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rewritediff.wording import finding_message
from tests.core.facts.cases import compared, loud

PAGE = Path(__file__).resolve().parent.parent / "docs" / "findings.md"
HEADS = (["original", "rewrite", "it says"], ["language", "original", "rewrite", "it says"])


def examples() -> Iterator[tuple[str, str, str, str]]:
    """Give language, original, rewrite and what is said of them, from the tables that say so in their heads."""
    head: list[str] = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")] if line.startswith("|") else []
        if not cells or cells in HEADS:
            head = cells
        elif head and not set(line) <= set("|-"):
            language, original, rewrite, said = cells if len(head) == 4 else ("en", *cells)
            yield language, original, rewrite, said


EXAMPLES = list(examples())


def test_the_page_has_examples() -> None:
    assert len(EXAMPLES) > 50
    assert {language for language, *_ in EXAMPLES} == {"en", "de", "fr", "es", "it"}


@pytest.mark.parametrize(("language", "original", "rewrite", "said"), EXAMPLES)
def test_an_example_of_the_page_is_what_the_tool_says(language: str, original: str, rewrite: str, said: str) -> None:
    found = loud(compared(original, rewrite, language))
    assert ("; ".join(f"{finding.strength.value}: {finding_message(finding)}" for finding in found) or "nothing") == said
