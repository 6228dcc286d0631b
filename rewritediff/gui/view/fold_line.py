"""Paints the line of a fold: an arrow, what the fold holds, how it begins, and a hair line to the end of its column."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from rewritediff.core.values import Relation, Side
from rewritediff.gui.row_content import FoldLine
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.page import Page


def paint_fold(painter: QPainter, page: Page, theme: Theme, box: QRectF, line: FoldLine, relation: Relation) -> None:
    """Paint the line into its box; lines of dropped and unchanged runs go on below the other side, where nothing stands."""
    left, middle = page.text(line.side), box.center().y()
    right = sum(page.cell(Side.REWRITE))
    bar = page.bars[line.side]
    if relation is not Relation.SAME:
        thick = 4 * page.unit
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.ink(relation)))
        painter.drawRoundedRect(QRectF(bar, box.top() + page.pad, thick, box.height() - 2 * page.pad), thick / 2, thick / 2)
    _arrow(painter, QPointF(bar - 10 * page.unit, middle), 3.4 * page.unit, theme.muted, is_open=line.is_open)
    metrics = QFontMetricsF(page.type.small)
    baseline = middle + (metrics.ascent() - metrics.descent()) / 2
    painter.setFont(page.type.small)
    painter.setPen(QColor(theme.text))
    painter.drawText(QPointF(left, baseline), line.counts)
    end = left + metrics.horizontalAdvance(line.counts)
    if line.finds:
        finds = f" · {line.finds}"
        painter.setPen(QColor(theme.finding))
        painter.drawText(QPointF(end, baseline), finds)
        end += metrics.horizontalAdvance(finds)
    if line.beginning:
        begins = metrics.elidedText(f": “{line.beginning}”", Qt.TextElideMode.ElideRight, right - end - 10 * page.unit)
        painter.setPen(QColor(theme.muted))
        painter.drawText(QPointF(end, baseline), begins)
        end += metrics.horizontalAdvance(begins)
    painter.setPen(QPen(QColor(theme.rule), 1))
    if end + 10 * page.unit < right:
        painter.drawLine(QPointF(end + 10 * page.unit, round(middle) + 0.5), QPointF(right, round(middle) + 0.5))


def _arrow(painter: QPainter, at: QPointF, size: float, colour: str, *, is_open: bool) -> None:
    """Paint an arrow head that points right, or down where the fold is open."""
    across = (QPointF(-size / 2, -size), QPointF(size / 2, 0.0), QPointF(-size / 2, size))
    points = [at + (QPointF(point.y(), point.x()) if is_open else point) for point in across]
    painter.setPen(QPen(QColor(colour), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(points))
