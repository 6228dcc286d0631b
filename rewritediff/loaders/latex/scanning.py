"""Finds where arguments and raw stretches of a LaTeX source end; nothing is looked for twice in the same place."""

from __future__ import annotations

import re

BRACES = re.compile(r"[{}]|\\.|%[^\n]*", re.DOTALL)
BRACKETS = re.compile(r"[\[\]{}]|\\.|\n[ \t]*\n", re.DOTALL)
BLANK = re.compile(r"[ \t]*(?:\n(?![ \t]*\n)[ \t]*)?")
LONGEST_OPTION = 2000
"""Characters in square brackets; without an end within so many they are text."""
LONGEST_ARGUMENT = 10_000
"""Characters of an argument that is left out; a brace that is never closed must not swallow the article."""
DEEPEST_ARGUMENT = 12
"""Braces or brackets within one; without this, arguments that never end would each be followed for all of the length above."""
AHEAD = 200
"""Characters in which so many more braces open than close that no argument is meant: counting them takes a tenth of following them."""


def after_group(text: str, position: int) -> int:
    """Find where a group in braces ends that begins here; the position itself where none does."""
    if text[position : position + 1] != "{" or _never_closes(text, position, "{}"):
        return position
    depth = 0
    limit = position + LONGEST_ARGUMENT
    at = position
    while (found := BRACES.search(text, at, limit)) is not None:
        at = found.end()
        depth += {"{": 1, "}": -1}.get(found[0], 0)
        if not depth:
            return at
        if depth > DEEPEST_ARGUMENT:
            break
    return position


def after_option(text: str, position: int, *, apart: bool = False) -> int:
    """Find where options in square brackets end that begin here, or behind some space where they may stand apart."""
    start = _after_blank(text, position) if apart else position
    if text[start : start + 1] != "[":
        return position if text[start : start + 1] != "{" else start
    if _never_closes(text, start, "[]"):
        return position
    square = braces = 0
    at = start
    while (found := BRACKETS.search(text, at, start + LONGEST_OPTION)) is not None:
        at = found.end()
        if found[0].startswith("\n"):
            break
        braces += {"{": 1, "}": -1}.get(found[0], 0)
        square += 0 if braces else {"[": 1, "]": -1}.get(found[0], 0)
        if max(square, braces) > DEEPEST_ARGUMENT:
            break
        if not square:
            behind = _after_blank(text, at)
            return behind if apart and text[behind : behind + 1] == "{" else at
    return position


def after_arguments(text: str, position: int, count: int) -> int:
    """Find where so many arguments in braces end, and the options before and between them."""
    for _ in range(count):
        start = after_option(text, position, apart=True)
        if text[start : start + 1] == "[":
            start = after_option(text, start, apart=True)
        start = _after_blank(text, start)
        if text[start : start + 1] != "{":
            return position
        end = after_group(text, start)
        if end == start:
            return start
        position = end
    return position


def raw_until(text: str, end: str, position: int) -> tuple[int, str]:
    """Give where a stretch ends, behind its mark, and what stands in it; without a mark it is the rest of the source."""
    at = text.find(end, position)
    return (at + len(end), text[position:at]) if at >= 0 else (len(text), text[position:])


def _never_closes(text: str, position: int, pair: str) -> bool:
    ahead = text[position : position + AHEAD]
    return ahead.count(pair[0]) - ahead.count(pair[1]) > DEEPEST_ARGUMENT


def _after_blank(text: str, position: int) -> int:
    found = BLANK.match(text, position)
    return found.end() if found else position


def names(words: str) -> list[str]:
    """Split a list of names, as tables of them are easier to read in one line."""
    return words.split()
