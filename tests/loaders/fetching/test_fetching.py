"""Fetching a page: whom it asks, where it follows, when it gives up. Every server stands on this computer and is made by the test."""

from __future__ import annotations

import gzip
import re
import socket
import threading
import time
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import rewritediff
from rewritediff.core.values import Role
from rewritediff.loaders import LoadError, Reason
from rewritediff.loaders.fetching.addresses import PUBLIC, Reach
from rewritediff.loaders.fetching.fetch import UNWATCHED, Watch, fetch
from rewritediff.loaders.fetching.hosts import is_public
from rewritediff.loaders.fetching.inflating import MAX_MEMBERS
from rewritediff.loaders.fetching.obstacles import Obstacle
from rewritediff.loaders.fetching.pages import load_address
from rewritediff.loaders.fetching.visiting import Fetched, Limits
from tests.loaders.fetching.servers import Server, certificate_for, dripping, reach_of, serving

PAGE = b"<!doctype html><html><title>Gates</title><body><h1>Gates</h1><p>The gates were closed.</p></body></html>"
SMALL = Limits(connect=5, seconds=10, size=100_000)
HASTY = Limits(connect=5, seconds=0.3)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as running:
        yield running


@pytest.fixture
def other() -> Iterator[Server]:
    with serving() as running:
        yield running


def fetched(address: str, *servers: Server, limits: Limits = SMALL, watch: Watch = UNWATCHED) -> Fetched:
    return fetch(address, watch, reach_of(*servers), limits)


def obstacle(address: str, *servers: Server, limits: Limits = SMALL) -> Obstacle:
    with pytest.raises(LoadError) as caught:
        fetched(address, *servers, limits=limits)
    assert caught.value.reason is Reason.NOT_FETCHED
    assert str(caught.value).startswith(f"Cannot open “{caught.value.name}”: ")
    return Obstacle(dict(caught.value.values)["why"])


def test_a_page_comes_with_what_its_server_says_of_it(server: Server) -> None:
    page = fetched(server.page("/a?b=c", PAGE, {"Content-Type": 'text/HTML; charset="UTF-8"'}), server)
    assert (page.data, str(page.address), page.media_type, page.charset) == (PAGE, server.address("/a?b=c"), "text/html", "utf-8")


