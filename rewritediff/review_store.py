"""What was made of findings, kept for each pair of texts in the user's state folder, in one JSON file a pair.

A file is named by what both texts hold, so that it is found again wherever the files are and whatever they are called; a swapped pair has
a file of its own, for its findings are others. Of the texts it keeps what anchors hold and no more: the words that were pointed at and up
to 32 characters before and after each.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rewritediff.core.decisions import Anchor, Ruling, Verdict
from rewritediff.core.values import FindingKind, Side, Sides, Span

FORMAT = "rewritediff-verdicts"
VERSION = 1
MOST_PAIRS = 500
"""Pairs that are kept: years of one editor's work, some megabytes."""
DAMAGED = ".damaged"


@dataclass(frozen=True, slots=True)
class Kept:
    """Hold what was read: the verdicts, and where a file that could not be read was put aside."""

    verdicts: tuple[Verdict, ...] = ()
    damaged: str = ""


class ReviewStore:
    """Read and write the verdicts of pairs in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, texts: Sides[str]) -> Kept:
        """Read what was made of a pair; a file that cannot be read is put aside, and nothing is lost of it."""
        path = self.path(texts)
        try:
            return Kept(parse(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return Kept()
        except (OSError, ValueError, RecursionError):  # the last for brackets without end
            return Kept(damaged=_put_aside(path))

    def write(self, texts: Sides[str], verdicts: Iterable[Verdict]) -> None:
        """Write what was made of a pair, all at once or not at all; without verdicts its file goes. Raises OSError."""
        path, kept = self.path(texts), tuple(verdicts)
        if not kept:
            path.unlink(missing_ok=True)
            return
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        is_new = not path.exists()
        _replace(path, format_verdicts(kept))
        if is_new:
            self._forget_oldest()

    def path(self, texts: Sides[str]) -> Path:
        """Give the file of a pair."""
        import hashlib  # here, as below, what a window need not wait for at its start: 8 % of it together

        found = hashlib.sha256()
        for text in texts:
            content = text.encode("utf-8", "surrogatepass")
            found.update(len(content).to_bytes(8, "big"))  # else a word could change sides unseen
            found.update(content)
        return self.folder / f"{found.hexdigest()[:40]}.json"

    def _forget_oldest(self) -> None:
        files = sorted(self.folder.glob("*.json*"), key=_age, reverse=True)
        for path in files[MOST_PAIRS:]:
            path.unlink(missing_ok=True)


def state_folder(environment: Mapping[str, str] = os.environ, platform: str = sys.platform, home: Path | None = None) -> Path:
    """Give the folder in which a system wants the state of a user's programs."""
    home = home or Path.home()
    if platform == "win32":
        local = environment.get("LOCALAPPDATA", "")
        return (Path(local) if local else home / "AppData" / "Local") / "RewriteDiff" / "verdicts"
    if platform == "darwin":
        return home / "Library" / "Application Support" / "RewriteDiff" / "verdicts"
    named = environment.get("XDG_STATE_HOME", "")
    # a relative path there is to be ignored: XDG Base Directory Specification
    return (Path(named) if named.startswith("/") else home / ".local" / "state") / "rewritediff" / "verdicts"


def format_verdicts(verdicts: Iterable[Verdict]) -> str:
    """Write verdicts as JSON that parse() reads back equal."""
    # ensure_ascii: half a character, as odd texts have it, has no place in UTF-8
    # a line each, for whoever looks inside; indent= would take ten times as long
    lines = ",\n".join(json.dumps(_written(verdict)) for verdict in verdicts)
    return f'{{"format": {json.dumps(FORMAT)}, "version": {VERSION}, "verdicts": [\n{lines}\n]}}\n'


def parse(written: str) -> tuple[Verdict, ...]:
    """Read verdicts; raises ValueError where these are none. Fields that are not known are left aside."""
    found = json.loads(written)
    if not isinstance(found, dict) or found.get("format") != FORMAT or not isinstance(found.get("verdicts"), list):
        raise ValueError("these are no verdicts")
    try:
        return tuple(_verdict(each) for each in found["verdicts"])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"this is no verdict: {error}") from error


def _written(verdict: Verdict) -> dict[str, Any]:
    return {
        "kind": verdict.kind.value,
        "code": verdict.code,
        "ruling": verdict.ruling.value,
        "reason": verdict.reason,
        **{side.value: _written_anchor(verdict.places[side]) for side in Side},
    }


def _written_anchor(anchor: Anchor | None) -> dict[str, Any] | None:
    if anchor is None:
        return None
    return {
        "start": anchor.span.start,
        "end": anchor.span.end,
        "quote": anchor.quote,
        "before": anchor.before,
        "after": anchor.after,
        "occurrence": anchor.occurrence,
    }


def _verdict(read: Mapping[str, Any]) -> Verdict:
    original, rewrite = (_anchor(side, read[side.value]) for side in Side)
    return Verdict(
        FindingKind(read["kind"]), _text(read["code"]), Sides(original, rewrite), Ruling(read["ruling"]), _text(read.get("reason", ""))
    )


def _anchor(side: Side, read: Mapping[str, Any] | None) -> Anchor | None:
    if read is None:
        return None
    quote, before, after = (_text(read[name]) for name in ("quote", "before", "after"))
    return Anchor(side, Span(_count(read["start"]), _count(read["end"])), quote, before, after, _count(read["occurrence"]))


def _text(read: object) -> str:
    if not isinstance(read, str):
        raise TypeError(f"{read!r} is no text")
    return read


def _count(read: object) -> int:
    if not isinstance(read, int) or isinstance(read, bool):
        raise TypeError(f"{read!r} is no number")
    return read


def _replace(path: Path, content: str) -> None:
    """Write a file beside and put it in place: whoever reads finds the old one or the new one whole. Others may not read it."""
    import tempfile

    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(content)
        Path(beside).replace(path)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _put_aside(path: Path) -> str:
    """Rename a file that cannot be read, so that it is kept and a new one can be written; give its name where it was renamed."""
    aside = path.with_name(path.name + DAMAGED)
    try:
        path.replace(aside)
    except OSError:
        return str(path)
    return str(aside)


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:  # gone meanwhile: another window forgot it
        return 0.0
