"""Letters of another alphabet are found where they pretend to be Latin, and nowhere else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.lookalikes import lookalike_names, lookalikes

CASES: dict[str, tuple[str, tuple[int, ...]]] = {
    "Latin": ("The council voted.", ()),
    "accents": ("The café in Łódź.", ()),
    "Cyrillic o": ("The c\u043euncil", (5,)),
    "Greek omicron": ("v\u03bfted", (1,)),
    "a Russian word": ("город", ()),
    "a Russian word beside an English one": ("in городе Oslo", ()),
    "a formula": ("Δx and xα", ()),
    "a Latin ending on a Russian word": ("МТСs", ()),
    "a unit": ("5 kΩ", ()),
}


@pytest.mark.parametrize(("text", "places"), CASES.values(), ids=CASES)
def test_lookalikes_are_found(text: str, places: tuple[int, ...]) -> None:
    assert lookalikes(text) == places


def test_lookalikes_are_named_once_each() -> None:
    assert lookalike_names("c\u043euncil v\u043ete f\u0430r") == ("cyrillic small letter o (2)", "cyrillic small letter a")


@given(st.text())
def test_every_lookalike_is_a_letter_beyond_latin(text: str) -> None:
    assert all(text[place] > "\u036f" and text[place].isalpha() for place in lookalikes(text))
