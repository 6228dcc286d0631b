"""The labelled data that benchmarks read: not part of the project, found beside it or in REWRITEDIFF_SHARED."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("REWRITEDIFF_SHARED", ROOT.parent / "shared"))
TOOLS = SHARED / "tools"

PAIRS = {
    "seed": "gold/seed.jsonl",
    "sample": "samples/pair.jsonl",
    "ArgRewrite": "gold/argrewrite.jsonl",
    "ArgRewrite 1-3": "gold/argrewrite13.jsonl",
    "DEplain": "gold/deplain_web.jsonl",
    "SWiPE": "gold/swipe_derived.jsonl",
}
"""Document pairs with links, by the name that the tables give them."""


def available() -> bool:
    """Tell whether the labelled data is there."""
    return (SHARED / "gold").is_dir()


def records(path: str) -> list[dict[str, Any]]:
    """Read one file of the labelled data."""
    return [json.loads(line) for line in (SHARED / path).read_text(encoding="utf-8").splitlines() if line.strip()]


def require() -> None:
    """Stop with a plain word where the data is absent."""
    if not available():
        sys.exit(f"no labelled data in {SHARED}: set REWRITEDIFF_SHARED to the folder that holds gold/")
