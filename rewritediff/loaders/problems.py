"""The one exception that loading raises. It carries values; `messages` words them."""

from __future__ import annotations

from rewritediff.loaders.messages import message_of
from rewritediff.loaders.reasons import Reason, Values


class LoadError(Exception):
    """Say that an article could not be loaded: its name as a person knows it, the reason, and the reason's values."""

    def __init__(self, name: str, reason: Reason, values: Values = ()) -> None:
        # all three go to Exception, so that the error survives the way back from another process
        super().__init__(name, reason, values)
        self.name = name
        self.reason = reason
        self.values = values

    def __str__(self) -> str:
        return message_of(self)
