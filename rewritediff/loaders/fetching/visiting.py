"""Asks servers of the web for a page, from one address to the next; the only importer of urllib3, and only imported for a fetch.

Whom it talks to is looked at when the connection stands and before a byte is sent, so that no name service can lead it elsewhere. It
keeps no cookies, sends no credentials and uses no proxy, not even one that the environment names: through a proxy nobody sees who answers.
Certificates are always verified.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from ipaddress import ip_address
from threading import Lock

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, NameResolutionError
from urllib3.response import BaseHTTPResponse
from urllib3.util.ssl_match_hostname import CertificateError

from rewritediff import __version__
from rewritediff.loaders.fetching.addresses import Address, Reach, redirected, shortened, shown_address
from rewritediff.loaders.fetching.inflating import ACCEPTED, inflated
from rewritediff.loaders.fetching.media import ARTICLES, charset_of, media_type
from rewritediff.loaders.fetching.obstacles import NotFetchedError, Obstacle

MEGABYTE = 1_000_000
PIECE = 65_536
HEADERS = {
    "User-Agent": f"RewriteDiff/{__version__}",
    "Accept": "text/html, application/xhtml+xml, text/plain, text/markdown, application/pdf, */*;q=0.5",
    "Accept-Encoding": ACCEPTED,
    "Connection": "close",
}
MOVED = (301, 302, 303, 307, 308)
ANSWERS = {404: Obstacle.MISSING, 410: Obstacle.MISSING, 429: Obstacle.BUSY, 503: Obstacle.BUSY} | dict.fromkeys(
    (401, 402, 403, 405, 406, 407, 418, 451), Obstacle.REFUSED
)
UNREADABLE = (HTTPError, HTTPException, OSError, ValueError)
"""What urllib3 and http.client raise over an answer that breaks off or is none."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Say how long and how much is fetched, and how often a page may lead on to another address."""

    connect: float = 10
    """Seconds until a connection stands."""
    seconds: float = 30
    """Until the whole page is there, from the first question on."""
    size: int = 10 * MEGABYTE
    """Bytes, packed and unpacked: the longest article that is read has 2 MB."""
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Fetched:
    """Hold a page: its bytes, where it was at last, and what its server says that it is."""

    data: bytes
    address: Address
    media_type: str
    charset: str


class Line:
    """Hold the connection of the moment, so that another thread can cut it, and count what came through."""

    def __init__(self) -> None:
        self.received = 0
        self._cut = False
        self._socket: socket.socket | None = None
        self._lock = Lock()

    def hold(self, connected: socket.socket) -> None:
        """Take over the next connection; raises NotFetchedError where the line was cut meanwhile."""
        with self._lock:
            if self._cut:
                raise NotFetchedError(Obstacle.BROKEN_OFF)
            self._socket = connected

    def cut(self) -> None:
        """Wake whoever waits for the other end, for good."""
        with self._lock:
            self._cut = True
            if self._socket is not None:
                with suppress(OSError):  # closed already
                    self._socket.shutdown(socket.SHUT_RDWR)


def visit(address: Address, reach: Reach, limits: Limits, line: Line) -> Fetched:
    """Fetch a page and follow where it leads; raises NotFetchedError."""
    visited: set[Address] = set()
    while address not in visited and len(visited) <= limits.redirects:
        visited.add(address)
        with _asked(address, reach, limits, line) as response:
            location = response.headers.get("Location") if response.status in MOVED else None
            if not location:
                return _fetched(response, address, limits, line)
        onward = redirected(address, _text_of(location), reach)
        if (address.scheme, onward.scheme) == ("https", "http"):
            raise NotFetchedError(Obstacle.UNENCRYPTED)
        address = onward
    raise NotFetchedError(Obstacle.REDIRECTS)


def _text_of(location: str) -> str:
    """Read a header as UTF-8, which many servers write; http.client reads it as Latin-1."""
    try:
        return location.encode("latin-1").decode()
    except UnicodeError:
        return location


