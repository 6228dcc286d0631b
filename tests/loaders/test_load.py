"""The public functions: a file, bytes, a pasted text."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.values import Article, Notice
from rewritediff.loaders import LoadError, Reason, load, load_bytes, paste, readable_suffixes, reading

ENCODING = Notice("encoding", (("encoding", "utf-8"),))


def test_a_file_is_loaded_with_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.\n\nTwo.\n", newline="")
    article = load(str(tmp_path / "a.txt"))
    assert (article.text, article.origin, article.notices) == ("One.\n\nTwo.", "a.txt", (ENCODING,))


def test_a_pasted_text_has_no_name_and_no_encoding() -> None:
    article = paste("One.\r\n\r\nTwo.")
    assert (article.text, article.origin, article.notices) == ("One.\n\nTwo.", "", ())


def test_a_pasted_text_is_cut_like_a_file() -> None:
    text = "A title\n\nOne.\nTwo.\n\n- three\n"
    assert paste(text).blocks == load_bytes(text.encode(), "a.txt").blocks


@pytest.mark.parametrize("text", ["", " \n", "…"])
def test_pasting_nothing_is_refused(text: str) -> None:
    with pytest.raises(LoadError, match=r"^Cannot use the pasted text: it holds no words"):
        paste(text)


def test_what_is_pasted_has_a_limit_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 3)
    with pytest.raises(LoadError, match="Paste only the part"):
        paste("One.")


NAMES = {
    "a.docx": ".docx",
    "a.PNG": ".png",
    "a.html": ".html",
    "a.txt": None,
    "a.md": None,
    "README": None,
    "a.log": None,
    "-": None,
}


@pytest.mark.parametrize(("name", "suffix"), NAMES.items())
def test_a_text_with_a_name_that_promises_something_else_says_so(name: str, suffix: str | None) -> None:
    notices = load_bytes(b"One.", name).notices
    assert notices[1:] == ((Notice("read-as-text", (("suffix", suffix),)),) if suffix else ())


def test_bad_bytes_are_said() -> None:
    notices = load_bytes("Café. ".encode() * 5 + b"Caf\xe9.", "a.txt").notices
    assert notices == (ENCODING, Notice("replaced-bytes", (("count", 1),)))


@pytest.mark.parametrize(
    ("data", "reason"), [(b"\x89PNG\r\n\x1a\n\0\0", Reason.BINARY), (b"%PDF-1.7\n", Reason.DAMAGED)], ids=["picture", "PDF"]
)
def test_what_is_no_text_is_refused_whatever_its_name(data: bytes, reason: Reason) -> None:
    with pytest.raises(LoadError) as caught:
        load_bytes(data, "a.txt")
    assert caught.value.reason is reason


def test_file_choosers_learn_the_endings() -> None:
    assert readable_suffixes()[:3] == (".txt", ".text", ".md")


def has_words_and_can_be_written(article: Article) -> bool:
    article.text.encode("utf-8")
    return bool(article.text.strip()) and all(block.text.strip() for block in article.blocks)


@given(st.binary() | st.text().map(str.encode), st.sampled_from(["a.txt", "a.md", "a.docx", "a.html", ""]))
def test_any_bytes_become_an_article_or_a_refusal(data: bytes, name: str) -> None:
    with suppress(LoadError):
        assert has_words_and_can_be_written(load_bytes(data, name))


@given(st.text(st.characters()))
def test_any_pasted_text_becomes_an_article_or_a_refusal(text: str) -> None:
    with suppress(LoadError):
        article = paste(text)
        assert has_words_and_can_be_written(article)
        assert paste(article.text).text == article.text


WORDS = st.text("abc äöü ,.\n", min_size=1).map(lambda text: f"Grüße, {text} – schöne Straße.")


@given(WORDS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]))
def test_an_article_is_the_same_in_every_encoding(text: str, encoding: str) -> None:
    assert load_bytes(text.encode(encoding), "a.txt").blocks == paste(text).blocks
