"""Characters that nobody sees: which are marked, where, and that copies still have them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Relation, Side
from rewritediff.gui.invisible import invisible, invisible_names
from rewritediff.gui.pair import pair_of
from rewritediff.gui.row_sheet import Options
from rewritediff.gui.row_words import rows_as_text, text_between
from rewritediff.gui.rows import RunKind, present
from rewritediff.gui.view.utf16 import Utf16

Make = Callable[..., Comparison]

CASES: dict[str, tuple[str, tuple[int, ...]]] = {
    "plain": ("An ordinary sentence.", ()),
    "accents and CJK": ("Café, 港口, e\u0301clair", ()),
    "right-to-left override": ("pay \u202e001\u202c now", (4, 8)),
    "isolates and marks": ("a\u2066b\u2069c\u200ed\u200f", (1, 3, 5, 7)),
    "zero-width space and joiner between Latin letters": ("wo\u200brd wo\u200drd", (2, 8)),
    "soft hyphen": ("re\u00adopened", (2,)),
    "byte order mark": ("\ufeffThe", (0,)),
    "family emoji": ("A 👩\u200d👩\u200d👧\u200d👦 walks", ()),
    "emoji with tone and with presentation": ("👍🏽 \u2764\ufe0f\u200d🔥", ()),
    "flag with tags": ("🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f won", ()),
    "tags without a flag": ("go\U000e0068\U000e0069", (2, 3)),
    "joiner at an end": ("\u200dand\u200d", (0, 4)),
    "Persian": ("می\u200cخواهم", ()),
    "Hindi": ("क्\u200dष", ()),
    "control code": ("a\x07b", (1,)),
    "blanks are seen": ("a\u00a0b\u2009c", ()),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_what_is_not_seen_is_found(text: str, expected: tuple[int, ...]) -> None:
    assert invisible(text) == expected


def test_what_is_not_seen_has_names() -> None:
    assert invisible_names("a\u200bb\u200bc\u202e\x07") == ("zero width space (2)", "right-to-left override", "U+0007")


@pytest.fixture
def odd(make: Make) -> Comparison:
    """Hold a pair with emoji and combining marks before what is marked, and an override inside."""
    return make(
        [["👩\u200d👧 e\u0301clairs cost \u202e001\u202c now."]],
        [["👩\u200d👧 e\u0301clairs cost 100 then."]],
        [([0], [0], Relation.EDITED)],
    )


def test_a_row_marks_them_where_they_stand(odd: Comparison) -> None:
    for options in (Options(), Options(word_marks=False)):
        side = present(odd, options).content(0).sides.original
        marked = [side.text.text[run.start : run.end] for run in side.runs if run.kind is RunKind.INVISIBLE]
        assert marked == ["\u202e", "\u202c"]


def test_a_copy_still_has_them(odd: Comparison) -> None:
    shown = present(odd)
    whole = odd.documents.original.text
    assert text_between(shown, Side.ORIGINAL, (0, 0), (0, len(whole))) == whole
    assert "\u202e001\u202c" in rows_as_text(shown, [0])


def test_the_pair_pane_names_them(odd: Comparison) -> None:
    pair = pair_of(present(odd), 0, Options())
    assert any("right-to-left override" in str(detail) for detail in pair.details)
    assert not any("Rewrite has characters" in str(detail) for detail in pair.details)


@given(st.text(st.sampled_from("ae\u0301👩\u200d👧🇳🇴港م\u202e \ufe0f"), max_size=40), st.data())
def test_offsets_agree_with_utf16(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    units = Utf16(text)
    assert units.to_qt(offset) == len(text[:offset].encode("utf-16-le")) // 2
    assert units.from_qt(units.to_qt(offset)) == offset
