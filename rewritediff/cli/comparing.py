"""The command `compare`: two files in, one report out."""

from __future__ import annotations

from dataclasses import replace

from rewritediff.cli.arguments import CompareRequest
from rewritediff.cli.failure import DONE, FOUND, CannotBeDone
from rewritediff.cli.housing import house_of
from rewritediff.cli.opening import opened
from rewritediff.cli.streams import (
    ProgressLine,
    columns,
    forget_output,
    is_same_file,
    say,
    spare,
    wants_colours,
    write_output,
)
from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Notice, Relation, Strength
from rewritediff.engine import TooLong, compare, lexicon_of
from rewritediff.exporters import FORMATS, text_report
from rewritediff.exporters.writing import write_whole
from rewritediff.loaders import LoadError
from rewritediff.wording import SAME_FILE, notices_of, progress_words


def compare_pair(request: CompareRequest) -> int:
    """Compare two files, write the report, and say whether what --fail-on names was found."""
    spare([path for path in (request.original, request.rewrite) if path is not None], request.output)
    comparison = _compared(request)
    if request.form != "text" or request.output is not None:  # else the report itself says it, in the same terminal
        for side, words in notices_of(comparison):
            say(f"{side}: {words}" if side else words)
    _write(_report(comparison, request), request.output)
    return FOUND if any(_holds(comparison, name) for name in request.fail_on) else DONE


def _compared(request: CompareRequest) -> Comparison:
    words = lexicon_of(house_of(request.house))
    line = ProgressLine()
    try:
        original, rewrite = opened(request, lambda doing: line.show(f"{doing} …"))
        comparison = compare(original, rewrite, lexicon=words, progress=lambda step, _done: line.show(f"{progress_words(step)} …"))
    except (LoadError, TooLong) as error:
        raise CannotBeDone(str(error)) from error
    finally:
        line.clear()
    if request.rewrite is not None and is_same_file(request.original, request.rewrite):
        return replace(comparison, notices=(*comparison.notices, Notice(SAME_FILE)))
    return comparison


def _report(comparison: Comparison, request: CompareRequest) -> str | bytes:
    if request.form == "text":
        look = (
            text_report.Look(columns(), wants_colours(), request.whole) if request.output is None else text_report.Look(whole=request.whole)
        )
        return text_report.export(comparison, look)
    return FORMATS[request.form].export(comparison)


def _write(report: str | bytes, output: str | None) -> None:
    if output is not None:
        write_whole(output, report)
        return
    try:
        write_output(report)
    except BrokenPipeError:
        # the reader has seen enough; the exit status still says what was found
        forget_output()


def _holds(comparison: Comparison, name: str) -> bool:
    """Tell whether a comparison holds what one of the words of --fail-on names."""
    relations = {passage.relation for passage in comparison.passages}
    match name:
        case "omitted":
            return Relation.OMITTED in relations
        case "inserted":
            return Relation.INSERTED in relations
        case "changed":
            return bool(relations - {Relation.SAME}) or any(passage.moved for passage in comparison.passages)
    return any(finding.strength is Strength.CHECK for finding in comparison.findings)
