"""Two fingers that zoom: on a touchpad, as the system tells it, and on a touch screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QNativeGestureEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QWidget

LEAST_STEP = 0.03
"""Share of a change of size from which the page is laid out anew: a touchpad tells of some hundred changes a second."""


class PinchZoom(QObject):
    """Turn pinches on a widget into factors, no more of them than can be followed."""

    def __init__(self, widget: QWidget, zoom_by: Callable[[float], object]) -> None:
        super().__init__(widget)
        self._zoom_by = zoom_by
        self._owed = 1.0
        widget.grabGesture(Qt.GestureType.PinchGesture)
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        if isinstance(event, QNativeGestureEvent) and event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
            self.pinched(1.0 + event.value())
            return True
        if isinstance(event, QGestureEvent) and isinstance(pinch := event.gesture(Qt.GestureType.PinchGesture), QPinchGesture):
            self.pinched(pinch.scaleFactor())
            event.accept(pinch)
            return True
        return False

    def pinched(self, factor: float) -> None:
        """Zoom by a factor, or keep it until enough of it has come together."""
        self._owed *= factor
        if abs(self._owed - 1.0) >= LEAST_STEP:
            owed, self._owed = self._owed, 1.0
            self._zoom_by(owed)
