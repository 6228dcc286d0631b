"""What stands in the frames of an OpenDocument text: boxes, pictures, formulas, other objects.

A frame holds the same thing in several ways, the best one first: a chart, and a picture of it.
"""

from __future__ import annotations

from rewritediff.loaders.odt.names import full, fulls
from rewritediff.loaders.parts import Part
from rewritediff.loaders.xml import Element

SHAPES = fulls(
    "draw",
    *("text-box", "custom-shape", "rect", "line", "polyline", "polygon", "regular-polygon", "path", "circle", "ellipse", "connector"),
    *("caption", "measure"),
)
"""Elements that may hold paragraphs of their own."""
PARTS = {
    full("draw:text-box"): Part.BOX,
    full("draw:image"): Part.PICTURE,
    full("draw:object"): Part.OBJECT,
    **dict.fromkeys(fulls("draw", "object-ole", "plugin", "applet", "floating-frame"), Part.OBJECT),
}


def content(frame: Element, formulas: frozenset[str]) -> tuple[Element, Part] | None:
    """Tell what a frame shows."""
    found = next((child for child in frame if child.tag in PARTS), None)
    if found is None:
        return None
    is_formula = found.find(full("math:math")) is not None or found.get(full("xlink:href"), "").removeprefix("./").strip("/") in formulas
    return found, Part.FORMULA if is_formula else PARTS[found.tag]
