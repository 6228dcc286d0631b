"""What is dropped or pasted: files, links and texts find their sides."""

from __future__ import annotations

import pytest

from rewritediff.core.values import Side, Sides
from rewritediff.gui.arriving import Arrival, arrived, written
from rewritediff.gui.messages import Tone
from rewritediff.gui.sources import Empty, File, Loading, Pasted, Source
from rewritediff.gui.state import State

A, B = "https://example.org/a", "https://example.org/b"
RICH = Pasted("A title\nA text.", b"<h1>A title</h1><p>A text.</p>", rb"{\rtf1 A title\par A text.}")

ARRIVALS: dict[str, tuple[Arrival, Side | None, Sides[Source | None], Sides[str]]] = {
    "a file under the cursor": (Arrival(("/c.txt",)), Side.REWRITE, Sides(None, File("/c.txt")), Sides("", "")),
    "two files": (Arrival(("/c.txt", "/d.txt")), Side.REWRITE, Sides(File("/c.txt"), File("/d.txt")), Sides("", "")),
    "a link": (Arrival(links=(A,)), Side.REWRITE, Sides(None, None), Sides("", A)),
    "a link without a side": (Arrival(links=(A,)), None, Sides(None, None), Sides(A, "")),
    "two links": (Arrival(links=(A, B)), Side.REWRITE, Sides(None, None), Sides(A, B)),
    "a file and a link": (Arrival(("/c.txt",), (A,)), Side.REWRITE, Sides(File("/c.txt"), None), Sides("", A)),
    "three of them": (Arrival(("/c.txt", "/d.txt"), (A,)), Side.REWRITE, Sides(None, None), Sides("", "")),
    "a text with all its forms": (Arrival(text=RICH), Side.REWRITE, Sides(None, RICH), Sides("", "")),
    "a text that is only an address": (Arrival(text=Pasted(f" {A} ", b"<a href='x'>")), Side.REWRITE, Sides(None, None), Sides("", A)),
    "nothing": (Arrival(), Side.REWRITE, Sides(None, None), Sides("", "")),
}


@pytest.mark.parametrize(("arrival", "under", "sources", "asked"), ARRIVALS.values(), ids=ARRIVALS)
def test_what_arrives_finds_its_side(arrival: Arrival, under: Side | None, sources: Sides[Source | None], asked: Sides[str]) -> None:
    state = arrived(State(), arrival, under)
    assert state.sides.map(lambda slot: slot.source if isinstance(slot, Loading) else None) == sources
    assert state.links == asked


@pytest.mark.parametrize("name", ["three of them", "nothing"])
def test_what_cannot_be_used_is_said(name: str) -> None:
    message = arrived(State(), ARRIVALS[name][0], None).message
    assert message is not None
    assert message.tone is Tone.PROBLEM


def test_one_bad_link_of_two_is_said_and_the_other_asked_about() -> None:
    state = arrived(State(), Arrival(links=("ftp://example.org/a", B)), None)
    assert state.links == Sides("", B)
    assert state.message is not None


def test_an_empty_text_is_not_used() -> None:
    state = written(State(), Side.ORIGINAL, Pasted(" \n"))
    assert state.sides.original == Empty()
    assert state.message is not None
