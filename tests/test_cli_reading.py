"""How documents are read, as the command line says it; and that nothing is fetched unless it says so."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from rewritediff.cli import Windows, main
from rewritediff.cli.arguments import CompareRequest, parsed
from rewritediff.cli.reading import AS_FOUND
from rewritediff.core.values import Sides
from rewritediff.loaders import DEFAULTS, Options, Part, Tracked
from rewritediff.loaders.fetching import pages
from tests.loaders.fetching.servers import Server, reach_of, serving


def run(*arguments: str) -> int:
    return main(arguments, Windows(run=None, render=None))  # type: ignore[arg-type] # no window is asked for


def request(*arguments: str) -> CompareRequest:
    found = parsed(("compare", *arguments))
    assert isinstance(found, CompareRequest)
    return found


OPTIONS = {
    "nothing": ((), DEFAULTS, DEFAULTS),
    "one encoding": (("--encoding", "Latin-1"), replace(DEFAULTS, encoding="iso8859-1"), replace(DEFAULTS, encoding="iso8859-1")),
    "two encodings": (("--encoding=cp1252, utf8",), replace(DEFAULTS, encoding="cp1252"), replace(DEFAULTS, encoding="utf-8")),
    "only the second": (("--encoding", ",cp1251"), DEFAULTS, replace(DEFAULTS, encoding="cp1251")),
    "notes": (("--notes",), *[replace(DEFAULTS, kept=DEFAULTS.kept | {Part.NOTE})] * 2),
    "no tables": (("--no-tables",), *[replace(DEFAULTS, kept=frozenset({Part.BOX}))] * 2),
    "notes and no tables": (("--notes", "--no-tables"), *[replace(DEFAULTS, kept=frozenset({Part.BOX, Part.NOTE}))] * 2),
    "whole page": (("--whole-page",), *[replace(DEFAULTS, whole_page=True)] * 2),
    "before changes": (("--before-changes",), *[replace(DEFAULTS, tracked=Tracked.BEFORE)] * 2),
}


@pytest.mark.parametrize(("said", "original", "rewrite"), OPTIONS.values(), ids=OPTIONS.keys())
def test_what_is_said_is_how_it_is_read(said: tuple[str, ...], original: Options, rewrite: Options) -> None:
    assert request("a", "b", *said).reading.options == Sides(original, rewrite)


def test_nothing_is_said_of_reading_by_default() -> None:
    assert request("a", "b").reading == AS_FOUND
    assert request("a", "b", "--fetch").reading.fetch


MISTAKES = {
    "no such encoding": (("a", "b", "--encoding", "klingon"), "there is no encoding “klingon”"),
    "three encodings": (("a", "b", "--encoding", "utf-8,utf-8,utf-8"), "name one encoding for both texts"),
    "two files for their changes": (("a", "b", "--tracked-changes"), "compares the versions in one file"),
    "one file": (("a",), "REWRITE is missing: name two files, or --tracked-changes"),
    "contradiction": (("a", "--tracked-changes", "--before-changes"), "leave --before-changes out"),
}


@pytest.mark.parametrize(("arguments", "said"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_said(capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str) -> None:
    assert run("compare", *arguments) == 2
    assert said in capsys.readouterr().err


def test_the_encoding_of_each_text_is_heeded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_bytes("Мост открыли.".encode("cp866"))
    (tmp_path / "b.txt").write_bytes("Мост открыли.".encode("koi8-r"))
    assert run("compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--encoding", "cp866,koi8-r", "--fail-on", "changed") == 0
    assert "read as cp866" in capsys.readouterr().out


# --- Tracked changes -------------------------------------------------------------------------------------------------

RICH_TEXT = rb"{\rtf1\ansi It cost {\deleted 30}{\revised 36} million.\par}"


@pytest.mark.parametrize("name", ["essay.rtf", "-"])
def test_one_document_is_compared_with_what_it_was(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "essay.rtf").write_bytes(RICH_TEXT)
    monkeypatch.setattr("rewritediff.cli.opening.read_input", lambda _limit: RICH_TEXT)
    path = name if name == "-" else str(tmp_path / name)
    assert run("compare", path, "--tracked-changes", "--format", "json", "--fail-on", "changed") == 1
    found = capsys.readouterr()
    comparison = json.loads(found.out)
    assert (comparison["original"]["text"], comparison["rewrite"]["text"]) == ("It cost 30 million.", "It cost 36 million.")
    assert "original: tracked changes (1 insertion and 1 deletion): the text before them is read" in found.err
    assert "both sides are the same file" not in found.err


def test_a_document_without_changes_is_said_to_have_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "essay.txt").write_text("It cost 30 million.", encoding="utf-8")
    assert run("compare", str(tmp_path / "essay.txt"), "--tracked-changes") == 2
    assert "“essay.txt” has no tracked changes; name two files" in capsys.readouterr().err


# --- Fetching --------------------------------------------------------------------------------------------------------

PAGE = b"The gates were closed."


@pytest.fixture
def text(tmp_path: Path) -> str:
    (tmp_path / "b.txt").write_bytes(PAGE)
    return str(tmp_path / "b.txt")


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Serve a page on this computer, and let this test alone fetch it."""
    with serving() as running:
        running.page("/a", PAGE, {"Content-Type": "text/plain"})
        reach = reach_of(running)
        monkeypatch.setattr(pages, "fetch_page", partial(pages.fetch_page, reach=reach))
        yield running


@pytest.fixture
def shortcut(tmp_path: Path) -> str:
    (tmp_path / "page.url").write_text("[InternetShortcut]\nURL=https://news.example/a\n", encoding="utf-8")
    return str(tmp_path / "page.url")


def test_an_address_is_fetched_where_it_is_permitted(server: Server, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", server.address("/a"), text, "--fetch", "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["original"]["name"] == server.address("/a")


def test_nothing_is_fetched_unasked(text: str, shortcut: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: pytest.fail("something was fetched"))
    for named in ("https://news.example/a", " HTTP://news.example/a", shortcut):
        assert run("compare", named, text) == 2
        said = capsys.readouterr().err
        assert "nothing is fetched unasked" in said
        assert "--fetch" in said


@pytest.mark.parametrize("address", ["ftp://news.example/a", "file:///etc/hostname"])
def test_an_address_of_another_kind_is_called_one(address: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", address, text, "--fetch") == 2
    assert f"“{address}” is an address of a kind that is never fetched" in capsys.readouterr().err


def test_a_shortcut_is_followed_where_it_is_permitted(text: str, shortcut: str, monkeypatch: pytest.MonkeyPatch) -> None:
    page = pages.Page(PAGE, None, "news.example", ending=".txt")
    monkeypatch.setattr(pages, "fetch_page", {"https://news.example/a": page}.__getitem__)
    assert run("compare", text, shortcut, "--fetch", "--fail-on", "changed") == 0


def test_a_shortcut_into_the_house_is_refused_whatever_is_permitted(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "page.url").write_text("[InternetShortcut]\nURL=http://127.0.0.1/\n", encoding="utf-8")
    assert run("compare", text, str(tmp_path / "page.url"), "--fetch") == 2
    assert "no public web page" in capsys.readouterr().err


def test_what_cannot_be_fetched_is_said(text: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", "http://localhost/", text, "--fetch") == 2
    assert "leads to this computer or into a private network" in capsys.readouterr().err
