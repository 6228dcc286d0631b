"""Names of a package that are loaded when they are first asked for. Loads nothing itself."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def late_names(package: str, homes: Mapping[str, tuple[str, ...]]) -> Callable[[str], object]:
    """Make a package's `__getattr__`: each name is taken from its home, a module, and kept; AttributeError for any other name."""

    def get(name: str) -> object:
        for home, names in homes.items():
            if name in names:
                found: object = getattr(import_module(home), name)
                setattr(sys.modules[package], name, found)
                return found
        raise AttributeError(f"module {package!r} has no attribute {name!r}")

    return get
