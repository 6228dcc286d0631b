"""The best end of a chain before a place, asked and raised in logarithmic time.

Only ends that could still be the best are kept: places rise, and values with them. Of two equal ends the one at the earlier place
stays, at the same place the earlier one: which one does not depend on how places are numbered, so that a chain stays the same when
sentences far from it are cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

import numpy as np
import numpy.typing as npt

End = tuple[float, int]
"""The value of a chain, and the number of what it ends with; -1 for the empty chain."""

NO_END: End = (0.0, -1)


class BestEnds:
    """Hold the ends of chains by place."""

    __slots__ = ("_ends", "_places")

    def __init__(self, places: list[int] | None = None, ends: list[End] | None = None) -> None:
        self._places = places or []
        self._ends = ends or []

    @classmethod
    def of(cls, places: npt.NDArray[np.int64], values: npt.NDArray[np.float64]) -> BestEnds:
        """Hold the ends of chains 0, 1, 2, ... at once."""
        order = np.lexsort((-values, places))
        ranked = values[order]
        before = np.maximum.accumulate(np.concatenate([[NO_END[0]], ranked]))[:-1]
        kept = order[ranked > before]
        return cls(places[kept].tolist(), list(zip(values[kept].tolist(), kept.tolist(), strict=True)))

    def before(self, place: int) -> End:
        """Give the best end at any of the places before this one."""
        if self._places and place > self._places[-1]:
            return self._ends[-1]  # in order, as four of five pairs are: the search walks on in two thirds of the time
        at = bisect_left(self._places, place)
        return self._ends[at - 1] if at else NO_END

    def add(self, place: int, end: End) -> None:
        """Note an end at a place, where it is better than what is known up to there."""
        places, ends = self._places, self._ends
        if places and place > places[-1]:
            if end[0] > ends[-1][0]:
                places.append(place)
                ends.append(end)
            return
        low = bisect_right(places, place)
        if end[0] <= (ends[low - 1] if low else NO_END)[0]:
            return
        if low and places[low - 1] == place:
            low -= 1
        high = low
        while high < len(ends) and ends[high][0] <= end[0]:
            high += 1
        places[low:high] = [place]
        ends[low:high] = [end]