def test_it_says_who_asks_and_nothing_about_the_person(server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login me password secret")
    monkeypatch.setenv("HOME", str(tmp_path))
    server.page("/b", PAGE)
    fetched(server.page("/a", b"", {"Location": "/b", "Set-Cookie": "who=me"}, 302), server)
    for asked in server.asked:
        names = {line.partition(":")[0].lower() for line in asked.splitlines()[1:] if line}
        assert names == {"host", "user-agent", "accept", "accept-encoding", "connection"}
        assert f"User-Agent: RewriteDiff/{rewritediff.__version__}\r\n" in asked


@pytest.mark.parametrize("name", ["http_proxy", "HTTP_PROXY", "ALL_PROXY", "https_proxy"])
def test_no_proxy_of_the_environment_is_used(server: Server, other: Server, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv(name, other.address())
    assert fetched(server.page("/", PAGE), server, other).data == PAGE
    assert other.connections == 0


REFUSED = {
    "no address": ("http://a..b/", Obstacle.NOT_AN_ADDRESS),
    "a file": ("file:///etc/passwd", Obstacle.SCHEME),
    "credentials": ("http://me:secret@127.0.0.1/", Obstacle.CREDENTIALS),
    "another port": ("http://127.0.0.1:1/", Obstacle.PORT),
    "another number": ("http://127.0.0.2/", Obstacle.PRIVATE),
    "a name in the house": ("http://localhost/", Obstacle.PRIVATE),
}


@pytest.mark.parametrize(("address", "why"), REFUSED.values(), ids=REFUSED.keys())
def test_addresses_are_judged_before_anybody_is_asked(server: Server, address: str, why: Obstacle) -> None:
    assert obstacle(address, server) is why
    assert obstacle(server.leads("/", address), server) is why
    assert server.connections == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("location", ["/b", "b", "//127.0.0.1:{port}/b", "http://127.0.0.1:{port}/b", "b#end", "  b "])
def test_a_page_that_moved_is_followed(server: Server, status: int, location: str) -> None:
    server.page("/b", PAGE)
    page = fetched(server.leads("/a", location.format(port=server.port), status), server)
    assert (page.data, str(page.address)) == (PAGE, server.address("/b"))


def test_references_in_letters_are_read_as_utf_8(server: Server) -> None:
    server.page("/stra%C3%9Fe", PAGE)
    start = server.leads("/a", "/straße".encode().decode("latin-1"))
    assert fetched(start, server).data == PAGE


def chain(server: Server, length: int) -> str:
    for number in range(length):
        server.leads(f"/{number}", f"/{number + 1}")
    server.page(f"/{length}", PAGE)
    return server.address("/0")


def test_five_steps_are_followed_and_six_are_not(server: Server) -> None:
    assert fetched(chain(server, 5), server).data == PAGE
    assert obstacle(chain(server, 6), server) is Obstacle.REDIRECTS


def test_a_circle_is_left_at_once(server: Server) -> None:
    server.leads("/b", "/a")
    assert obstacle(server.leads("/a", "/b"), server) is Obstacle.REDIRECTS
    assert len(server.asked) == 2


def test_a_move_to_nowhere_is_an_answer_without_a_page(server: Server) -> None:
    assert obstacle(server.page("/", b"", status=302), server) is Obstacle.STATUS


STATUSES = {
    404: Obstacle.MISSING,
    410: Obstacle.MISSING,
    401: Obstacle.REFUSED,
    403: Obstacle.REFUSED,
    429: Obstacle.BUSY,
    500: Obstacle.FAULTY,
    503: Obstacle.BUSY,
    400: Obstacle.STATUS,
    204: Obstacle.STATUS,
    206: Obstacle.STATUS,
    304: Obstacle.STATUS,
}


@pytest.mark.parametrize(("status", "why"), STATUSES.items())
def test_what_a_server_answers_without_a_page(server: Server, status: int, why: Obstacle) -> None:
    address = server.page("/", PAGE if status not in (204, 304) else b"", status=status)
    assert obstacle(address, server) is why


def test_the_status_is_said(server: Server) -> None:
    with pytest.raises(LoadError, match=r"its site has no such page \(404\)\. Check the address"):
        fetched(server.page("/", b"", status=404), server)


def becomes_true(condition: Callable[[], bool]) -> bool:
    """Wait up to ten seconds for what another thread does."""
    return any(condition() or time.sleep(0.02) for _ in range(500))


# --- Whom it asks ----------------------------------------------------------------------------------------------------


def answers(monkeypatch: pytest.MonkeyPatch, *numbers: str) -> list[str]:
    """Let every name stand for these numbers, one after the other, the last one for good."""
    asked: list[str] = []

    def getaddrinfo(host: str, port: int, *_: object, **__: object) -> list[object]:
        asked.append(host)
        number = numbers[min(len(asked), len(numbers)) - 1]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (number, port))]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    return asked


def not_here(number: object) -> bool:
    """Permit everything but 127.0.0.2, which stands for the house here, as 127.0.0.1 stands for the internet."""
    return str(number) == "127.0.0.1"


