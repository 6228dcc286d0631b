"""Every message names the file, gives a reason and says what to do, in one line."""

from __future__ import annotations

import pickle

import pytest

from rewritediff.loaders import READERS, LoadError, Reason, load_bytes
from rewritediff.loaders.formats import KINDS, Format
from rewritediff.loaders.messages import WORDS, message_of

VALUES: dict[Reason, tuple[tuple[str, str | int], ...]] = {
    Reason.TOO_LARGE: (("limit", 64),),
    Reason.FAILED: (("detail", "Input/output error"),),
    Reason.BINARY: (("kind", "picture"),),
    Reason.TYPE_NOT_SUPPORTED: (("kind", "docx"), ("readable", "text markdown")),
}


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("name", ["essay.txt", ""])
def test_every_reason_has_a_message(reason: Reason, name: str) -> None:
    message = str(LoadError(name, reason, VALUES.get(reason, ())))
    assert message.startswith(f"Cannot open “{name}”: " if name else "Cannot use the pasted text: ")
    assert message.count(". ") >= 1
    assert message.endswith(".")
    assert not set("\n{}") & set(message)


def test_no_reason_is_without_words() -> None:
    assert set(WORDS) == set(Reason)
    assert set(KINDS) == set(Format)


@pytest.mark.parametrize("form", Format)
def test_every_format_can_be_named_in_a_message(form: Format) -> None:
    values = (("kind", form.value), ("readable", "text"))
    assert KINDS[form].words in message_of(LoadError("a", Reason.TYPE_NOT_SUPPORTED, values))


def test_a_type_that_cannot_be_read_says_which_can() -> None:
    with pytest.raises(LoadError) as caught:
        load_bytes(b"{\\rtf1 Hello}", "letter.rtf")
    assert str(caught.value) == (
        "Cannot open “letter.rtf”: it is a rich text (RTF) document, and only plain text (.txt) and Markdown (.md) can be opened. "
        "Save it as plain text (.txt) in the program that made it, or copy its text and paste it."
    )


def test_what_can_be_read_follows_the_table_of_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, Format.ODT, READERS[Format.TEXT])
    with pytest.raises(LoadError, match=r"plain text \(\.txt\), Markdown \(\.md\) and an OpenDocument text \(\.odt\)"):
        load_bytes(b"{\\rtf1 Hello}", "letter.rtf")


def test_an_error_survives_the_way_between_processes() -> None:
    error = LoadError("a.docx", Reason.TYPE_NOT_SUPPORTED, VALUES[Reason.TYPE_NOT_SUPPORTED])
    again = pickle.loads(pickle.dumps(error))
    assert (again.name, again.reason, again.values, str(again)) == (error.name, error.reason, error.values, str(error))
