"""Measure how good sentences, links and word marks are on the labelled pairs: make bench-quality

One default setting for all. Figures are per cent: precision / recall / F1 for links and sentences. "in order" leaves out links that the
comparison calls moved: ArgRewrite's annotators linked in order only.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from corpora import PAIRS, SHARED, TOOLS, records, require

from rewritediff.core.compare import compare
from rewritediff.core.comparison import Comparison
from rewritediff.core.sentences import document_from_sentences, document_from_text
from rewritediff.core.settings import DEFAULT_SETTINGS
from rewritediff.core.tokens import TOKEN, fold
from rewritediff.core.values import Change, Link, Passage, Sides, Span
from rewritediff.core.words import edits_between
from rewritediff.engine import compare as compare_texts
from rewritediff.engine import lexicon

GRADED = ["ArgRewrite", "ArgRewrite 1-3", "DEplain"]
"""Corpora that confidence is measured on: their links were made by hand."""
SURE = 0.9
"""Confidence from which a link is called sure here."""
FIGURES = ("exact+partial", "changed only", "inserted", "omitted", "groups all")


def tool(name: str) -> ModuleType:
    """Load one of the scorers that stand beside the data."""
    spec = importlib.util.spec_from_file_location(name, TOOLS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def compared(record: dict[str, Any]) -> Comparison:
    """Compare the sentences of a labelled pair as they stand."""
    language = record.get("lang", "en")
    documents = Sides(document_from_sentences(record["a"], language), document_from_sentences(record["b"], language))
    return compare(documents, lexicon=lexicon())


def all_links(passages: tuple[Passage, ...]) -> Iterator[Link]:
    """Give the links of all passages."""
    for passage in passages:
        yield from passage.links


def alignment(corpora: list[str]) -> Iterator[str]:
    """Give one line for each corpus, and one for its links in order."""
    scorer = tool("score_alignment")
    for corpus in corpora:
        gold = records(PAIRS[corpus])
        links = {record["id"]: list(all_links(compared(record).passages)) for record in gold}
        for title, wanted in ((corpus, lambda _: True), (f"{corpus}, in order", lambda link: not link.moved)):
            answer = {name: [(link.original, link.rewrite) for link in found if wanted(link)] for name, found in links.items()}
            total, _ = scorer.score(gold, answer)
            cells = ["{:.1f}/{:.1f}/{:.1f}".format(*(100 * value for value in total[name].prf())) for name in FIGURES]
            yield f"| {title} | " + " | ".join(cells) + " |"


@dataclass(frozen=True)
class Judged:
    """Hold a link beside what the annotators say of it."""

    confidence: float
    right: bool
    unequal: bool
    """The two sentences differ in more than typography."""


def judged(corpora: list[str]) -> list[Judged]:
    """Judge the links in order of some corpora."""
    found: list[Judged] = []
    for corpus in corpora:
        for record in records(PAIRS[corpus]):
            gold = {(link[0], link[1]) for link in record["links"]}
            links = [link for link in all_links(compared(record).passages) if not link.moved]
            unequal = [folded(record["a"][link.original]) != folded(record["b"][link.rewrite]) for link in links]
            found.extend(
                Judged(link.confidence, (link.original, link.rewrite) in gold, differs)
                for link, differs in zip(links, unequal, strict=True)
            )
    return found


def folded(sentence: str) -> list[str]:
    """Put typography and case aside."""
    return list(filter(None, map(fold, TOKEN.findall(sentence))))


def reliability(links: list[Judged]) -> Iterator[str]:
    """Give for each tenth of confidence how many links there are and how many are right."""
    error = 0.0
    for tenth in range(10):
        inside = [link for link in links if tenth <= min(9, int(link.confidence * 10)) < tenth + 1]
        if inside:
            error += abs(sum(link.confidence - link.right for link in inside)) / len(links)
            yield f"| {tenth / 10:.1f} to {tenth / 10 + 0.1:.1f} | {len(inside)} | {percent_right(inside)} |"
    yield f"expected calibration error {error:.3f}"


def sure_and_doubtful(corpora: list[str]) -> Iterator[str]:
    """Give for each corpus how many links are sure, among all and among unequal sentences, how many doubtful, and how many are right."""
    doubtful = DEFAULT_SETTINGS.doubtful_below
    for corpus in (*corpora, ", ".join(corpora)):
        links = judged(corpus.split(", "))
        unequal = [link for link in links if link.unequal]
        cells = []
        for among in (links, unequal):
            sure = [link for link in among if link.confidence >= SURE]
            cells += [f"{share(sure, among)} of {len(among)}", percent_right(sure)]
        for found in ([x for x in links if x.confidence < doubtful], [x for x in links if x.confidence >= doubtful]):
            cells += [share(found, links), percent_right(found)]
        yield f"| {corpus} | " + " | ".join(cells) + " |"


def share(part: list[Judged], whole: list[Judged]) -> str:
    """Give a share in per cent."""
    return f"{100 * len(part) / max(1, len(whole)):.1f}"


def percent_right(links: list[Judged]) -> str:
    """Give how many per cent of some links are right."""
    return f"{100 * sum(link.right for link in links) / len(links):.1f}" if links else "–"


def segmentation() -> Iterator[str]:
    """Give the scorer's lines for sentence boundaries."""
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "sentences.jsonl"
        with answers.open("w", encoding="utf-8") as file:
            for record in records("gold/segmentation.jsonl"):
                document = document_from_text(record["text"], record["lang"])
                spans = [[sentence.start, sentence.end] for sentence in document.sentences]
                file.write(json.dumps({"id": record["id"], "spans": spans}) + "\n")
        yield from run("score_segmentation.py", str(SHARED / "gold/segmentation.jsonl"), "--pred", str(answers))[:6]


