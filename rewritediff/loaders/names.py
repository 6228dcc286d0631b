"""How a file's name is shown: one line, no control characters, always encodable."""

from __future__ import annotations

import os
import unicodedata
from pathlib import PurePath


def shown_name(path: str | os.PathLike[str]) -> str:
    r"""Cut the last part from a path and escape what cannot be shown: "a\nb.txt" -> "a\\nb.txt"."""
    whole = os.fspath(path)
    return "".join(map(_shown, PurePath(whole).name or whole))


def _shown(character: str) -> str:
    # Cf holds U+202E, which would turn "gpj.exe" into "exe.jpg" before a reader's eyes; Cs is a byte that is no UTF-8
    if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Zl", "Zp"):
        return character.encode("unicode_escape").decode("ascii")
    return character
