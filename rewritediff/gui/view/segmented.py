"""A row of buttons of which one is pressed, drawn as one piece: the choice between two or three ways to see the same thing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton


class Segmented(QFrame):
    """Show checkable actions, one of them checked."""

    def __init__(self, actions: Sequence[QAction], name: str) -> None:
        super().__init__()
        self.setObjectName("segmented")
        self.setAccessibleName(name)
        self._group = QActionGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for action in actions:
            self._group.addAction(action)
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