def test_the_program_itself_reaches_no_computer_in_the_house(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A public name that stands for this computer is refused when the connection stands, before a byte is said."""
    answers(monkeypatch, "127.0.0.1")
    public_with_port = Reach(ports=frozenset({server.port}))
    assert (PUBLIC.allows, PUBLIC.authority, public_with_port.allows) == (is_public, "", is_public)
    with pytest.raises(LoadError, match="into a private network"):
        fetch(f"http://news.example:{server.port}/", reach=public_with_port, limits=SMALL)
    assert becomes_true(lambda: server.connections == 1)
    assert server.asked == []


def test_a_name_that_stands_for_another_computer_the_next_time_is_caught(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name service says "public" first and "in the house" next: each connection is looked at, not each name."""
    if not listens_on_second_loopback():
        pytest.skip("this system has no 127.0.0.2")
    with socket.create_server(("127.0.0.2", server.port)) as inner:
        asked = answers(monkeypatch, "127.0.0.1", "127.0.0.2")
        server.leads("/", f"http://news.example:{server.port}/again")
        reach = Reach(not_here, frozenset({server.port}))
        with pytest.raises(LoadError, match="into a private network"):
            fetch(f"http://news.example:{server.port}/", reach=reach, limits=SMALL)
        connection, _ = inner.accept()
        with connection:
            connection.settimeout(5)
            assert connection.recv(100) == b""
    assert asked == ["news.example", "news.example"]


def listens_on_second_loopback() -> bool:
    try:
        with socket.create_server(("127.0.0.2", 0)):
            return True
    except OSError:
        return False


def test_no_other_way_into_the_house_is_built_in() -> None:
    """Only tests make a Reach of their own: no option, no variable of the environment, no setting."""
    package = Path(rewritediff.__file__).parent
    made = {path.name for path in package.rglob("*.py") if re.search(r"\bReach\(", path.read_text(encoding="utf-8"))}
    assert made == {"addresses.py"}
    sources = [
        (package / "loaders" / "fetching" / name).read_text("utf-8") for name in ("addresses.py", "hosts.py", "fetch.py", "visiting.py")
    ]
    assert not any("environ" in re.sub('""".*?"""', "", source, flags=re.DOTALL) for source in sources)


def test_an_unknown_name_and_a_closed_door(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    server = Server(port)
    assert obstacle(server.address(), server) is Obstacle.CONNECTION

    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert obstacle(f"http://news.example:{port}/", server) is Obstacle.NAME


# --- Encrypted -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return certificate_for("127.0.0.1", tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def encrypted(certificate: Path) -> Iterator[Server]:
    with serving(certificate) as running:
        yield running


def test_a_certificate_that_nobody_vouches_for_is_refused(encrypted: Server) -> None:
    assert obstacle(encrypted.page("/", PAGE), encrypted) is Obstacle.CERTIFICATE
    assert encrypted.asked == []


def test_a_certificate_for_another_name_is_refused(certificate: Path, encrypted: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    encrypted.page("/", PAGE)
    answers(monkeypatch, "127.0.0.1")
    with pytest.raises(LoadError, match="its certificate is not valid"):
        fetch(f"https://news.example:{encrypted.port}/", reach=reach_of(encrypted, authority=certificate), limits=SMALL)
    assert encrypted.asked == []


def test_no_encryption_where_it_was_promised(server: Server) -> None:
    server.page("/", PAGE)
    limits = Limits(connect=0.3)
    assert obstacle(server.address().replace("http:", "https:"), server, limits=limits) in (Obstacle.SECURITY, Obstacle.CONNECTION)


def test_it_leads_to_encryption_and_never_back(certificate: Path, encrypted: Server, server: Server) -> None:
    reach = reach_of(encrypted, server, authority=certificate)
    encrypted.page("/", PAGE)
    upward = fetch(server.leads("/up", encrypted.address("/")), reach=reach, limits=SMALL)
    assert (upward.data, upward.address.scheme) == (PAGE, "https")
    with pytest.raises(LoadError, match="that anybody on the way could alter"):
        fetch(encrypted.leads("/down", server.page("/", PAGE)), reach=reach, limits=SMALL)
    assert len(server.asked) == 1


# --- How much, how long ----------------------------------------------------------------------------------------------

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def test_a_page_that_says_it_is_too_large_is_not_read(server: Server) -> None:
    server.acts("/", dripping(HEAD + b"Content-Length: 100001\r\n\r\n", b"x"))
    assert obstacle(server.address(), server) is Obstacle.TOO_LARGE
    assert fetched(server.page("/", b"x" * 100_000), server).data == b"x" * 100_000


def test_a_page_that_never_ends_is_read_up_to_the_limit(server: Server) -> None:
    assert obstacle(server.acts("/", dripping(HEAD + b"\r\n", b"x" * 50_000, 0)), server) is Obstacle.TOO_LARGE
    chunk = b"C350\r\n" + b"x" * 50_000 + b"\r\n"
    assert obstacle(server.acts("/", dripping(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", chunk, 0)), server) is Obstacle.TOO_LARGE


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_page_that_unpacks_to_too_much_is_refused(server: Server, coding: str) -> None:
    zeros = bytes(50_000_000)
    packed = gzip.compress(zeros) if coding == "gzip" else zlib.compress(zeros)
    assert len(packed) < SMALL.size
    assert obstacle(server.page("/", packed, {"Content-Encoding": coding}), server) is Obstacle.TOO_LARGE


def test_a_page_packed_in_countless_pieces_is_refused(server: Server) -> None:
    piece = gzip.compress(b"")
    few, many = piece * MAX_MEMBERS, piece * (MAX_MEMBERS + 1)
    assert obstacle(server.page("/", few, {"Content-Encoding": "gzip"}), server) is Obstacle.EMPTY
    assert obstacle(server.page("/", many, {"Content-Encoding": "gzip"}), server) is Obstacle.TOO_LARGE


DRIPS = {
    "a body": (HEAD + b"\r\n", b"x"),
    "a head": (b"HTTP/1.1 200 OK\r\n", b"X"),
    "lines of a head": (b"HTTP/1.1 200 OK\r\n", b"X: y\r\n"),
    "answers before the answer": (b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    "chunks": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
    "the size of a chunk": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"0"),
    "nothing": (b"", b""),
}


@pytest.mark.parametrize(("head", "drop"), DRIPS.values(), ids=DRIPS.keys())
def test_a_server_that_drips_does_not_stretch_the_time(server: Server, head: bytes, drop: bytes) -> None:
    assert obstacle(server.acts("/", dripping(head, drop)), server, limits=HASTY) is Obstacle.TOO_SLOW
    assert ended("fetch")


def ended(name: str) -> bool:
    """Wait for threads of this name to end: those left behind find their connection cut."""
    return becomes_true(lambda: not any(thread.name == name for thread in threading.enumerate()))


def test_a_name_service_that_hangs_is_left_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    hanging = threading.Event()

    def getaddrinfo(*_: object, **__: object) -> None:
        hanging.wait(10)
        raise socket.gaierror(socket.EAI_AGAIN, "later")

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    server = Server(80)
    assert obstacle("http://news.example/", server, limits=HASTY) is Obstacle.TOO_SLOW
    hanging.set()
    assert ended("fetch")


def test_whoever_waits_may_stop_and_is_told_how_much_came(server: Server) -> None:
    received: list[int] = []
    watch = Watch(received.append, lambda: max(received, default=0) > 200_000)
    server.acts("/", dripping(HEAD + b"\r\n", b"x" * 10_000, 0.005))
    with pytest.raises(LoadError) as caught:
        fetched(server.address(), server, limits=Limits(), watch=watch)
    assert caught.value.reason is Reason.CANCELLED
    assert received == sorted(received)
    assert ended("fetch")


# --- What comes ------------------------------------------------------------------------------------------------------


def chunked(*pieces: bytes) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in (*pieces, b""))


RAW = zlib.compressobj(wbits=-15)
WHOLE = {
    "until the end": HEAD + b"\r\n" + PAGE,
    "in chunks": HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + chunked(PAGE[:7], PAGE[7:]),
    "gzip": HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE),
    "gzip in two members": HEAD + b"Content-Encoding: GZIP\r\n\r\n" + gzip.compress(PAGE[:9]) + gzip.compress(PAGE[9:]),
    "gzip and something behind": HEAD + b"Content-Encoding: x-gzip\r\n\r\n" + gzip.compress(PAGE) + b"\0\0",
    "deflate": HEAD + b"Content-Encoding: deflate\r\n\r\n" + zlib.compress(PAGE),
    "deflate without a head": HEAD + b"Content-Encoding: deflate\r\n\r\n" + RAW.compress(PAGE) + RAW.flush(),
    "gzip in chunks": HEAD + b"Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked(gzip.compress(PAGE)),
    "not packed": HEAD + b"Content-Encoding: identity\r\n\r\n" + PAGE,
    "old": b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE,
    "after an answer before the answer": b"HTTP/1.1 100 Continue\r\n\r\n" + HEAD + b"\r\n" + PAGE,
}


@pytest.mark.parametrize("answer", WHOLE.values(), ids=WHOLE.keys())
def test_a_page_comes_whole_however_it_is_sent(server: Server, answer: bytes) -> None:
    assert fetched(server.raw("/", answer), server).data == PAGE


BROKEN = {
    "shorter than said": (HEAD + b"Content-Length: 500\r\n\r\n" + PAGE, Obstacle.BROKEN_OFF),
    "a chunk cut short": (HEAD + b"Transfer-Encoding: chunked\r\n\r\nff\r\n" + PAGE, Obstacle.BROKEN_OFF),
    "no last chunk": (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n", Obstacle.BROKEN_OFF),
    "no size of a chunk": (HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", Obstacle.BROKEN_OFF),
    "gzip cut short": (HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(PAGE)[:-12], Obstacle.BROKEN_OFF),
    "no gzip": (HEAD + b"Content-Encoding: gzip\r\n\r\n" + PAGE, Obstacle.BROKEN_OFF),
    "packed as nobody asked": (HEAD + b"Content-Encoding: br\r\n\r\n" + PAGE, Obstacle.TYPE),
    "packed twice": (HEAD + b"Content-Encoding: gzip, gzip\r\n\r\n" + PAGE, Obstacle.TYPE),
    "no head": (b"", Obstacle.BROKEN_OFF),
    "another protocol": (b"220 mail.example ESMTP\r\n", Obstacle.BROKEN_OFF),
    "a thousand lines of head": (HEAD + b"X: y\r\n" * 1000 + b"\r\n" + PAGE, Obstacle.BROKEN_OFF),
    "an endless line of head": (HEAD + b"X: " + b"y" * 100_000 + b"\r\n\r\n" + PAGE, Obstacle.BROKEN_OFF),
    "nothing": (HEAD + b"Content-Length: 0\r\n\r\n", Obstacle.EMPTY),
    "nothing, packed": (HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b""), Obstacle.EMPTY),
    "a length of many digits": (HEAD + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n" + PAGE, Obstacle.TOO_LARGE),
    "two lengths": (HEAD + b"Content-Length: 5\r\nContent-Length: 900\r\n\r\n" + PAGE, Obstacle.BROKEN_OFF),
}


@pytest.mark.parametrize(("answer", "why"), BROKEN.values(), ids=BROKEN.keys())
def test_what_does_not_come_whole_is_no_page(server: Server, answer: bytes, why: Obstacle) -> None:
    assert obstacle(server.raw("/", answer), server) is why


@pytest.mark.parametrize("kind", ["image/png", "application/json", "video/mp4", "text/css", "application/x-mpegURL", "x" * 300])
def test_other_media_are_not_read(server: Server, kind: str) -> None:
    assert obstacle(server.acts("/", dripping(HEAD.replace(b"text/html", kind.encode()) + b"\r\n", b"x")), server) is Obstacle.TYPE


# --- Reading what came -----------------------------------------------------------------------------------------------

CYRILLIC = "Ворота закрыли вчера вечером."
TEXTS = {
    "the encoding that the server names": (CYRILLIC.encode("koi8-r"), "text/plain; charset=koi8-r", CYRILLIC),
    "another than it names": ("Die Brücke wurde eröffnet.".encode(), "text/plain; charset=ISO-8859-1", "Die Brücke wurde eröffnet."),
    "one that nobody knows": (b"The gates were closed.", "text/plain; charset=nonsense", "The gates were closed."),
    "a mark before all": ("\ufeffBrücke.".encode("utf-16"), "text/plain; charset=koi8-r", "Brücke."),
    "no type": (b"The gates were closed.", "", "The gates were closed."),
}


@pytest.mark.parametrize(("body", "kind", "text"), TEXTS.values(), ids=TEXTS.keys())
def test_a_text_is_read_in_its_encoding(server: Server, body: bytes, kind: str, text: str) -> None:
    article = load_address(server.page("/a", body, {"Content-Type": kind}), reach=reach_of(server), limits=SMALL)
    assert [block.text for block in article.blocks] == [text]


def test_an_article_is_called_by_where_it_was_at_last(server: Server) -> None:
    server.page("/b.php?id=1", b"# Gates\n\nThey were closed.", {"Content-Type": "text/markdown"})
    article = load_address(server.leads("/a", "/b.php?id=1"), reach=reach_of(server), limits=SMALL)
    assert article.origin == server.address("/b.php?id=1")
    assert [(block.role, block.text) for block in article.blocks] == [(Role.TITLE, "Gates"), (Role.BODY, "They were closed.")]


def test_what_cannot_be_read_is_called_by_its_address(server: Server) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + bytes(100)
    address = server.page("/a", picture, {"Content-Type": "application/octet-stream"})
    with pytest.raises(LoadError, match="it looks like a picture") as caught:
        load_address(address, reach=reach_of(server), limits=SMALL)
    assert caught.value.name == address


def test_a_shortcut_on_the_web_is_not_followed(server: Server) -> None:
    address = server.page("/a.url", b"[InternetShortcut]\nURL=https://example.org/\n", {"Content-Type": "text/plain"})
    with pytest.raises(LoadError) as caught:
        load_address(address, reach=reach_of(server), limits=SMALL)
    assert caught.value.reason is Reason.TYPE_NOT_SUPPORTED
