"""The words of the window: a name stands for one text."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from rewritediff import gui


@pytest.mark.parametrize("path", sorted(Path(gui.__path__[0]).glob("*words.py")), ids=lambda path: path.name)
def test_no_name_is_given_twice(path: Path) -> None:
    assigned = [node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.Assign)]
    names = Counter(name.id for node in assigned for target in node.targets for name in ast.walk(target) if isinstance(name, ast.Name))
    assert [name for name, count in names.items() if count > 1] == []
