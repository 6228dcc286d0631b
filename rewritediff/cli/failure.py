"""The exit statuses, and the one exception that a command raises to say that it cannot be done."""

from __future__ import annotations

DONE = 0
FOUND = 1
FAILED = 2
INTERRUPTED = 130


class CannotBeDone(Exception):  # noqa: N818 - read as a sentence where it is raised
    """Say in one line for the user why a command cannot be done."""
