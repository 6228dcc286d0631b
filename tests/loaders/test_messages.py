"""Every message names the file, gives a reason and says what to do, in one line."""

from __future__ import annotations

import pickle

import pytest

from rewritediff.loaders import LoadError, Reason, load_bytes
from rewritediff.loaders.fetching.messages import FETCHING
from rewritediff.loaders.fetching.obstacles import Obstacle
from rewritediff.loaders.formats import KINDS, Format
from rewritediff.loaders.messages import WORDS, message_of

PRESENTATION = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "PowerPoint Document".encode("utf-16-le")

VALUES: dict[Reason, tuple[tuple[str, str | int], ...]] = {
    Reason.TOO_LARGE: (("limit", 64),),
    Reason.FAILED: (("detail", "Input/output error"),),
    Reason.TOO_SLOW: (("seconds", 30),),
    Reason.LINK: (("address", "https://example.org/"),),
    Reason.BAD_LINK: (("address", "file:///etc/passwd"),),
    Reason.ENCODING: (("encoding", "utf-7"),),
    Reason.NO_WORKER: (("detail", "no memory"),),
    Reason.NO_TEXT_LAYER: (("pages", 12),),
    Reason.BINARY: (("kind", "picture"),),
    Reason.TYPE_NOT_SUPPORTED: (("kind", "slides"),),
}


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("name", ["essay.txt", ""])
def test_every_reason_has_a_message(reason: Reason, name: str) -> None:
    message = str(LoadError(name, reason, VALUES.get(reason, ())))
    assert message.startswith(f"Cannot open “{name}”: " if name else "Cannot use the pasted text: ")
    assert message.count(". ") >= 1
    assert message.endswith(".")
    assert not set("\n{}") & set(message)


@pytest.mark.parametrize("obstacle", Obstacle)
def test_every_obstacle_has_a_message(obstacle: Obstacle) -> None:
    values = (("why", obstacle.value), ("status", 418), ("type", "image/png"), ("limit", 10), ("seconds", 30))
    message = str(LoadError("https://example.org/", Reason.NOT_FETCHED, values))
    assert message.startswith("Cannot open “https://example.org/”: ")
    assert message.endswith(".")
    assert not set("\n{}") & set(message)


def test_no_reason_is_without_words() -> None:
    assert set(FETCHING) == set(Obstacle)
    assert set(WORDS) == set(Reason)
    assert set(KINDS) == set(Format)


@pytest.mark.parametrize("form", Format)
def test_every_format_can_be_named_in_a_message(form: Format) -> None:
    assert KINDS[form].words in message_of(LoadError("a", Reason.TYPE_NOT_SUPPORTED, (("kind", form.value),)))


def test_a_type_that_cannot_be_read_says_what_it_is() -> None:
    with pytest.raises(LoadError) as caught:
        load_bytes(PRESENTATION, "talk.pptx")
    assert str(caught.value) == (
        "Cannot open “talk.pptx”: it is a slide presentation, which cannot be opened here. "
        "Save it as plain text (.txt) in the program that made it, or copy its text and paste it."
    )


def test_an_error_survives_the_way_between_processes() -> None:
    error = LoadError("a.docx", Reason.TYPE_NOT_SUPPORTED, VALUES[Reason.TYPE_NOT_SUPPORTED])
    again = pickle.loads(pickle.dumps(error))
    assert (again.name, again.reason, again.values, str(again)) == (error.name, error.reason, error.values, str(error))
