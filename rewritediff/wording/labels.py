"""The labels of relations, shapes, changes, roles and sides, and the glyphs that tell them without colour."""

from __future__ import annotations

from rewritediff.core.values import Change, Passage, Relation, Role, Shape, Side
from rewritediff.wording.grammar import number_word

SIDES = {Side.ORIGINAL: "Original", Side.REWRITE: "Rewrite"}

RELATIONS = {
    Relation.SAME: "unchanged",
    Relation.EDITED: "lightly reworded",
    Relation.PARAPHRASED: "paraphrased",
    Relation.OMITTED: "dropped",
    Relation.INSERTED: "new",
}

GLYPHS = {
    Relation.SAME: "=",
    Relation.EDITED: "~",
    Relation.PARAPHRASED: "≈",
    Relation.OMITTED: "−",
    Relation.INSERTED: "+",
}
MOVED_GLYPH = "⇄"
DOUBT_SIGN = "?"
DOUBTFUL = "doubtful pairing"

GAPS = {Side.ORIGINAL: "not in the original", Side.REWRITE: "dropped"}
"""What stands in the empty cell of a side."""

SHAPES = {
    Shape.ONE_TO_ONE: "one sentence for one",
    Shape.SPLIT: "split",
    Shape.MERGED: "merged",
    Shape.REARRANGED: "rearranged",
    Shape.OMITTED: "dropped",
    Shape.INSERTED: "new",
}

CHANGES = {
    Change.KEPT: "same words",
    Change.REMOVED: "gone",
    Change.ADDED: "new",
    Change.MOVED: "moved within",
    Change.TYPOGRAPHIC: "typography only",
}

ROLES = {
    Role.TITLE: "title",
    Role.HEADING: "heading",
    Role.BODY: "sentence",
    Role.LIST_ITEM: "list item",
    Role.CELL: "table cell",
    Role.CAPTION: "caption",
    Role.NOTE: "note",
    Role.CODE: "code",
}

LANGUAGES = {
    "ar": "Arabic",
    "de": "German",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "hi": "Hindi",
    "it": "Italian",
    "ja": "Japanese",
    "ko": "Korean",
    "nl": "Dutch",
    "pl": "Polish",
    "pt": "Portuguese",
    "ru": "Russian",
    "tr": "Turkish",
    "zh": "Chinese",
}
"""The languages that are told apart; a test compares them with the bundled tables."""


def relation_words(relation: Relation, role: Role = Role.BODY) -> str:
    """Name a relation, and beside what is dropped or new the kind of furniture: "new caption"."""
    furniture = f" {ROLES[role]}" if role.is_furniture and relation in (Relation.OMITTED, Relation.INSERTED) else ""
    return RELATIONS[relation] + furniture


def relation_legend(relation: Relation) -> str:
    """Name a relation where the answer line stands beside it, which counts paraphrased sentences as heavily reworded."""
    return RELATIONS[relation] + (" (heavily reworded)" if relation is Relation.PARAPHRASED else "")


def shape_mark(passage: Passage) -> str:
    """Show a passage's shape between the sides, "1→2"; nothing where one sentence stands for one or for none."""
    if passage.shape in (Shape.SPLIT, Shape.MERGED, Shape.REARRANGED):
        return f"{len(passage.original)}→{len(passage.rewrite)}"
    return ""


def shape_words(passage: Passage) -> str:
    """Tell a passage's shape from the rewrite's view: "two sentences from one"; nothing where there is nothing to tell."""
    if not shape_mark(passage):
        return ""
    rewrite, original = len(passage.rewrite), len(passage.original)
    return f"{number_word(rewrite)} {'sentence' if rewrite == 1 else 'sentences'} from {number_word(original)}"


def became(passage: Passage) -> str:
    """Tell a passage's shape from the original's view: "one sentence became two"; nothing where there is nothing to tell."""
    if not shape_mark(passage):
        return ""
    original, rewrite = len(passage.original), len(passage.rewrite)
    return f"{number_word(original)} {'sentence' if original == 1 else 'sentences'} became {number_word(rewrite)}"
