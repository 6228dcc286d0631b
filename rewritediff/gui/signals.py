"""Signals with one typed value: PySide's own are untyped, so one cast here gives them a type everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar, cast

from PySide6.QtCore import Signal

T = TypeVar("T")


class TypedSignal(Protocol[T]):
    """Send one value of a kind to whoever connected."""

    def emit(self, value: T, /) -> None:
        """Send a value."""

    def connect(self, slot: Callable[[T], object], /) -> object:
        """Call the slot with each value sent from now on."""

    def disconnect(self, slot: Callable[[T], object], /) -> object:
        """Call the slot no longer."""


def signal(kind: type[T]) -> TypedSignal[T]:
    """Declare a signal of a class; values that are not int, float, str or bool travel as Python objects, uncopied."""
    return cast("TypedSignal[T]", Signal(kind if kind in (int, float, str, bool) else object))
