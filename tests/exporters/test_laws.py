"""What holds of every report of every pair of texts."""

from __future__ import annotations

import json
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.cli import arguments
from rewritediff.core.values import Side
from rewritediff.engine import compare
from rewritediff.exporters import FORMATS, PLANNED
from rewritediff.exporters.html_words import words
from rewritediff.exporters.marks import Marker
from rewritediff.exporters.text_report import Look, export

WORDS = st.sampled_from(
    ["the", "gates", "<b>", "&amp;", "$x", "“no”", "30", "日本語", "שלום", "e\u0301", "\u202e", "\x1b[1m", "🙂", "it's", "U.S."]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=6).map(lambda words: " ".join(words) + ".")
TEXTS = st.one_of(st.lists(SENTENCES, max_size=5).map(" ".join), st.text(max_size=60))
SIDES = st.one_of(TEXTS, st.lists(st.one_of(SENTENCES, st.text(max_size=20)), max_size=5))


@pytest.mark.parametrize("form", FORMATS)
@given(original=SIDES, rewrite=SIDES)
def test_a_report_never_raises_and_can_be_encoded(form: str, original: str, rewrite: str) -> None:
    report = FORMATS[form].export(compare(original, rewrite))
    assert report if isinstance(report, bytes) else report.encode("utf-8", "strict" if form != "text" else "replace")


@given(original=SIDES, rewrite=SIDES)
def test_json_reads_back_equal(original: str, rewrite: str) -> None:
    comparison = compare(original, rewrite)
    report = json.loads(str(FORMATS["json"].export(comparison)))
    for side in Side:
        assert [s["passage"] for s in report[side.value]["sentences"]] == list(comparison.passage_of[side])
        assert [tuple(p[side.value]) for p in report["passages"]] == [p.sentences(side) for p in comparison.passages]


class Reader(HTMLParser):
    """Read a page as a browser would and keep its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.feed(page)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words += data.split()


@given(original=SIDES, rewrite=SIDES)
def test_the_page_takes_no_text_for_markup(original: str, rewrite: str) -> None:
    comparison = compare(original, rewrite)
    read = "".join(Reader(str(FORMATS["html"].export(comparison))).words)
    for document in comparison.documents:
        for k in range(len(document.sentences)):
            assert "".join(unescape(words(document.quote(k))).split()) in read


@given(original=SIDES, rewrite=SIDES, width=st.integers(40, 160), colours=st.booleans())
def test_the_terminal_is_not_steered(original: str, rewrite: str, width: int, colours: bool) -> None:
    report = export(compare(original, rewrite), Look(width, colours))
    assert "\u202e" not in report
    assert colours or "\x1b" not in report


@given(original=SIDES, rewrite=SIDES)
def test_the_marked_pieces_of_a_sentence_are_the_sentence(original: str, rewrite: str) -> None:
    comparison = compare(original, rewrite)
    marker = Marker(comparison)
    for side in Side:
        document = comparison.documents[side]
        for k in range(len(document.sentences)):
            assert "".join(piece.text for piece in marker.pieces(side, k)) == document.quote(k)


def test_the_command_line_knows_the_formats_that_there_are() -> None:
    assert {name: form.extension for name, form in FORMATS.items()} == arguments.FORMATS
    assert tuple(arguments.PLANNED) == PLANNED
