"""Servers on this computer that answer as they are told, byte by byte; the tests of fetching ask nobody else."""

from __future__ import annotations

import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

import pytest

from rewritediff.loaders.fetching.addresses import Reach
from rewritediff.loaders.fetching.hosts import IPAddress

Reply = Callable[[socket.socket], None]


@dataclass(slots=True)
class Server:
    """Answers each path as it was told, and remembers what it was asked."""

    port: int
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    connections: int = 0
    scheme: str = "http"
    host: str = "127.0.0.1"

    def address(self, path: str = "/") -> str:
        return f"{self.scheme}://{self.host}:{self.port}{path}"

    def page(self, path: str, body: bytes, head: Mapping[str, str] | None = None, status: int = 200) -> str:
        """Answer with a whole page, and give its address; a head of None is left out."""
        said = {"Content-Type": "text/html", "Content-Length": str(len(body))} | dict(head or {})
        lines = [f"HTTP/1.1 {status} Said", *(f"{name}: {value}" for name, value in said.items() if value), "", ""]
        return self.raw(path, "\r\n".join(lines).encode("latin-1") + body)

    def raw(self, path: str, answer: bytes) -> str:
        return self.acts(path, lambda connection: connection.sendall(answer))

    def leads(self, path: str, location: str, status: int = 302) -> str:
        return self.page(path, b"", {"Location": location}, status)

    def acts(self, path: str, reply: Reply) -> str:
        self.replies[path] = reply
        return self.address(path)


def only_this_computer(number: IPAddress) -> bool:
    return number == ip_address("127.0.0.1")


def reach_of(*servers: Server, authority: Path | None = None) -> Reach:
    """Permit what tests alone may ask: servers on this computer."""
    return Reach(only_this_computer, frozenset(server.port for server in servers), str(authority or ""))


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Server]:
    """Run a server until the test is done."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        server = Server(listener.getsockname()[1], scheme="https" if certificate else "http")
        context = None
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
        thread = threading.Thread(target=_serve, args=(listener, server, context), daemon=True)
        thread.start()
        yield server
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
    thread.join(5)


def _serve(listener: socket.socket, server: Server, context: ssl.SSLContext | None) -> None:
    with suppress(OSError):
        while True:
            connection, _ = listener.accept()
            server.connections += 1
            threading.Thread(target=_answer, args=(connection, server, context), daemon=True).start()


def _answer(connection: socket.socket, server: Server, context: ssl.SSLContext | None) -> None:
    with suppress(OSError), connection:
        connection.settimeout(10)
        wrapped = context.wrap_socket(connection, server_side=True) if context else connection
        with wrapped:
            asked = b""
            while b"\r\n\r\n" not in asked:
                piece = wrapped.recv(4096)
                if not piece:
                    return
                asked += piece
            server.asked.append(asked.decode("latin-1"))
            server.replies[asked.split()[1].decode("latin-1")](wrapped)
            with suppress(OSError):
                wrapped.shutdown(socket.SHUT_WR)


def dripping(head: bytes, drop: bytes, pause: float = 0.02) -> Reply:
    """Answer a bit at a time, for as long as somebody listens."""

    def reply(connection: socket.socket) -> None:
        connection.sendall(head)
        for _ in range(1000):
            connection.sendall(drop)
            time.sleep(pause)

    return reply


def certificate_for(name: str, folder: Path, days: int = 2) -> Path:
    """Make a certificate that vouches for itself, with its key, in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl here to make certificates with")
    path = folder / f"{name}.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", str(days)]
    kind = "IP" if name[0].isdigit() else "DNS"
    names = ["-subj", f"/CN={name}", "-addext", f"subjectAltName={kind}:{name}", "-keyout", str(path), "-out", str(folder / "certificate")]
    subprocess.run([*command, *names], check=True, capture_output=True)
    path.write_bytes(path.read_bytes() + (folder / "certificate").read_bytes())
    return path
