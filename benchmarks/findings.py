"""Measure what findings catch and what they flag in vain, on the labelled pairs: make bench-findings

Pairs of sentences go through the batch code, as `rewritediff batch` compares them; the two document pairs through the same JSON record
that `rewritediff compare --format json` writes. The scorer stands beside the data. A paraphrase of MSRP that is flagged is no mistake by
itself: its annotators let many facts differ.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from corpora import PAIRS, SHARED, TOOLS, records, require

from rewritediff.batch import answers
from rewritediff.engine import compare
from rewritediff.exporters import json_report
from rewritediff.loaders import load

SUMMEDITS = "gold/pairs_summedits.jsonl"
MSRP = "gold/pairs_msrp.jsonl"
DOCUMENTS = {"sample": "samples/article_*.txt", "seed": "seeds/*.txt"}
"""Both articles of a labelled pair as files, the original first."""
KEPT = 1
"""The label of pairs that say the same."""

Answer = dict[str, Any]


def answered(gold: Iterable[dict[str, Any]], jobs: int) -> list[Answer]:
    """Compare pairs of sentences as a batch does; ids are their numbers."""
    lines = (json.dumps({"id": str(k), "original": row["a"], "rewrite": row["b"]}).encode() for k, row in enumerate(gold))
    return [json.loads(found.line) for found in answers(lines, jobs)]


def scored(way: str, gold: str, answer: str) -> list[str]:
    """Hold an answer against its labels by the scorer that stands beside the data."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "answer")
        path.write_text(answer, encoding="utf-8")
        command = [sys.executable, str(TOOLS / "score_findings.py"), way, str(SHARED / gold), str(path)]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def loudest(answer: Answer) -> str:
    """Give the greatest strength among the findings of a pair that asks for a reader, or nothing."""
    found = {finding["strength"] for finding in answer.get("findings", ())}
    return next((strength for strength in ("check", "look") if strength in found), "")


def by_kind(gold: list[dict[str, Any]], found: list[Answer]) -> Iterator[str]:
    """Give for each kind which share of the pairs it flags, with a fact changed and with facts kept."""
    yield "| kind | check, facts changed | check, facts kept | check or look, facts changed | check or look, facts kept |"
    yield "|---|---|---|---|---|"
    of_label = Counter(row["label"] for row in gold)
    counts: Counter[tuple[str, bool, int]] = Counter()
    for row, answer in zip(gold, found, strict=True):
        loud = [finding for finding in answer.get("findings", ()) if finding["strength"] != "note"]
        counts.update({(finding["kind"], True, row["label"]) for finding in loud if finding["strength"] == "check"})
        counts.update({(finding["kind"], False, row["label"]) for finding in loud})
    for kind in sorted({kind for kind, _, _ in counts}):
        cells = [f"{counts[kind, check, label] / of_label[label]:.1%}" for check in (True, False) for label in (0, KEPT)]
        yield f"| {kind} | " + " | ".join(cells) + " |"


def summedits(jobs: int) -> Iterator[str]:
    """Give the score of summaries that were edited, with a fact changed or all of them kept."""
    gold = records(SUMMEDITS)
    found = answered(gold, jobs)
    yield from scored("pairs", SUMMEDITS, "".join(json.dumps(answer) + "\n" for answer in found))
    yield ""
    yield from by_kind(gold, found)


def documents() -> Iterator[str]:
    """Give what was missed, which decoys were flagged, and what else is to check in the two document pairs."""
    for name, files in DOCUMENTS.items():
        comparison = compare(*map(load, sorted(SHARED.glob(files))))
        yield f"{name}:"
        yield from (f"  {line}" for line in scored("document", PAIRS[name], json_report.export(comparison)))


def paraphrases(jobs: int) -> Iterator[str]:
    """Give how many pairs of MSRP are flagged, by label and strength."""
    gold = records(MSRP)
    strengths = [loudest(answer) for answer in answered(gold, jobs)]
    yield "| MSRP | pairs | check | check or look |\n|---|---|---|---|"
    for label, title in ((KEPT, "paraphrases"), (0, "others")):
        rows = [strength for row, strength in zip(gold, strengths, strict=True) if row["label"] == label]
        yield f"| {title} | {len(rows)} | {rows.count('check') / len(rows):.1%} | {sum(map(bool, rows)) / len(rows):.1%} |"


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--jobs", type=int, default=1, help="processes that compare")
    jobs = parser.parse_args().jobs
    require()
    for section in (summedits(jobs), documents(), paraphrases(jobs)):
        for line in section:
            print(line)
        print()


if __name__ == "__main__":
    main()
