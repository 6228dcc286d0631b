"""Shortcuts name one public page, or are refused; nothing is ever fetched."""

from __future__ import annotations

import plistlib
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.loaders import LoadError, Reason, load_bytes
from rewritediff.loaders.detection import detect
from rewritediff.loaders.formats import Format
from rewritediff.loaders.readers import guarded_reader
from rewritediff.loaders.source import Source

PAGE = "https://example.org/news/1"
APPLE = '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">'


def ini(*lines: str) -> bytes:
    return "\r\n".join(("[InternetShortcut]", *lines, "")).encode()


def plist(address: str, doctype: str = APPLE) -> str:
    return f'<?xml version="1.0"?>{doctype}<plist version="1.0"><dict><key>URL</key><string>{address}</string></dict></plist>'


def binary(value: object) -> bytes:
    return plistlib.dumps(value, fmt=plistlib.FMT_BINARY)


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        pytest.fail("a shortcut was followed")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


def refusal(data: bytes, name: str = "a.url") -> LoadError:
    with pytest.raises(LoadError) as caught:
        guarded_reader(Format.SHORTCUT)(Source(data, name))
    return caught.value


LINKS = {
    "one line": ini(f"URL={PAGE}"),
    "twice the same": ini(f"URL={PAGE}", f"URL={PAGE}"),
    "spaces and small letters": ini(f"  url = {PAGE}  "),
    "other keys": ini("IDList=", "HotKey=0", f"URL={PAGE}", "IconFile=https://example.org/favicon.ico", "BASEURL=file:///a"),
    "another section first": b"[DEFAULT]\nBASEURL=https://other.example/\n" + ini(f"URL={PAGE}"),
    "its echo in UTF-7": ini(f"URL={PAGE}", "[InternetShortcut.W]", "URL=https://example.org/+AOQ-"),
    "UTF-8 with a mark": b"\xef\xbb\xbf" + ini(f"URL={PAGE}"),
    "UTF-16": ini(f"URL={PAGE}").decode().encode("utf-16"),
    "lone carriage returns": ini(f"URL={PAGE}").replace(b"\r\n", b"\r"),
    "Apple's list": plist(PAGE).encode(),
    "a list in UTF-16": plist(PAGE).replace('"1.0"?', '"1.0" encoding="UTF-16"?').encode("utf-16"),
    "a list without a type": plist(PAGE, "").encode(),
    "a list with other keys": plist(PAGE).replace("<dict>", "<dict><key>Title</key><string>URL</string>").encode(),
    "a list in lines": plist(f"\n  {PAGE}\n").replace("<string>", "\n<string>").encode(),
    "a binary list": binary({"URL": PAGE}),
}


@pytest.mark.parametrize("data", LINKS.values(), ids=LINKS.keys())
def test_a_public_page_is_named(data: bytes) -> None:
    error = refusal(data)
    assert (error.reason, dict(error.values)) == (Reason.LINK, {"address": PAGE, "link": PAGE})


@pytest.mark.parametrize("data", LINKS.values(), ids=LINKS.keys())
@pytest.mark.parametrize("ending", ["url", "webloc"])
def test_shortcuts_are_recognised(data: bytes, ending: str) -> None:
    assert detect(data, f"a.{ending}") is Format.SHORTCUT


BAD = (
    "file:///etc/passwd",
    "javascript:alert(1)",
    r"\\server\share\page.html",
    "smb://server/share",
    "ftp://example.org/a",
    "data:text/html,<p>a",
    "http://127.0.0.1/",
    "http://0x7f000001/",
    "http://2130706433/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::1]/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data",
    "http://localhost/",
    "http://printer.local/",
    "http://intranet/",
    "https://user:password@example.org/",
    "https://example.org:22/",
    "C:\\page.html",
    "page.html",
)


@pytest.mark.parametrize("address", BAD)
def test_anything_else_is_refused(address: str) -> None:
    for data in (ini(f"URL={address}"), binary({"URL": address})):
        error = refusal(data)
        assert (error.reason, dict(error.values)) == (Reason.BAD_LINK, {"address": address.replace("user:password", "…")})


def test_two_addresses_are_refused_and_both_are_shown() -> None:
    for data in (
        ini(f"URL={PAGE}", "URL=https://other.example/"),
        plist(f"{PAGE}</string><key>URL</key><string>https://other.example/").encode(),
    ):
        error = refusal(data)
        assert (error.reason, dict(error.values)["address"]) == (Reason.BAD_LINK, f"{PAGE} / https://other.example/")


