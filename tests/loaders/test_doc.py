"""Old Word documents are read as their reader sees them; the documents are built by the tests."""

from __future__ import annotations

import struct
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.values import Article, Notice
from rewritediff.loaders.doc import read_doc
from rewritediff.loaders.options import DEFAULTS, KEPT, Options, Tracked
from rewritediff.loaders.parts import Part
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source
from tests.loaders.old_word import DELETED, HIDDEN, IN_TABLE, INSERTED, LISTED, OUTLINE_2, Word, build, container, symbol

Expected = list[tuple[str, str]]
NOTES = replace(DEFAULTS, kept=KEPT | {Part.NOTE})


def read(word: Word | str, options: Options = NOTES) -> Article:
    made = Word([(word, b"")]) if isinstance(word, str) else word
    return read_doc(Source(build(made), "a.doc", options))


def blocks(article: Article) -> Expected:
    return [(block.role.value, block.text) for block in article.blocks]


def counts(article: Article, code: str) -> dict[object, object]:
    values = [dict(notice.values) for notice in article.notices if notice.code == code]
    return {value["what"]: value["count"] for value in values}


def body(*texts: str) -> Expected:
    return [("body", text) for text in texts]


STYLES = [(0, "Normal"), (1, "Überschrift 1"), (2, "x"), (62, "y"), (19, "Verzeichnis 1"), (48, "z"), (34, "c"), (0xFFE, "Heading 3")]

CASES: dict[str, tuple[Word | str, Expected]] = {
    "paragraphs": ("a.\rb.\r", body("a.", "b.")),
    "no last mark": ("a.\rb.", body("a.", "b.")),
    "bytes": (Word([("a “b” €5\rc.\r", b"")], narrow=True), body("a “b” €5", "c.")),
    "characters of two units": ("a😀b\rc\r", body("a😀b", "c")),
    "breaks, hyphens and hard spaces": ("a\x0bb\x1ec\x1fd\xa0e.\x0cf.\r", body("a b-cd\xa0e.", "f.")),
    "fields": ('a \x13 HYPERLINK "x" \x14b\x15 c \x13 PAGE \x15d.\r', body("a b c d.")),
    "fields in fields": ("a\x13 IF \x13 DATE \x14no\x15 \x14b\x13 X \x14c\x15\x15d.\r", body("abcd.")),
    "marks of fields without partners": ("x\x15y\ra\x13b\rc\x14d\r", body("xy", "ab", "cd")),
    "a field over paragraphs": ("a\x13 X\rY \x14b\rc\x15d\r", body("ab", "cd")),
    "hidden": (Word([("a", b""), ("no", HIDDEN), ("b\r", b"")]), body("ab")),
    "a hidden paragraph mark": (Word([("a.", b""), ("\r", HIDDEN), ("b.\r", b"")]), body("a.", "b.")),
    "tracked changes": (Word([("a", b""), ("no", DELETED), ("b", INSERTED), ("c\r", b"")]), body("abc")),
    "a deleted paragraph mark joins": (Word([("a", b""), ("no\rno", DELETED), ("b\rc\r", b"")]), body("ab", "c")),
    "a letter of a symbol font": (Word([("a", b""), ("(", symbol("→")), ("b\r", b"")]), body("a→b")),
    "headings": (
        Word([("T\rA\rB\rD\rc.\r", b"")], [(3, b""), (1, b""), (2, b""), (7, b""), (0, b"")], STYLES),
        [("title", "T"), ("heading", "A"), ("heading", "B"), ("heading", "D"), ("body", "c.")],
    ),
    "a heading of the first level is the title": (Word([("A\rb.\r", b"")], [(1, b""), (0, b"")], STYLES), [("title", "A"), ("body", "b.")]),
    "outline levels": (
        Word([("a.\rB\rc.\r", b"")], [(0, b""), (0, OUTLINE_2), (0, b"")], STYLES),
        [("body", "a."), ("heading", "B"), ("body", "c.")],
    ),
    "lists": (
        Word([("a\rb\rc.\r", b"")], [(0, LISTED), (5, b""), (0, b"")], STYLES),
        [("list-item", "a"), ("list-item", "b"), ("body", "c.")],
    ),
    "captions": (Word([("a.\rB.\r", b"")], [(0, b""), (6, b"")], STYLES), [("body", "a."), ("caption", "B.")]),
    "contents": (Word([("A 1\rb.\r", b"")], [(4, b""), (0, b"")], STYLES), body("b.")),
    "tables": (
        Word([("a.\rb\rc\x07d\x07\x07e.\r", b"")], [(0, b""), *[(0, IN_TABLE)] * 4, (0, b"")], STYLES),
        [("body", "a."), ("cell", "b"), ("cell", "c"), ("cell", "d"), ("body", "e.")],
    ),
    "pictures and comments leave nothing": ("a\x01b\x08c\x05d\r", body("abcd")),
}


@pytest.mark.parametrize(("word", "expected"), CASES.values(), ids=CASES)
def test_word_documents_are_read(word: Word | str, expected: Expected) -> None:
    assert blocks(read(word)) == expected


def with_note(mark: str, text: str, numbered: int) -> Word:
    main, note = f"a{mark} b.\rc.\r", f"{text}\r"
    tables = {
        2: struct.pack("<IIH", 1, len(main), numbered),
        3: struct.pack("<III", 0, len(note), len(note) + 1),
    }
    return Word([(main + note, b"")], lengths=[len(main), len(note)], tables=tables)


