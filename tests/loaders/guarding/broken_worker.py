"""A worker that keeps to no rule; its first argument says how. Started by the tests of the guard, never by the program."""

from __future__ import annotations

import json
import os
import sys
import time

from rewritediff.loaders.guarding.frames import HEAD, MARK

BODY = b"\1\0\0\0\0a"
HEADER = {"blocks": 1, "title": 0, "notices": []}


def say(header: object, body: bytes = b"", *, sizes: tuple[int, int] | None = None, mark: bytes = MARK) -> None:
    written = json.dumps(header).encode()
    os.write(1, HEAD.pack(mark, *(sizes or (len(written), len(body)))) + written + body)


def hear() -> None:
    head = sys.stdin.buffer.read(HEAD.size)
    _, header, body = HEAD.unpack(head)
    sys.stdin.buffer.read(header + body)


ANSWERS = {
    "good": lambda: say(HEADER, BODY),
    "garbage": lambda: os.write(1, b"Segmentation fault\n" * 1000),
    "half a frame": lambda: say(HEADER, BODY, sizes=(len(json.dumps(HEADER)), 1000)),
    "half a head": lambda: os.write(1, MARK),
    "a body without end": lambda: say(HEADER, BODY, sizes=(len(json.dumps(HEADER)), 2**60)),
    "a header without end": lambda: say(HEADER, BODY, sizes=(2**31, 6)),
    "no JSON": lambda: say(HEADER, BODY, sizes=(3, 6)),
    "a list": lambda: say([1]),
    "nested JSON": lambda: os.write(1, HEAD.pack(MARK, 200_000, 0) + b"[" * 200_000),
    "no blocks": lambda: say({**HEADER, "blocks": 0}, b""),
    "more blocks than bytes": lambda: say({**HEADER, "blocks": 999_999}, BODY),
    "too many blocks": lambda: say({**HEADER, "blocks": 10**9}, BODY),
    "blocks that are no number": lambda: say({**HEADER, "blocks": True}, BODY),
    "an unknown role": lambda: say(HEADER, b"\1\0\0\0\x63a"),
    "lengths that are too long": lambda: say(HEADER, b"\2\0\0\0\0a"),
    "lengths that are too short": lambda: say(HEADER, b"\0\0\0\0\0a"),
    "a title beyond the text": lambda: say({**HEADER, "title": 5}, BODY),
    "no UTF-8": lambda: say(HEADER, b"\1\0\0\0\0\xff"),
    "no notices": lambda: say({"blocks": 1, "title": 0}, BODY),
    "a notice without values": lambda: say({**HEADER, "notices": [["left-out", []]]}, BODY),
    "a notice with unknown words": lambda: say({**HEADER, "notices": [["left-out", [["what", "yacht"], ["count", 1]]]]}, BODY),
    "a notice with half a character": lambda: say({**HEADER, "notices": [["encoding", [["encoding", "\ud800"]]]]}, BODY),
    "a notice with a list": lambda: say({**HEADER, "notices": [["encoding", [["encoding", []]]]]}, BODY),
    "a notice with a list for a kind": lambda: say({**HEADER, "notices": [["read-as", [["kind", []]]]]}, BODY),
    "a count in words": lambda: say({**HEADER, "notices": [["replaced-bytes", [["count", "many"]]]]}, BODY),
    "a fraction": lambda: say({**HEADER, "notices": [["replaced-bytes", [["count", 1.5]]]]}, BODY),
    "a notice that is a word": lambda: say({**HEADER, "notices": ["left-out"]}, BODY),
    "an unknown reason": lambda: say({"reason": "boredom", "values": []}),
    "a reason without its values": lambda: say({"reason": "too-slow", "values": []}),
    "a reason that is a list": lambda: say({"reason": [], "values": []}),
    "an end": lambda: None,
}

if __name__ == "__main__":
    how = sys.argv[1]
    if how == "never ready":
        time.sleep(60)
    if how == "not ready":
        sys.exit(7)
    if how == "ready late":
        time.sleep(0.3)
        how = "good"
    say({"ready": True})
    hear()
    ANSWERS[how]()
    if how == "good":
        sys.stdin.buffer.read()