def word_marks() -> Iterator[str]:
    """Give the scorer's line for kept words, and the marks of the seed pair."""
    with tempfile.TemporaryDirectory() as folder:
        answers = Path(folder) / "edits.jsonl"
        with answers.open("w", encoding="utf-8") as file:
            for number, record in enumerate(records("gold/words_multimwa_wiki.jsonl")):
                file.write(json.dumps({"id": str(number), "passages": [{"edits": edits_of(record["a"], record["b"])}]}) + "\n")
        yield from run("score_word_marks.py", str(SHARED / "gold/words_multimwa_wiki.jsonl"), str(answers))
    original, rewrite = sorted((SHARED / "seeds").glob("*.txt"))
    yield "seed pair: {} runs of changes, {} islands of one or two words between them".format(
        *marks_of(compare_texts(original.read_text(encoding="utf-8"), rewrite.read_text(encoding="utf-8")))
    )


def edits_of(original: str, rewrite: str) -> list[dict[str, Any]]:
    """Compare two sentences and give the edits as the JSON report does."""
    spans = Sides((Span(0, len(original)),), (Span(0, len(rewrite)),))
    edits = edits_between(Sides(original, rewrite), spans, lexicon().function_words_of("en"))
    pairs = [(edit, *(span and [span.start, span.end] for span in (edit.original, edit.rewrite))) for edit in edits]
    return [{"change": edit.change.value, "original": first, "rewrite": second} for edit, first, second in pairs]


def marks_of(comparison: Comparison) -> tuple[int, int]:
    """Count the visible runs of changes of a comparison, and the short kept islands between two of them."""
    changes, runs, islands = (Change.REMOVED, Change.ADDED, Change.MOVED), 0, 0
    text = comparison.documents.original.text
    for number, passage in enumerate(comparison.passages):
        kinds = [edit.change for edit in comparison.edits(number)] if passage.links else []
        for place, edit in enumerate(comparison.edits(number) if passage.links else ()):
            runs += edit.change in changes and not (place and kinds[place - 1] in changes)
            between = 0 < place < len(kinds) - 1 and kinds[place - 1] in changes and kinds[place + 1] in changes
            islands += edit.change is Change.KEPT and between and edit.original is not None and len(edit.original.of(text).split()) <= 2
    return runs, islands


def run(script: str, *arguments: str) -> list[str]:
    """Run one of the scorers and give what it prints."""
    command = [sys.executable, str(TOOLS / script), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()


def main() -> None:
    """Print all figures, or those of some corpora."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="*", metavar="CORPUS", help=f"only links of: {', '.join(PAIRS)}")
    asked = parser.parse_args().corpora
    require()
    if unknown := sorted(set(asked) - set(PAIRS)):
        parser.error(f"no such corpus: {', '.join(unknown)}")
    print("| corpus | links | changed | inserted | omitted | units |")
    print("|---|---|---|---|---|---|")
    for line in alignment(asked or list(PAIRS)):
        print(line)
    if not asked:
        print("\n| confidence | links in order | right |\n|---|---|---|")
        for line in reliability(judged(GRADED)):
            print(line)
        print(f"\n| links in order | sure ({SURE} and more) | right | sure, unequal | right | doubtful | right | not doubtful | right |")
        print("|" + "---|" * 9)
        for line in sure_and_doubtful([*GRADED, "SWiPE"]):
            print(line)
        for section in (segmentation, word_marks):
            print()
            for line in section():
                print(line)


if __name__ == "__main__":
    main()
