"""One line of a batch: a JSON object with a pair in, a JSON object with its comparison, or with an error, out."""

from __future__ import annotations

import json
from dataclasses import dataclass

from rewritediff.core.comparison import Comparison
from rewritediff.core.house import NO_HOUSE, House
from rewritediff.engine import Text, TooLong, compare, lexicon_of
from rewritediff.exporters.json_report import Record, dumped, finding_record, passage_records, summary_record
from rewritediff.loaders import LoadError, load
from rewritediff.wording import RecordProblem, record_problem

Line = tuple[int, bytes]
"""A line of the input and its number, from 1."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Hold a line of the output, and whether it says an error."""

    line: str
    failed: bool


class BadRecord(Exception):  # noqa: N818 - read as a sentence where it is raised
    """Say why a line cannot be compared."""

    def __init__(self, problem: RecordProblem, detail: str = "") -> None:
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = detail


def answer_line(numbered: Line, house: House = NO_HOUSE) -> Answered:
    """Compare the pair in one line."""
    number, line = numbered
    try:
        record = _parsed(line)
    except BadRecord as bad:
        return _failed(None, record_problem(bad.problem, bad.detail, number))
    try:
        return Answered(dumped(_result(record, house)), failed=False)
    except BadRecord as bad:
        return _failed(record.get("id"), record_problem(bad.problem, bad.detail))
    except (LoadError, TooLong) as error:
        return _failed(record.get("id"), str(error))
    except Exception as error:  # noqa: BLE001 - one record that trips over a mistake of ours must not cost the user the others
        return _failed(record.get("id"), record_problem(RecordProblem.FAILED, f"{type(error).__name__}: {error}"))


def _parsed(line: bytes) -> Record:
    try:
        record = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise BadRecord(RecordProblem.NOT_UTF8) from error
    except RecursionError as error:
        raise BadRecord(RecordProblem.NOT_JSON, "nested too deeply") from error
    except json.JSONDecodeError as error:
        raise BadRecord(RecordProblem.NOT_JSON, f"{error.msg} at character {error.pos + 1:,}") from error
    except ValueError as error:  # NaN, or a number of thousands of digits
        raise BadRecord(RecordProblem.NOT_JSON, str(error)) from error
    if not isinstance(record, dict):
        raise BadRecord(RecordProblem.NOT_AN_OBJECT)
    return record


def _refuse_constant(name: str) -> None:
    """Refuse NaN and Infinity, which Python reads and no other JSON reader does."""
    raise ValueError(f"{name} is no JSON value")


def _result(record: Record, house: House) -> Record:
    comparison = compare(_text(record, "original"), _text(record, "rewrite"), lexicon=lexicon_of(house))
    return {
        "id": record.get("id"),
        "links": _links(comparison),
        "passages": passage_records(comparison),
        "findings": [finding_record(finding) for finding in comparison.findings],
        "summary": summary_record(comparison),
    }


def _text(record: Record, side: str) -> Text:
    match record.get(side):
        case str(text):
            return text
        case list(sentences) if all(isinstance(sentence, str) for sentence in sentences):
            return sentences
        case {"path": str(path)}:
            return load(path)
    raise BadRecord(RecordProblem.BAD_SIDE if side in record else RecordProblem.NO_SIDE, side)


def _links(comparison: Comparison) -> list[list[int]]:
    return sorted([link.original, link.rewrite] for passage in comparison.passages for link in passage.links)


def _failed(name: object, error: str) -> Answered:
    return Answered(dumped({"id": name, "error": error}), failed=True)


def died(line: Line) -> Answered:
    """Answer a line that ended the process which compared it."""
    # it was parsed in the process that died, so it can be parsed here
    name = _parsed(line[1]).get("id")
    return _failed(name, record_problem(RecordProblem.DIED, line=0 if name is not None else line[0]))
