"""What writers put into Markdown that CommonMark does not know: front matter and footnotes. Taken out before the rest is parsed."""

from __future__ import annotations

import re
from dataclasses import dataclass

FENCES = {"---": ("---", "..."), "+++": ("+++",)}
"""How front matter opens, and how it may close."""
FIELD = re.compile(r"[\w-]+\s*[:=]")
TITLE = re.compile(r"title\s*[:=]\s*(['\"]?)(.+?)\1\s*\Z", re.IGNORECASE)

CODE_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
BLOCK_START = re.compile(r" {0,3}(?:#{1,6}\s|[-*+>]\s|`{3}|~{3}|\d+[.)]\s|\|)")
FOOTNOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*(.*)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Hold what stood before the article: whether anything did, the title it names, and the Markdown after it."""

    present: bool
    title: str
    rest: str


def split_front_matter(text: str) -> FrontMatter:
    """Cut off the block of fields with which many site generators have a page begin."""
    lines = text.split("\n")
    closing = FENCES.get(lines[0].rstrip(), ())
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() in closing), 0)
    # a rule (---) above an ordinary paragraph looks alike, but has no field below it
    if not end or not FIELD.match(lines[1]):
        return FrontMatter(False, "", text)
    titles = (found[2].strip() for line in lines[1:end] if (found := TITLE.match(line)))
    return FrontMatter(True, next(titles, ""), "\n".join(lines[end + 1 :]))


def split_footnotes(text: str) -> tuple[str, dict[str, str]]:
    """Take the footnotes out, by their labels; what stands in a code fence is left alone."""
    kept: list[str] = []
    notes: dict[str, list[str]] = {}
    label = fence = before = ""
    for line in text.split("\n"):
        fence = _fence_after(line, fence)
        found = None if fence else FOOTNOTE.match(line)
        if found:
            label = found[1]
            notes[label] = [found[2]]
        elif label and _continues(line, before):
            notes[label].append(line.strip())
        else:
            label = "" if line.strip() else label
            kept.append(line)
        before = line.strip()
    return "\n".join(kept), {label: "\n".join(lines) for label, lines in notes.items()}


def _fence_after(line: str, fence: str) -> str:
    """Tell which code fence is open after a line, or none."""
    mark = CODE_FENCE.match(line)
    if not mark:
        return fence
    if not fence:
        return mark[1]
    return "" if mark[1].startswith(fence) else fence


def _continues(line: str, before: str) -> bool:
    """Tell whether a line goes on with a footnote: right below it, or indented after a blank line."""
    if not line.strip():
        return False
    return line.startswith("    ") or (bool(before) and not BLOCK_START.match(line))