NOTE_CASES = {"numbered": with_note("\x02", "\x02 n", 1), "marked by hand": with_note("*", "* n", 0)}


@pytest.mark.parametrize("word", NOTE_CASES.values(), ids=NOTE_CASES)
def test_a_note_stands_behind_its_paragraph(word: Word) -> None:
    assert blocks(read(word)) == [("body", "a b."), ("note", "n"), ("body", "c.")]
    assert blocks(read(word, DEFAULTS)) == body("a b.", "c.")
    assert counts(read(word, DEFAULTS), "left-out") == {"note": 1}


def test_headers_comments_and_boxes_are_no_sentences() -> None:
    parts = ["a\x05.\r", "", "header\r1\r", "", "no\r", "", "box\rmore\r"]
    word = Word([("".join(parts), b"")], lengths=[len(part) for part in parts])
    assert blocks(read(word)) == body("a.", "box", "more")
    assert counts(read(word), "left-out") == {"comment": 1, "header or footer line": 2}
    assert counts(read(word), "kept") == {"text box": 1}


def test_what_is_left_out_is_counted() -> None:
    word = Word([("a\x01\x13 EMBED Equation.3 \x14\x01\x15", b""), ("x", HIDDEN), ("y", HIDDEN + INSERTED), ("b\r", b"")])
    assert counts(read(word), "left-out") == {"picture": 2, "formula": 1, "hidden passage": 1}


def test_the_text_before_tracked_changes_can_be_read() -> None:
    word = Word([("a", b""), ("b", DELETED), ("c", INSERTED), ("d\r", b"")])
    before = read(word, replace(DEFAULTS, tracked=Tracked.BEFORE))
    assert blocks(before) == body("abd")
    assert Notice("tracked-changes", (("insertions", 1), ("deletions", 1), ("shown", "before"))) in before.notices


def piece_table(*pieces: tuple[int, int, int]) -> bytes:
    inside = struct.pack(f"<{len(pieces) + 1}I", *(start for start, _, _ in pieces), pieces[-1][1])
    inside += b"".join(struct.pack("<HIH", 0, place, 0) for _, _, place in pieces)
    return b"\x02" + struct.pack("<I", len(inside)) + inside


def test_pieces_are_put_together_in_the_order_of_the_text() -> None:
    word = Word([("b.\ra ", b"")], tables={33: piece_table((0, 2, 0x800 + 6), (2, 5, 0x800))})
    assert blocks(read(word)) == body("a b.")


REFUSED = {
    "no container": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), Reason.DAMAGED),
    "another container": (container({"Other": b"x"}), Reason.DAMAGED),
    "locked": (build(Word([("a", b"")], flags=0x0300)), Reason.LOCKED),
    "no pieces": (build(Word([("a", b"")], tables={33: b""})), Reason.DAMAGED),
    "pieces that tell the same again and again": (
        build(Word([("a" * 2000, b"")], tables={33: piece_table(*((n * 1000, n * 1000 + 1000, 0x800) for n in range(60)))})),
        Reason.OVERBLOWN,
    ),
    "no words": (build(Word([("\x01\r", b"")])), Reason.EMPTY),
    "a version before Windows": (build(Word([("a", b"")], version=50)), Reason.DAMAGED),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(LoadError) as caught:
        read_doc(Source(data, "a.doc"))
    assert caught.value.reason is reason


def word_6(text: bytes, flags: int = 0, language: int = 0x409) -> bytes:
    document = bytearray(0x300) + text
    struct.pack_into("<6H", document, 0, 0xA5DC, 104, 0, language, 0, flags)
    struct.pack_into("<II", document, 0x18, 0x300, 0x300 + len(text))
    struct.pack_into("<I", document, 0x34, len(text))
    return container({"WordDocument": bytes(document)})


def test_word_6_is_read_where_its_text_is_in_one_piece() -> None:
    assert blocks(read_doc(Source(word_6("a “b”.\rc’s.\r".encode("cp1252")), "a.doc"))) == body("a “b”.", "c’s.")
    assert blocks(read_doc(Source(word_6("Пример.\r".encode("cp1251"), language=0x419), "a.doc"))) == body("Пример.")
    with pytest.raises(LoadError) as caught:
        read_doc(Source(word_6(b"a", flags=4), "a.doc"))
    assert caught.value.reason is Reason.TYPE_NOT_SUPPORTED


SOUND = build(Word([("a\x13 X \x14b\x15c\r", b""), ("no", DELETED), ("d\x07\r", b"")], [(1, IN_TABLE)], STYLES))


@given(st.lists(st.tuples(st.integers(0, len(SOUND) - 1), st.integers(0, 255)), max_size=12), st.integers(0, len(SOUND)))
def test_a_damaged_document_becomes_an_article_or_a_reason(changes: list[tuple[int, int]], end: int) -> None:
    data = bytearray(SOUND)
    for at, byte in changes:
        data[at] = byte
    for damaged in (bytes(data), bytes(data[:end])):
        try:
            assert read_doc(Source(damaged, "a.doc")).text.encode()
        except LoadError as error:
            if error.reason not in (Reason.DAMAGED, Reason.EMPTY, Reason.LOCKED, Reason.OVERBLOWN, Reason.TYPE_NOT_SUPPORTED):
                raise