LAUGHS = '<!DOCTYPE plist [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
BROKEN = {
    "nothing": (b"", Reason.DAMAGED),
    "no address": (ini("IconIndex=1"), Reason.DAMAGED),
    "an empty one": (ini("URL="), Reason.DAMAGED),
    "in another section": (b"[Other]\nURL=https://example.org/\n", Reason.DAMAGED),
    "a list without an address": (plist("").replace("URL", "Title").encode(), Reason.DAMAGED),
    "a list cut short": (plist(PAGE).encode()[:-20], Reason.DAMAGED),
    "the address in an inner dictionary": (binary({"a": {"URL": PAGE}}), Reason.DAMAGED),
    "a number for an address": (binary({"URL": 7}), Reason.DAMAGED),
    "a binary list of nothing": (b"bplist00", Reason.DAMAGED),
    "entities": (plist("&b;", LAUGHS).encode(), Reason.DECLARATIONS),
    "entities in UTF-16": (plist("&b;", LAUGHS).replace('"1.0"?', '"1.0" encoding="UTF-16"?').encode("utf-16"), Reason.DECLARATIONS),
    "Apple's type with entities": (plist("a", APPLE[:-1] + ' [<!ENTITY % a "b">]>').encode(), Reason.DECLARATIONS),
    "another type": (plist(PAGE, "<!DOCTYPE html>").encode(), Reason.DECLARATIONS),
    "too large": (ini(f"URL={PAGE}") + b";" * 1_000_000, Reason.DAMAGED),
}


@pytest.mark.parametrize(("data", "reason"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_no_shortcut_is_refused(data: bytes, reason: Reason) -> None:
    assert refusal(data).reason is reason


def test_a_binary_list_that_nests_without_end_is_damaged() -> None:
    """Each list holds the next: Python's reader goes down 1,000 levels and gives up."""
    count = 5000
    lists = b"".join(b"\xa1" + (number + 1).to_bytes(2) for number in range(count)) + b"\x09"
    offsets = b"".join((8 + 3 * number).to_bytes(2) for number in range(count + 1))
    trailer = bytes(6) + b"\x02\x02" + (count + 1).to_bytes(8) + bytes(8) + (8 + len(lists)).to_bytes(8)
    data = b"bplist00" + lists + offsets + trailer
    with pytest.raises(RecursionError):
        plistlib.loads(data)
    assert refusal(data).reason is Reason.DAMAGED


def test_what_is_shown_is_one_line_that_steers_nothing() -> None:
    shown = str(dict(refusal(binary({"URL": "file:///a\n\x1b[31m\u202egpj.exe" + "x" * 5000})).values)["address"])
    assert shown.startswith("file:///a\\n\\x1b[31m\\u202egpj")
    assert len(shown) <= 120


def test_a_name_that_looks_like_another_is_shown_encoded() -> None:
    error = refusal("[InternetShortcut]\nURL=https://аpple.com/\n".encode())
    assert dict(error.values)["address"] == "https://xn--pple-43d.com/"


@given(st.binary(max_size=200), st.sampled_from([b"", b"[InternetShortcut]\nURL=", b"bplist00", b"<plist><dict><key>URL</key><string>"]))
def test_any_bytes_are_named_or_refused(data: bytes, before: bytes) -> None:
    assert refusal(before + data).reason in (Reason.LINK, Reason.BAD_LINK, Reason.DAMAGED, Reason.DECLARATIONS, Reason.TOO_COMPLEX)


@given(st.data())
def test_a_changed_binary_list_is_named_or_refused(data: st.DataObject) -> None:
    whole = bytearray(binary({"URL": PAGE, "more": [1, 2.5, {"a": b"b"}]}))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(8, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert refusal(bytes(whole)).reason in (Reason.LINK, Reason.BAD_LINK, Reason.DAMAGED)


def test_loading_a_shortcut_says_where_it_leads() -> None:
    with pytest.raises(LoadError, match=r"it is a shortcut to https://example\.org/news/1, and nothing is fetched unasked"):
        load_bytes(ini(f"URL={PAGE}"), "page.url")


def test_the_longest_address_comes_back_from_the_worker() -> None:
    link = f"https://example.org/{'a' * 7_900}"
    with pytest.raises(LoadError) as caught:
        load_bytes(ini(f"URL={link}"), "a.url")
    assert dict(caught.value.values)["link"] == link
