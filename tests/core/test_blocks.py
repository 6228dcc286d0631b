"""Which lines belong together, and what each block is guessed to be."""

from __future__ import annotations

import pytest

from rewritediff.core.blocks import guess_blocks, line_ends
from rewritediff.core.values import Role

PROSE = "The old ferry left the harbour at noon. It carried forty people and one goat."
WRAPPED = (
    "The old ferry left the harbour at noon with forty people on board\n"
    "and one goat, which belonged to nobody and slept through the whole\n"
    "crossing. When it arrived, the band of the fire brigade was playing\n"
    "a march that the captain had asked for.\n"
)
VERSE = "Slow falls the evening on the harbour wall\nSoft rings the bell above the empty hall\nNo ship comes in and no one waits at all\n"

CASES: dict[str, tuple[str, list[tuple[Role, str]]]] = {
    "title": (f"Ferry finds a goat\n\n{PROSE}", [(Role.TITLE, "Ferry finds a goat"), (Role.BODY, PROSE)]),
    "title that asks": (f"Whose goat is it?\n\n{PROSE}", [(Role.TITLE, "Whose goat is it?"), (Role.BODY, PROSE)]),
    "title without a blank line": (f"Ferry finds a goat\n{PROSE}", [(Role.TITLE, "Ferry finds a goat"), (Role.BODY, PROSE)]),
    "a sentence is no title": (f"A goat sailed.\n\n{PROSE}", [(Role.BODY, "A goat sailed."), (Role.BODY, PROSE)]),
    "a line alone is no title": ("Ferry finds a goat", [(Role.BODY, "Ferry finds a goat")]),
    "heading": (f"{PROSE}\n\nThe crossing\n\n{PROSE}", [(Role.BODY, PROSE), (Role.HEADING, "The crossing"), (Role.BODY, PROSE)]),
    "marked heading": (f"{PROSE}\n\n## What now?\n\n{PROSE}", [(Role.BODY, PROSE), (Role.HEADING, "## What now?"), (Role.BODY, PROSE)]),
    "a sentence is no heading": (f"{PROSE}\n\nIt slept.\n\n{PROSE}", [(Role.BODY, PROSE), (Role.BODY, "It slept."), (Role.BODY, PROSE)]),
    "what introduces is no heading": (f"{PROSE}\n\nHe said:\n\n{PROSE}", [(Role.BODY, PROSE), (Role.BODY, "He said:"), (Role.BODY, PROSE)]),
    "the last line is no heading": (f"{PROSE}\n\nThe end", [(Role.BODY, PROSE), (Role.BODY, "The end")]),
    "byline": (
        f"Ferry finds a goat\n\nBy Ada Holm\n\n{PROSE}",
        [(Role.TITLE, "Ferry finds a goat"), (Role.NOTE, "By Ada Holm"), (Role.BODY, PROSE)],
    ),
    "caption and the line above": (
        f"{PROSE}\n\nGoat on deck\nThe goat looks at the sea [Image by Ada Holm/Harbour Press]\n\n{PROSE}",
        [
            (Role.BODY, PROSE),
            (Role.HEADING, "Goat on deck"),
            (Role.CAPTION, "The goat looks at the sea [Image by Ada Holm/Harbour Press]"),
            (Role.BODY, PROSE),
        ],
    ),
    "credit": (f"{PROSE}\n\nPhoto: Ada Holm", [(Role.BODY, PROSE), (Role.CAPTION, "Photo: Ada Holm")]),
    "figure": (f"{PROSE}\n\nFigure 2: The deck.", [(Role.BODY, PROSE), (Role.CAPTION, "Figure 2: The deck.")]),
    "a sentence about a photo": (
        f"{PROSE}\n\nPhotos by Holm were sold (with a frame).",
        [(Role.BODY, PROSE), (Role.BODY, "Photos by Holm were sold (with a frame).")],
    ),
    "list": (
        "- flour\n- eggs\n• salt\n1. stir\n2) wait",
        [(Role.LIST_ITEM, item) for item in ("- flour", "- eggs", "• salt", "1. stir", "2) wait")],
    ),
    "speech is no list": ("— Who is there?\n— Nobody.", [(Role.BODY, "— Who is there?"), (Role.BODY, "— Nobody.")]),
    "wrapped by hand": (WRAPPED, [(Role.BODY, WRAPPED.strip())]),
    "wrapped after a title": (f"Ferry\n\n{WRAPPED}", [(Role.TITLE, "Ferry"), (Role.BODY, WRAPPED.strip())]),
    "one paragraph a line": (f"{PROSE * 2}\n{PROSE * 2}", [(Role.BODY, PROSE * 2), (Role.BODY, PROSE * 2)]),
    "a small letter goes on": (
        "The old ferry left the harbour\nat noon " + "with much noise " * 9 + "today.",
        [(Role.BODY, "The old ferry left the harbour\nat noon " + "with much noise " * 9 + "today.")],
    ),
    "a space at the end of the line goes on": ("Old \nFerries sail.", [(Role.BODY, "Old \nFerries sail.")]),
    "verse": (VERSE, [(Role.BODY, line) for line in VERSE.splitlines()]),
    "words in lines": ("flour\neggs\nsalt", [(Role.BODY, word) for word in ("flour", "eggs", "salt")]),
    "Windows line ends": (f"Ferry\r\n\r\n{PROSE}\r\n", [(Role.TITLE, "Ferry"), (Role.BODY, PROSE)]),
    "Japanese wrapped behind a particle": ("これは私の\n船です。", [(Role.BODY, "これは私の\n船です。")]),
    "nothing": (" \n\n ", []),
}


@pytest.mark.parametrize(("text", "blocks"), CASES.values(), ids=CASES)
def test_blocks_are_guessed_from_the_shape_of_the_lines(text: str, blocks: list[tuple[Role, str]]) -> None:
    assert [(block.role, text[block.start : block.end]) for block in guess_blocks(text)] == blocks


def test_many_short_lines_are_no_headings() -> None:
    text = "\n\n".join([PROSE, "Flour", "Eggs", "Salt", "Butter", PROSE])
    assert {block.role for block in guess_blocks(text)} == {Role.BODY}


def test_lines_of_a_block_end_where_they_do_not_run_on() -> None:
    assert line_ends("One line.\nAnother line") == [9, 22]
    assert line_ends(WRAPPED) == [len(WRAPPED) - 1]