@contextmanager
def _asked(address: Address, reach: Reach, limits: Limits, line: Line) -> Iterator[BaseHTTPResponse]:
    with closing(_connected(address, reach, limits)) as connection:
        line.hold(connection.sock)
        connection.sock.settimeout(limits.seconds)
        try:
            connection.request("GET", address.target, headers=HEADERS, preload_content=False, decode_content=False)
            response = connection.getresponse()
        except UNREADABLE as error:
            raise NotFetchedError(Obstacle.BROKEN_OFF) from error
        with closing(response):
            yield response


def _connected(address: Address, reach: Reach, limits: Limits) -> HTTPConnection:
    """Connect to a server that may be asked."""
    if address.scheme == "https":
        connection: _Plain | _Encrypted = _Encrypted(address.host, address.port, timeout=limits.connect, ssl_context=_trust(reach))
    else:
        connection = _Plain(address.host, address.port, timeout=limits.connect)
    connection.reach = reach
    try:
        connection.connect()
    except UNREADABLE as error:
        connection.close()
        raise NotFetchedError(_in_the_way(error)) from error
    return connection


class _Plain(HTTPConnection):
    """Connects, and looks at whom it reached before anything is said."""

    reach: Reach

    def _new_conn(self) -> socket.socket:
        return _judged(super()._new_conn(), self.reach)


class _Encrypted(HTTPSConnection):
    """Does the same before the other side shows its certificate."""

    reach: Reach

    def _new_conn(self) -> socket.socket:
        return _judged(super()._new_conn(), self.reach)


def _judged(connected: socket.socket, reach: Reach) -> socket.socket:
    try:
        if reach.allows(ip_address(connected.getpeername()[0])):
            return connected
    except OSError:  # gone again
        connected.close()
        raise
    connected.close()
    raise NotFetchedError(Obstacle.PRIVATE)


def _trust(reach: Reach) -> ssl.SSLContext:
    """Trust what the system trusts, since a school may have an authority of its own, and the usual ones where the system tells nothing."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    if reach.authority:
        context.load_verify_locations(reach.authority)
    return context


def _in_the_way(error: Exception) -> Obstacle:
    match error:
        case NameResolutionError():
            return Obstacle.NAME
        case ssl.SSLCertVerificationError() | CertificateError():
            return Obstacle.CERTIFICATE
        case ssl.SSLError():
            return Obstacle.SECURITY
    return Obstacle.CONNECTION


def _fetched(response: BaseHTTPResponse, address: Address, limits: Limits, line: Line) -> Fetched:
    if response.status not in (200, 203):
        raise NotFetchedError(_refusal(response.status), ("status", response.status))
    header = response.headers.get("Content-Type", "")
    kind = media_type(header)
    if kind not in ARTICLES:
        raise NotFetchedError(Obstacle.TYPE, ("type", shortened(shown_address(kind), 60)))
    body = inflated(_body(response, limits, line), response.headers.get("Content-Encoding", ""), limits.size)
    if not body:
        raise NotFetchedError(Obstacle.EMPTY)
    return Fetched(body, address, kind, charset_of(header))


def _refusal(status: int) -> Obstacle:
    return ANSWERS.get(status, Obstacle.FAULTY if status >= 500 else Obstacle.STATUS)


def _body(response: BaseHTTPResponse, limits: Limits, line: Line) -> bytes:
    """Read to the end, as it was packed, and never more than one piece above the limit."""
    body = bytearray()
    announced = response.headers.get("Content-Length", "")
    # int() reads no more than 4,300 digits
    enough = len(announced) > 18 or (announced.isdecimal() and int(announced) > limits.size)
    try:
        while not enough and (piece := response.read(PIECE, decode_content=False)):
            body += piece
            line.received = len(body)
            enough = len(body) > limits.size
    except UNREADABLE as error:
        raise NotFetchedError(Obstacle.BROKEN_OFF) from error
    if enough:
        raise NotFetchedError(Obstacle.TOO_LARGE, ("limit", limits.size // MEGABYTE))
    return bytes(body)
