"""Many pairs: every line is answered, in order, and no line stops another."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from rewritediff.batch import answers
from rewritediff.batch.crew import CHUNK_LINES, CHUNKS_IN_FLIGHT
from rewritediff.engine import compare
from rewritediff.exporters.json_report import passage_records, summary_record

Json = dict[str, Any]
PAIR = {"original": "The gates would not harm it. It rained.", "rewrite": "The gates would harm it."}


def answered(*records: object, jobs: int = 1) -> list[Json]:
    lines = [record if isinstance(record, bytes) else json.dumps(record).encode() for record in records]
    return [json.loads(answer.line) for answer in answers(lines, jobs)]


def test_a_pair_is_answered_as_the_report_would() -> None:
    [found] = answered({"id": "x", **PAIR})
    comparison = compare(PAIR["original"], PAIR["rewrite"])
    assert list(found) == ["id", "links", "passages", "findings", "summary"]
    assert found["links"] == [[0, 0]]
    assert found["passages"] == json.loads(json.dumps(passage_records(comparison)))
    assert found["summary"] == summary_record(comparison)


def test_a_list_of_sentences_stays_as_it_is() -> None:
    [found] = answered({"id": 1, "original": ["One. Two.", ""], "rewrite": ["One. Two."]})
    assert found["summary"]["original_sentences"] == 2
    assert found["links"] == [[0, 0]]


def test_a_path_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAIR["original"], encoding="utf-8")
    [found] = answered({"id": 1, "original": {"path": str(tmp_path / "a.txt")}, "rewrite": PAIR["rewrite"]})
    assert found["links"] == [[0, 0]]


BAD = {
    "not JSON": (b"{", None, "line 1: it is not JSON ("),
    "not UTF-8": (b"\xff", None, "line 1: it is not UTF-8"),
    "not an object": ([1], None, "line 1: it is not an object"),
    "NaN": (b'{"id": NaN}', None, "line 1: it is not JSON (NaN"),
    "nested without end": (b"[" * 100_000, None, "line 1: it is not JSON ("),
    "a number of 5000 digits": (b'{"id": ' + b"1" * 5000 + b"}", None, "line 1: it is not JSON ("),
    "no original": ({"id": "x", "rewrite": ""}, "x", "it has no “original”"),
    "a side that is a number": ({"id": "x", "original": 5, "rewrite": ""}, "x", "“original” is neither"),
    "a list of numbers": ({"id": "x", "original": [5], "rewrite": ""}, "x", "“original” is neither"),
    "a file that is not there": ({"id": "x", "original": {"path": "no/such"}, "rewrite": ""}, "x", "Cannot open “such”"),
}


@pytest.mark.parametrize(("line", "name", "error"), BAD.values(), ids=BAD.keys())
def test_a_bad_line_says_why_and_stops_nothing(line: object, name: object, error: str) -> None:
    bad, good = answered(line, {"id": "good", **PAIR})
    assert bad["id"] == name
    assert bad["error"].startswith(error)
    assert good["id"] == "good"
    assert good["links"]


def test_a_mistake_of_ours_costs_one_record(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(original: object, _rewrite: object, **_options: object) -> object:
        if original == "bad":
            raise ZeroDivisionError("by zero")
        return compare("a", "b")

    monkeypatch.setattr("rewritediff.batch.records.compare", failing)
    bad, good = answered({"id": 1, "original": "bad", "rewrite": ""}, {"id": 2, **PAIR})
    assert bad == {"id": 1, "error": "the comparison failed (ZeroDivisionError: by zero); please report it"}
    assert "links" in good


def test_blank_lines_and_a_byte_order_mark_are_passed_over() -> None:
    assert [r["id"] for r in answered(b"\xef\xbb\xbf" + json.dumps({"id": 1, **PAIR}).encode(), b" \n", {"id": 1, **PAIR})] == [1, 1]


def test_half_a_character_comes_back() -> None:
    [found] = answered(b'{"id": "\\ud800", "original": "a \\ud800", "rewrite": ""}')
    assert found["id"] == "\ud800"


def test_processes_give_the_same_in_the_same_order() -> None:
    records = [
        {"id": k, "original": f"Sentence {k} stands here.", "rewrite": "Sentence 3 stands here."} for k in range(CHUNK_LINES * 2 + 1)
    ]
    assert answered(*records, b"{", jobs=2) == answered(*records, b"{")


def test_no_more_is_read_than_is_in_flight() -> None:
    read = 0

    def endless() -> Iterator[bytes]:
        nonlocal read
        for k in itertools.count():
            read += 1
            yield json.dumps({"id": k, **PAIR}).encode()

    found: Iterable[object] = answers(endless(), jobs=2)
    assert len(list(itertools.islice(found, 3))) == 3
    assert read <= CHUNK_LINES * (2 * CHUNKS_IN_FLIGHT + 1)
    found.close()  # type: ignore[attr-defined]
