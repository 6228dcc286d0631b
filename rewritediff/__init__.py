"""Compare an original article with its rewrite, sentence by sentence.

    from rewritediff import compare, load
    print(compare(load("original.txt"), load("rewrite.txt")).summary())

Names are loaded when they are first asked for: the command line's `--help` need not wait for numpy, and nothing here needs Qt.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rewritediff.late import late_names

if TYPE_CHECKING:
    from rewritediff.core.comparison import Comparison, Summary
    from rewritediff.core.settings import Settings
    from rewritediff.core.values import Article, Block, Link, Passage, Relation, Role, Shape, Side, Sides, Span
    from rewritediff.engine import TooLong, compare
    from rewritediff.loaders import LoadError, load

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Block",
    "Comparison",
    "Link",
    "LoadError",
    "Passage",
    "Relation",
    "Role",
    "Settings",
    "Shape",
    "Side",
    "Sides",
    "Span",
    "Summary",
    "TooLong",
    "__version__",
    "compare",
    "load",
]

_HOMES = {
    "rewritediff.core.comparison": ("Comparison", "Summary"),
    "rewritediff.core.settings": ("Settings",),
    "rewritediff.core.values": ("Article", "Block", "Link", "Passage", "Relation", "Role", "Shape", "Side", "Sides", "Span"),
    "rewritediff.engine": ("TooLong", "compare"),
    "rewritediff.loaders": ("LoadError", "load"),
}
__getattr__ = late_names(__name__, _HOMES)


def __dir__() -> list[str]:
    return sorted(__all__)
