"""Styles are known by the names that word processors give them, in any of their languages."""

from __future__ import annotations

import pytest

from rewritediff.core.values import Role
from rewritediff.loaders.parts import Part
from rewritediff.loaders.style_names import Meaning, meaning_of

NAMES: dict[str, Meaning | None] = {
    "Title": Role.TITLE,
    "Titre": Role.TITLE,
    "heading 1": Role.TITLE,
    "Überschrift 1": Role.TITLE,
    "Heading2": Role.HEADING,
    "heading 9": Role.HEADING,
    "Titre 3": Role.HEADING,
    "标题 2": Role.HEADING,
    "Heading": Role.HEADING,
    "Bibliography Heading": None,
    "Subtitle": Role.HEADING,
    "toc 1": Part.CONTENTS,
    "TOC Heading": Part.CONTENTS,
    "Contents 2": Part.CONTENTS,
    "Illustration Index 1": Part.CONTENTS,
    "table of figures": Part.CONTENTS,
    "List Bullet 2": Role.LIST_ITEM,
    "List Paragraph": None,
    "caption": Role.CAPTION,
    "Image Caption": Role.CAPTION,
    "HTML Preformatted": Role.CODE,
    "Source Code": Role.CODE,
    "Code of conduct": None,
    "Data source": None,
    "Normal": Role.BODY,
    "Quote": None,
    "": None,
}


@pytest.mark.parametrize(("name", "meaning"), NAMES.items(), ids=NAMES)
def test_a_style_means_what_its_name_says(name: str, meaning: Meaning | None) -> None:
    assert meaning_of(name) is meaning
