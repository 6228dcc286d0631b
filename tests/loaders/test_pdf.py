"""A PDF is read as a person reads its pages: paragraphs in order, without what stands around them."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core.values import Article, Role
from rewritediff.loaders import DEFAULTS, LoadError, Options, Part, Reason
from rewritediff.loaders.formats import Format
from rewritediff.loaders.pdf.frames import frames_of, ordered
from rewritediff.loaders.pdf.lines import pieces_of
from rewritediff.loaders.pdf.paragraphs import paragraphs_of, usual_steps
from rewritediff.loaders.pdf.pdfium import BATCH, open_pdf
from rewritediff.loaders.pdf.readable import readable_pages
from rewritediff.loaders.pdf.spelling import Habits
from rewritediff.loaders.pdf.tables import chunks
from rewritediff.loaders.pdf.values import Page, Style, Word
from rewritediff.loaders.readers import guarded_reader
from rewritediff.loaders.source import Source

Text = tuple[float, float, float, str]
"""Where a piece stands (from the left, from the foot), the size of its letters, its letters."""

WIDTH = 0.5
"""Letter sizes that a letter of the test's font is wide: every one is as wide as the others."""


def pdf(*pages: list[Text], matrix: str = "1 0 0 1", mode: int = 0, before: str = "", page: str = "") -> bytes:
    """Write a PDF of pages, 400 points wide and 600 high, in a font whose letters are half as wide as their size."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    widths = " ".join(["500"] * 224)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        f"<< /Type /Font /Subtype /TrueType /BaseFont /Test /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 255 /Widths [{widths}] >>",
    ]
    for number, texts in enumerate(pages):
        shown = "".join(f"BT /F {size} Tf {mode} Tr {matrix} {x} {y} Tm ({_escaped(text)}) Tj ET\n" for x, y, size, text in texts)
        stream = f"{before}\n{shown}"
        fonts = "/Resources << /Font << /F 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] {fonts} /Contents {5 + 2 * number} 0 R {page} >>")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    body = "%PDF-1.4\n"
    places = []
    for number, written in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{written}\nendobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    start = len(body)
    size = len(objects) + 1
    body += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n"
    return body.encode("latin-1")


def _escaped(text: str) -> str:
    return re.sub(r"([()\\])", r"\\\1", text).encode("cp1252").decode("latin-1")


def lines(*texts: str, left: float = 50, top: float = 500, size: float = 10, step: float = 12) -> list[Text]:
    """Set lines below each other; spaces before a line move it in by a letter size each."""
    return [
        (left + size * (len(text) - len(text.lstrip())), top - step * number, size, text.lstrip())
        for number, text in enumerate(texts)
        if text.strip()
    ]


def read(data: bytes, options: Options = DEFAULTS) -> Article:
    return guarded_reader(Format.PDF)(Source(data, "a.pdf", options))


def blocks(*pages: list[Text]) -> list[str]:
    return [block.text for block in read(pdf(*pages)).blocks]


def counts(article: Article) -> dict[object, object]:
    values = [dict(notice.values) for notice in article.notices]
    return {value.get("what", ""): value.get("count", "") for value in values}


FULL = "the council of the town has voted for gates at"
"""A line that fills its column."""

CASES: dict[str, tuple[list[Text], list[str]]] = {
    "lines of a paragraph": (lines(FULL, FULL, "last night."), [f"{FULL} {FULL} last night."]),
    "space between paragraphs": (lines(FULL, "one.", "", "Two " + FULL[:30], top=500), [f"{FULL} one.", "Two " + FULL[:30]]),
    "indented first lines": (
        lines(FULL, FULL, "  the fishermen of the town were not so happy,", FULL, "  and nor were all of its tradesmen nearby", FULL),
        [
            f"{FULL} {FULL}",
            f"the fishermen of the town were not so happy, {FULL}",
            f"and nor were all of its tradesmen nearby {FULL}",
        ],
    ),
    "room for a word after a full stop": (
        lines(FULL, FULL, "voted so.", FULL, FULL, FULL),
        [f"{FULL} {FULL} voted so.", f"{FULL} {FULL} {FULL}"],
    ),
    "no room after a full stop": (
        lines(FULL, FULL[:-3] + " on.", "Fishermen " + FULL[:30], FULL),
        [f"{FULL} {FULL[:-3]} on. Fishermen {FULL[:30]} {FULL}"],
    ),
    "two columns written one after the other": (
        lines(*["left side of the town"] * 5) + lines(*["right side of the bay"] * 5, left=200),
        [" ".join(["left side of the town"] * 5 + ["right side of the bay"] * 5)],
    ),
    "two columns written line by line": (
        [
            line
            for number in range(6)
            for line in lines("left side of the old town", top=500 - 12 * number)
            + lines("right side of the old bay", left=200, top=500 - 12 * number)
        ],
        [" ".join(["left side of the old town"] * 6 + ["right side of the old bay"] * 6)],
    ),
    "a title over two columns, written last": (
        lines(*["left side of the town"] * 5)
        + lines(*["right side of the bay"] * 5, left=200)
        + lines("A title over both of them", top=540, size=20),
        ["A title over both of them", " ".join(["left side of the town"] * 5 + ["right side of the bay"] * 5)],
    ),
    "bullets": (lines("• one thing", "• another thing", "• a third"), ["one thing", "another thing", "a third"]),
    "a dash that begins what is said": (lines("– You are late, he said."), ["– You are late, he said."]),
    "exponents": ([(50, 500, 10, "of 40 m"), (85, 504, 6, "2"), (95, 500, 10, "and more")], ["of 40 m2 and more"]),
    "a dash at a line's end": (lines(FULL, "in the years 1990–", "2000 it was so."), [f"{FULL} in the years 1990–2000 it was so."]),
}


@pytest.mark.parametrize(("page", "expected"), CASES.values(), ids=CASES)
def test_pages_are_read(page: list[Text], expected: list[str]) -> None:
    assert blocks(page) == expected


def test_roles_follow_from_sizes_and_marks() -> None:
    page = [
        *lines("The title of it", top=550, size=20),
        *lines(FULL, FULL, FULL, top=500),
        *lines("A heading", top=450, size=13),
        *lines(FULL, FULL, "• a thing to do", top=430),
        *lines("Figure 3. The gates at night.", top=350),
    ]
    roles = [block.role for block in read(pdf(page)).blocks]
    assert roles == [Role.TITLE, Role.BODY, Role.HEADING, Role.BODY, Role.LIST_ITEM, Role.CAPTION]


def test_headers_that_come_back_and_page_numbers_are_left_out_and_counted() -> None:
    def page(number: int, word: str) -> list[Text]:
        body = lines(f"{word} {FULL[:35]}", FULL, FULL)
        return [*lines("The Daily Bugle", top=580), *body, *lines(f"page {number} of 3", top=30)]

    article = read(pdf(page(1, "One"), page(2, "two"), page(3, "three")))
    assert [block.text.split()[0] for block in article.blocks] == ["One"]
    assert "Bugle" not in article.text
    assert "page" not in article.text
    assert counts(article)[Part.HEADER.value] == 6


def test_running_heads_with_the_number_of_the_page_are_headers_whatever_their_words() -> None:
    words = ("abacus", "barley", "cutter", "dredge", "eel", "ferry", "gull", "harbour", "inlet", "jetty", "kelp", "lantern")
    pages = [
        [*lines(f"{number} {word}" if number % 2 else f"{word} {number}", top=560), *lines(f"{word.title()} {FULL[:40]}", FULL, f"{word}.")]
        for number, word in enumerate(words, 7)
    ]
    article = read(pdf(*pages))
    assert [word for number, word in enumerate(words, 7) if f"{word} {number}" in article.text or f"{number} {word}" in article.text] == []
    assert counts(article)[Part.HEADER.value] == len(words)


def test_words_that_come_back_below_a_header_or_in_large_letters_are_no_header() -> None:
    pages = [
        [
            *([(50, 560, 20, "CHAPTER")] if number in (2, 5) else [(50, 580, 8, "The tides")]),
            *([(50, 550, 10, "Description")] if number in (3, 7) else []),
            *lines(f"{FULL} {number * 37}", f"and ends with {number * 91}."),
        ]
        for number in range(1, 10)
    ]
    text = read(pdf(*pages)).text
    assert (text.count("CHAPTER"), text.count("Description"), text.count("The tides")) == (2, 2, 0)


def test_headings_with_numbers_of_their_own_are_no_headers() -> None:
    pages = [lines(f"{number}.{number * 3}. Requirements", "", "", FULL, FULL) for number in (2, 4, 7)]
    assert read(pdf(*pages)).text.count("Requirements") == 3


def test_lines_of_a_table_of_contents_are_left_out_and_counted() -> None:
    page = [*lines("One " + "." * 30 + " 3", "Two . . . . . . . . . . ."), (330, 488, 10, "7"), *lines(FULL, FULL, top=440)]
    article = read(pdf(page))
    assert article.text == f"{FULL} {FULL}"
    assert counts(article) == {Part.CONTENTS.value: 2}


def test_a_sentence_goes_on_over_the_page() -> None:
    assert blocks(lines(FULL, FULL), lines("the mouth of the harbour and then", "it rested.")) == [
        f"{FULL} {FULL} the mouth of the harbour and then it rested."
    ]


def test_notes_are_left_out_with_their_marks() -> None:
    article = read(pdf([*lines(FULL, FULL, "says the mayor."), (125, 480, 6, "1"), *lines("1 Nobody was asked.", top=100, size=7)]))
    assert [block.text for block in article.blocks] == [f"{FULL} {FULL} says the mayor."]
    assert counts(article) == {Part.NOTE.value: 1, Part.MARK.value: 1}


def test_notes_are_kept_on_demand() -> None:
    article = read(pdf([*lines(FULL, FULL), *lines("1 Nobody was asked.", top=100, size=7)]), Options(kept=frozenset({Part.NOTE})))
    assert [(block.role, block.text) for block in article.blocks][1:] == [(Role.NOTE, "Nobody was asked.")]


def test_the_cells_of_a_plain_table_are_blocks_of_their_own() -> None:
    table = [
        line for row in range(4) for column in range(3) for line in lines(f"cell {row}{column}", left=50 + 100 * column, top=400 - 14 * row)
    ]
    page = [*lines(FULL, FULL, FULL), *table]
    article = read(pdf(page))
    assert [block.text for block in article.blocks if block.role is Role.CELL] == [
        f"cell {row}{column}" for row in range(4) for column in range(3)
    ]
    bare = read(pdf(page), Options(kept=frozenset()))
    assert "cell" not in bare.text
    assert counts(bare)[Part.CELL.value] == 12


WORDS = {
    "a divided word": ("har", "bour", ["harbour"], True, ""),
    "a compound that is written elsewhere": ("flood", "proof", ["flood-proof"], True, "-"),
    "a divided word that nobody else wrote": ("mys", "terious", [], True, ""),
    "two words in a document that divides none": ("moral", "sensitive", ["moral"], False, "-"),
    "syllables in a document that divides hardly any": ("In", "vestment", ["in"], False, ""),
    "names": ("Koopmans", "Rijnland", [], True, "-"),
    "numbers": ("twenty", "five", [], True, "-"),
    "digits": ("COVID", "19", [], True, "-"),
    "a word told later": ("long", "and", ["and"], True, "- "),
}


@pytest.mark.parametrize(("first", "second", "words", "divides", "joint"), WORDS.values(), ids=WORDS)
def test_the_hyphen_at_a_lines_end(first: str, second: str, words: list[str], divides: bool, joint: str) -> None:
    assert Habits(Counter(words), divides).whole(first, second) == joint


def test_divided_words_are_joined_and_counted() -> None:
    article = read(pdf(lines("the harbour of the town is closed and the har-", "bour will be so until May.")))
    assert article.text == "the harbour of the town is closed and the harbour will be so until May."
    assert counts(article) == {"word divided at a line's end": 1}


def test_what_is_outside_of_the_page_or_askew_is_left_out_and_counted() -> None:
    data = pdf([*lines(FULL, FULL), (900, 500, 10, "far away")])
    assert counts(read(data)) == {Part.HIDDEN.value: 1}
    askew = pdf(lines(FULL, FULL), before="BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET")
    assert counts(read(askew)) == {Part.SIDEWAYS.value: 1}
    assert "DRAFT" not in read(askew).text


def test_a_page_that_lies_on_its_side_is_read_upright() -> None:
    page = [(100 + 12 * number, 50.0, 10.0, text) for number, text in enumerate((FULL, "is what was said."))]
    assert read(pdf(page, matrix="0 1 -1 0", page="/Rotate 90")).text == f"{FULL} is what was said."


def test_text_without_ink_is_the_text_of_a_scan() -> None:
    assert read(pdf(lines(FULL), mode=3)).text == FULL


def test_pages_without_text_are_counted_and_a_scan_is_refused() -> None:
    notice = read(pdf(lines(FULL), [])).notices[0]
    assert (notice.code, dict(notice.values)) == ("pages-without-text", {"count": 1, "pages": 2})
    with pytest.raises(LoadError) as caught:
        read(pdf([], []))
    assert (caught.value.reason, dict(caught.value.values)) == (Reason.NO_TEXT_LAYER, {"pages": 2})


def test_letters_that_nobody_can_know_are_a_reason() -> None:
    def page(*texts: str) -> Page:
        return Page([Word(text, 10, 20, 100, Style(10)) for text in texts], 0, 0, 400, 600)

    pages, unknown = readable_pages([page("abcdefgh\ue001")], "a.pdf", Counter())
    assert (pages[0].words[0].text, unknown) == ("abcdefgh\ufffd", 1)
    with pytest.raises(LoadError) as caught:
        readable_pages([page("\ue001\ue002a")], "a.pdf", Counter())
    assert caught.value.reason is Reason.NO_LETTERS


def test_pages_that_cannot_be_read_are_counted() -> None:
    promised = pdf(lines(FULL, FULL), lines(FULL)).replace(b"/Count 2", b"/Count 7")
    assert counts(read(promised))["unreadable page"] == 5


def test_a_document_of_many_pages_is_read_to_its_end() -> None:
    article = read(pdf(*[lines(f"The {number}th page says this.", left=50 + number % 7) for number in range(BATCH + 2)]))
    assert f"The {BATCH + 1}th page says this." in article.text
    assert "unreadable page" not in counts(article)


ONE_LINE: dict[str, tuple[list[Text], list[str]]] = {
    "words side by side are one value": ([(50, 500, 10, "The council has met.")], ["The council has met."]),
    "a wide gap keeps all apart": ([(50, 500, 10, "The council"), (150, 500, 10, "met")], ["The", "council", "met"]),
    "a raised mark stays by itself": (
        [(50, 500, 10, "The council"), (105, 504, 6, "1"), (112, 500, 10, "met")],
        ["The council", "1", "met"],
    ),
    "what leaves the page stands apart": ([(340, 500, 10, "The council has met.")], ["The", "council", "has", "met."]),
    "single letters may be one word": ([(50, 500, 10, "H A R B O U R")], list("HARBOUR")),
    "a dash may mark an item": ([(50, 500, 10, "- The council")], ["-", "The", "council"]),
}


@pytest.mark.parametrize(("page", "expected"), ONE_LINE.values(), ids=ONE_LINE)
def test_words_that_nobody_needs_to_place_are_one_value(page: list[Text], expected: list[str]) -> None:
    (opened,) = open_pdf(pdf(page), "a.pdf").pages
    assert [word.text for word in opened.words] == expected


def test_the_first_of_several_words_is_placed() -> None:
    (opened,) = open_pdf(pdf([(50, 500, 10, "The council")]), "a.pdf").pages
    (word,) = opened.words
    assert (word.left, word.first, word.right) == pytest.approx((50, 65.2, 105), abs=0.1)


def test_damaged_documents_are_refused() -> None:
    with pytest.raises(LoadError) as caught:
        read(b"%PDF-1.7\n" + bytes(range(256)) * 20)
    assert caught.value.reason is Reason.DAMAGED


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_any_bytes_become_an_article_or_a_reason(data: st.DataObject) -> None:
    good = bytearray(pdf(lines(FULL, FULL)))
    for _ in range(data.draw(st.integers(1, 12))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert read(bytes(good)).blocks
    except LoadError as error:
        assert error.reason in (Reason.DAMAGED, Reason.EMPTY, Reason.LOCKED, Reason.NO_TEXT_LAYER, Reason.NO_LETTERS)  # noqa: PT017


PLACES = st.tuples(
    st.integers(0, 400), st.integers(0, 600), st.sampled_from([6.0, 10.0, 11.0, 30.0]), st.text("abM1•*-", min_size=1, max_size=9)
)


@settings(deadline=None)
@given(st.lists(PLACES, max_size=40), st.integers(0, 7))
def test_every_word_of_a_page_is_in_one_paragraph(places: list[Text], join: int) -> None:
    words = [Word(text, x, x + WIDTH * size * len(text), y, Style(size), join) for x, y, size, text in places]
    frames = ordered(
        [frame for _, part in chunks(pieces_of(Page(words, 0, 0, 400, 600), 0)) for frame in (frames_of(part) if part else [])]
    )
    steps = usual_steps(frames)
    found = [word.text for frame in frames for passage in paragraphs_of(frame, steps) for line in passage.lines for word in line.words]
    assert Counter(found) == Counter(text for *_, text in places)
