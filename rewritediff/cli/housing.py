"""The house list that an option names."""

from __future__ import annotations

from rewritediff import house_list
from rewritediff.cli.failure import CannotBeDone
from rewritediff.core.house import NO_HOUSE, House


def house_of(path: str | None) -> House:
    """Read the house list at a path; raises CannotBeDone with the file, the reason and what to do."""
    if path is None:
        return NO_HOUSE
    try:
        return house_list.load(path)
    except house_list.HouseListError as error:
        raise CannotBeDone(str(error)) from error
    except OSError as error:
        raise CannotBeDone(f"the house list {path} cannot be read: {error.strerror or error}; name another file with --house") from error
