"""The window's icons are one set in the colour of the theme, and the program's own stands out on light and dark docks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from rewritediff.bundled import resource
from rewritediff.gui.app import ICON_SIZES
from rewritediff.gui.theme import THEMES, Theme
from rewritediff.gui.view.icons import icon, pixmap
from tests.gui.test_theme import contrast

DRAWINGS = sorted(resource("icons", "ui").glob("*.svg"))
GUI = Path(__file__).resolve().parents[3] / "rewritediff" / "gui"
STYLE = 'fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round" stroke-linejoin="round"'


@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_a_drawing_is_a_line_of_one_weight_without_a_colour_of_its_own(drawing: Path) -> None:
    text = drawing.read_text(encoding="utf-8")
    assert STYLE in text
    assert not re.findall(r"#[0-9a-fA-F]{3,8}\b|rgb|style=", text)


def test_the_window_uses_every_drawing_and_has_every_one_that_it_uses() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in GUI.rglob("*.py"))
    used = set(re.findall(r"\b(?:icon|pixmap)\(\"(\w+)\"", code))
    assert used == {path.stem for path in DRAWINGS}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
@pytest.mark.parametrize("drawing", DRAWINGS, ids=lambda path: path.stem)
def test_an_icon_has_the_colour_of_the_theme(drawing: Path, theme: Theme) -> None:
    image = pixmap(drawing.stem, theme.text, 16, 4).toImage()
    solid = {image.pixelColor(x, y).name().upper() for x in range(64) for y in range(64) if image.pixelColor(x, y).alpha() == 255}
    assert solid == {theme.text}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("scale", [1, 2, 3])
def test_an_icon_is_drawn_for_fine_displays(scale: int) -> None:
    assert icon("swap", "#000000").pixmap(QSize(16, 16), scale).toImage().width() == 16 * scale


@pytest.mark.parametrize("dock", ["#F6F6F6", "#FFFFFF", "#1B1B1B", "#000000"])
@pytest.mark.parametrize("size", [size for size in ICON_SIZES if size >= 32])
def test_the_programs_icon_stands_out_on_any_dock(size: int, dock: str) -> None:
    image = QImage(str(resource("icons", f"rewritediff-{size}.png")))
    edge = [image.pixelColor(size // 2, y) for y in range(max(2, size // 10))]
    assert max(contrast(_over(colour, dock), dock) for colour in edge) >= 3


def _over(colour: QColor, ground: str) -> str:
    """Lay a colour that may be half transparent over another."""
    below, alpha = QColor(ground), colour.alphaF()
    mixed = (alpha * part + (1 - alpha) * under for part, under in zip(colour.getRgbF()[:3], below.getRgbF()[:3], strict=True))
    return QColor.fromRgbF(*mixed).name()
