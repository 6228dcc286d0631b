"""Which addresses may be fetched, how they are written in one way, and how they are shown."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.loaders.fetching.addresses import SHOWN, Address, address_of, looks_like_address, redirected, shown_address
from rewritediff.loaders.fetching.hosts import ascii_host, is_public, literal
from rewritediff.loaders.fetching.obstacles import NotFetchedError, Obstacle

WRITTEN = {
    "a host alone": ("https://example.org", "https://example.org/"),
    "capitals": ("HTTPS://Example.ORG/Path", "https://example.org/Path"),
    "blanks around": ("  https://example.org/a \n", "https://example.org/a"),
    "its own port": ("https://example.org:443/a", "https://example.org/a"),
    "another port": ("http://example.org:8080/a", "http://example.org:8080/a"),
    "a fragment": ("https://example.org/a?b=c#d", "https://example.org/a?b=c"),
    "a space": ("https://example.org/a b?c d", "https://example.org/a%20b?c%20d"),
    "letters": ("https://example.org/ü?q=ж", "https://example.org/%C3%BC?q=%D0%B6"),
    "encoded already": ("https://example.org/%C3%BC%2F", "https://example.org/%C3%BC%2F"),
    "a lone percent sign": ("https://example.org/100%", "https://example.org/100%25"),
    "a name in letters": ("https://Müller.example/", "https://xn--mller-kva.example/"),
    "a sharp s": ("https://straße.example/", "https://xn--strae-oqa.example/"),
    "wide letters and dots": ("https://ｅｘａｍｐｌｅ。org/", "https://example.org/"),
    "a dot at the end": ("https://example.org./", "https://example.org/"),
    "a public number": ("http://8.8.8.8/", "http://8.8.8.8/"),
    "a public number of IPv6": ("http://[2606:4700::1111]:8080/", "http://[2606:4700::1111]:8080/"),
}


@pytest.mark.parametrize(("text", "written"), WRITTEN.values(), ids=WRITTEN.keys())
def test_addresses_are_written_in_one_way(text: str, written: str) -> None:
    assert str(address_of(text)) == written
    assert str(address_of(written)) == written


PRIVATE = (
    *("127.0.0.1", "127.1", "0177.0.0.1", "0x7f.1", "0x7f000001", "2130706433", "１２７.0.0.1", "0", "0.0.0.0", "10.0.0.1", "172.16.0.1"),
    *("192.168.0.1", "169.254.169.254", "100.64.0.1", "224.0.0.1", "255.255.255.255", "192.0.2.1"),
    *("[::1]", "[::]", "[fe80::1]", "[fc00::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "[64:ff9b::7f00:1]"),
    *("[fec0::1]", "[feff::1]", "[64:ff9b:1::808:808]", "[::8.8.8.8]", "[4000::1]", "[5f00::1]", "[200::1]"),
    *("[2002:7f00:1::]", "[2002:c0a8:101::1]", "[2001:0:7f00:1::]", "[ff02::1]", "localhost", "LOCALHOST.", "a.localhost", "printer.local"),
    *("router", "nas.lan", "wiki.internal", "fritz.home.arpa", "hidden.onion"),
)


@pytest.mark.parametrize("host", PRIVATE)
def test_computers_in_the_house_are_refused(host: str) -> None:
    with pytest.raises(NotFetchedError) as caught:
        address_of(f"http://{host}/")
    assert caught.value.obstacle is Obstacle.PRIVATE


REFUSED = {
    "": Obstacle.NOT_AN_ADDRESS,
    "page.html": Obstacle.NOT_AN_ADDRESS,
    "//example.org/": Obstacle.NOT_AN_ADDRESS,
    "http://": Obstacle.NOT_AN_ADDRESS,
    "http:///a": Obstacle.NOT_AN_ADDRESS,
    "http://a..example/": Obstacle.NOT_AN_ADDRESS,
    "http://xn--.example/": Obstacle.NOT_AN_ADDRESS,
    "http://-a.example/": Obstacle.NOT_AN_ADDRESS,
    "http://a_b c.example/": Obstacle.NOT_AN_ADDRESS,
    "http://1.2.3.256/": Obstacle.NOT_AN_ADDRESS,
    "http://1.2.3.4.5/": Obstacle.NOT_AN_ADDRESS,
    "http://4294967296/": Obstacle.NOT_AN_ADDRESS,
    "http://example.0x/": Obstacle.NOT_AN_ADDRESS,
    "http://08.8.8.8/": Obstacle.NOT_AN_ADDRESS,
    "http://[::1/": Obstacle.NOT_AN_ADDRESS,
    "http://[fe80::1%25eth0]/": Obstacle.NOT_AN_ADDRESS,
    "http://example.org:99999/": Obstacle.NOT_AN_ADDRESS,
    "http://example.org:x/": Obstacle.NOT_AN_ADDRESS,
    "http://example.org\\@evil.example/": Obstacle.NOT_AN_ADDRESS,
    "http://exam\nple.org/": Obstacle.NOT_AN_ADDRESS,
    "http://example.org/\r\nHost: other": Obstacle.NOT_AN_ADDRESS,
    "http://℀.example/": Obstacle.NOT_AN_ADDRESS,
    "http://a\u202eb.example/": Obstacle.NOT_AN_ADDRESS,
    "https://example.org/" + "a" * 8000: Obstacle.NOT_AN_ADDRESS,
    "file:///etc/passwd": Obstacle.SCHEME,
    "javascript:alert(1)": Obstacle.SCHEME,
    "ftp://example.org/": Obstacle.SCHEME,
    "view-source:https://example.org/": Obstacle.SCHEME,
    "https://user@example.org/": Obstacle.CREDENTIALS,
    "https://:@example.org/": Obstacle.CREDENTIALS,
    "https://example.org:25/": Obstacle.PORT,
    "https://example.org:0/": Obstacle.PORT,
}


@pytest.mark.parametrize(("text", "obstacle"), REFUSED.items(), ids=[text[:40] for text in REFUSED])
def test_what_is_no_address_of_a_public_page(text: str, obstacle: Obstacle) -> None:
    with pytest.raises(NotFetchedError) as caught:
        address_of(text)
    assert caught.value.obstacle is obstacle


SHOWN_AS = {
    "https://müller.example/straße": "https://müller.example/straße",
    "https://пример.рф/": "https://пример.рф/",
    "https://пример.com/": "https://xn--e1afmkfd.com/",
    "https://аррӏе.com/": "https://xn--80ak6aa92e.com/",
    "https://аpple.com/": "https://xn--pple-43d.com/",
    "https://例え.テスト/": "https://例え.テスト/",
    "https://xn--a.example/": "https://xn--a.example/",
    "https://example.org/%E2%80%AEgpj.exe": "https://example.org/%E2%80%AEgpj.exe",
    "https://example.org/%C3%BC%FF": "https://example.org/%C3%BC%FF",
    "https://example.org/?a=%0A%20": "https://example.org/?a=%0A%20",
}


@pytest.mark.parametrize(("text", "shown"), SHOWN_AS.items())
def test_what_is_shown_deceives_nobody(text: str, shown: str) -> None:
    assert address_of(text).shown == shown


def test_a_long_address_loses_its_middle_and_keeps_its_host() -> None:
    shown = address_of("https://example.org/start-" + "x" * 3000 + "-end").shown
    assert shown.startswith("https://example.org/start-x")
    assert shown.endswith("x-end")
    assert len(shown) <= SHOWN + len("https://")


def test_who_owns_a_very_long_host_is_always_shown() -> None:
    host = "www.bank.example." + "a." * 100 + "thief.example"
    assert address_of(f"https://{host}/").shown.endswith("a.thief.example/")
    assert len(address_of(f"https://{host}/").shown) < 100


def test_references_of_a_server_lead_on() -> None:
    page = address_of("https://example.org/news/1?a=b")
    leads = {
        "2": "https://example.org/news/2",
        "/x": "https://example.org/x",
        "//b.example/": "https://b.example/",
        "?c": "https://example.org/news/1?c",
    }
    assert {location: str(redirected(page, location)) for location in leads} == leads


@pytest.mark.parametrize(
    "location", ["http://127.0.0.1/", "file:///etc/passwd", "//localhost/", "https://a:b@c.example/", "http://[", "\\\\a\\b"]
)
def test_references_are_judged_as_every_address(location: str) -> None:
    with pytest.raises(NotFetchedError):
        redirected(address_of("https://example.org/"), location)


def test_what_was_meant_as_an_address() -> None:
    assert looks_like_address(" HTTP://localhost/")
    assert not any(map(looks_like_address, ("http.txt", "C:\\http://", "ftp://example.org/", "")))


SHOWN_WITHOUT = {
    "a name and a password": ("https://me:secret@example.org/a@b", "https://…@example.org/a@b"),
    "a password with an at sign": ("https://me:secret@secret@example.org", "https://…@example.org"),
    "a password alone": ("http://:secret@example.org/", "http://…@example.org/"),
    "too few strokes": ("https:/me:secret@example.org/", "https:/…@example.org/"),
    "strokes the wrong way": (r"https:\\me:secret@example.org/", r"https:\\…@example.org/"),
    "another kind of address": ("ftp://me:secret@example.org/", "ftp://…@example.org/"),
    "no kind": ("//me:secret@example.org/", "//…@example.org/"),
    "somebody's mail": ("mailto:me@example.org", "mailto:me@example.org"),
    "a sign in the path": ("https://example.org/@me:here", "https://example.org/@me:here"),
    "a sign in the query": ("https://example.org?a=b@c", "https://example.org?a=b@c"),
}


@pytest.mark.parametrize(("text", "shown"), SHOWN_WITHOUT.values(), ids=SHOWN_WITHOUT)
def test_a_password_is_never_shown(text: str, shown: str) -> None:
    assert shown_address(text) == shown


@given(st.text(max_size=60))
def test_any_text_is_an_address_or_refused_and_shown_in_one_line(text: str) -> None:
    for candidate in (text, f"http://{text}", f"https://example.org/{text}"):
        assert shown_address(candidate).isprintable()
        try:
            address = address_of(candidate)
        except NotFetchedError:
            continue
        assert isinstance(address, Address)
        assert str(address).isascii()
        assert not set(str(address)) & set(' \t\r\n\\<>"')
        assert address_of(str(address)) == address


@given(st.integers(0, 2**32 - 1), st.sampled_from(["{}", "0x{:x}", "0{:o}"]))
def test_every_spelling_of_a_number_is_that_number(number: int, spelling: str) -> None:
    assert literal(spelling.format(number)) == ip_address(number)


@given(st.ip_addresses(v=4))
def test_numbers_inside_of_others_are_as_public_as_themselves(number: object) -> None:
    inside = int(number)  # type: ignore[call-overload]
    for outer in (inside | 0xFFFF << 32, 0x64FF9B << 96 | inside, 0x2002 << 112 | inside << 80):
        assert not is_public(ip_address(outer)) or is_public(ip_address(inside))


def test_hosts_are_told_from_other_texts() -> None:
    assert [ascii_host(host) for host in ("a.b", "a b", "a..b", "", "ä" * 70, "a\u200db.c", "1.2")] == [
        "a.b",
        None,
        None,
        None,
        None,
        None,
        "1.2",
    ]
