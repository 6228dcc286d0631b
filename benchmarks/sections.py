"""Measure how well sections are paired, and what that does for the links of their sentences: python benchmarks/sections.py

Chapters are invented (chapters.py), some 40 pages each. Books are labelled documents set one after the other as sections, 14 to a book,
with two of them exchanged, one dropped, and headings of which two recur. "Without" compares the same sentences with the rewrite's
headings taken for sentences, so that no sections are paired.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from chapters import RECURRING, Chapter, Plan, chapter
from corpora import PAIRS, available, records

from rewritediff.core.compare import compare
from rewritediff.core.comparison import Comparison
from rewritediff.core.sentences import document_from_article
from rewritediff.core.values import Article, Document, Paragraph, Role, Sentence, Side, Sides
from rewritediff.engine import lexicon

Links = set[tuple[int, int]]

CHAPTERS = {
    "chapters, 3 words of 10 exchanged": Plan(reworded=0.3),
    "chapters, 5 of 10": Plan(reworded=0.5),
    "chapters, 6 of 10": Plan(reworded=0.6),
    "short sections, 5 of 10": Plan(parts=4, sentences=8, reworded=0.5),
}
BOOK = 14


@dataclass(frozen=True)
class Case:
    """Hold two documents and what belongs together."""

    documents: Sides[Document]
    links: Links
    sections: Links
    recurring: set[int]


class Score:
    """Count what was found, rightly and wrongly."""

    def __init__(self) -> None:
        self.right = self.found = self.wanted = 0

    def add(self, found: Links, wanted: Links) -> None:
        self.right += len(found & wanted)
        self.found += len(found)
        self.wanted += len(wanted)

    def __str__(self) -> str:
        parts = (self.right / max(1, self.found), self.right / max(1, self.wanted), 2 * self.right / max(1, self.found + self.wanted))
        return "/".join(f"{100 * part:.1f}" for part in parts)


def cases_of_chapters(plan: Plan, count: int) -> Iterator[Case]:
    for seed in range(count):
        made: Chapter = chapter(seed, plan)
        documents = Sides(document(made.original), document(made.rewrite))
        yield Case(documents, made.links, made.sections, made.recurring)


def document(article: Article) -> Document:
    return document_from_article(article, "en")


def cases_of_books(corpus: str) -> Iterator[Case]:
    """Set labelled documents as the sections of books; of an essay with three drafts only the first two."""
    found = [record for record in records(PAIRS[corpus]) if not record["id"].endswith("-23")]
    chance = Random(7)
    for start in range(0, len(found) - BOOK + 1, BOOK):
        order = list(range(BOOK))
        first, second, dropped = chance.sample(order, 3)
        order[first], order[second] = order[second], order[first]
        order.remove(dropped)
        yield book(found[start : start + BOOK], order)


def book(parts: list[dict[str, Any]], order: list[int]) -> Case:
    headings = [RECURRING[k % 3 - 1] if k % 3 else f"Part {chr(65 + k)}" for k in range(len(parts))]
    starts = [sum(len(part["a"]) + 1 for part in parts[:k]) for k in range(len(parts))]
    links: Links = set()
    at = 0
    for k in order:
        links.add((starts[k], at))
        links |= {(starts[k] + 1 + link[0], at + 1 + link[1]) for link in parts[k]["links"]}
        at += 1 + len(parts[k]["b"])
    language = parts[0].get("lang", "en")
    originals = laid_out([(headings[k], part["a"]) for k, part in enumerate(parts)], language)
    rewrites = laid_out([(headings[k], parts[k]["b"]) for k in order], language)
    return Case(Sides(originals, rewrites), links, {(k, b) for b, k in enumerate(order)}, {starts[k] for k in range(len(parts)) if k % 3})


def laid_out(parts: list[tuple[str, list[str]]], language: str) -> Document:
    """Make a document of sentences as they stand, each a paragraph."""
    sentences: list[Sentence] = []
    texts = [(role, text) for heading, body in parts for role, text in ((Role.HEADING, heading), *((Role.BODY, text) for text in body))]
    start = 0
    for number, (role, text) in enumerate(texts):
        sentences.append(Sentence(start, start + len(text), number, role))
        start += len(text) + 1
    paragraphs = tuple(Paragraph(sentence.start, sentence.end, sentence.role) for sentence in sentences)
    return Document("\n".join(text for _, text in texts), paragraphs, tuple(sentences), "", language)


def without_headings(found: Document) -> Document:
    return replace(found, sentences=tuple(replace(sentence, role=Role.BODY) for sentence in found.sentences))


def links_of(comparison: Comparison) -> Links:
    return {(link.original, link.rewrite) for passage in comparison.passages for link in passage.links}


def sections_of(comparison: Comparison) -> Links:
    """Number the sections of each side as they stand, and give the pairs."""
    firsts = {side: sorted(s.first for match in comparison.sections for s in match.sections(side)) for side in Side}
    numbers = {side: {first: number for number, first in enumerate(firsts[side])} for side in Side}
    return {
        (numbers[Side.ORIGINAL][a.first], numbers[Side.REWRITE][b.first])
        for match in comparison.sections
        for a in match.original
        for b in match.rewrite
    }


def line(title: str, cases: list[Case]) -> str:
    sections, with_, without, recurring, before = (Score() for _ in range(5))
    for case in cases:
        bare = Sides(case.documents.original, without_headings(case.documents.rewrite))
        compared, plain = (compare(documents, lexicon=lexicon()) for documents in (case.documents, bare))
        sections.add(sections_of(compared), case.sections)
        for found, score, of_recurring in ((links_of(compared), with_, recurring), (links_of(plain), without, before)):
            score.add(found, case.links)
            of_recurring.add(*({link for link in links if link[0] in case.recurring} for links in (found, case.links)))
    count = sum(len(case.documents.original.sentences) for case in cases)
    return f"| {title} ({len(cases)}, {count:,} sentences) | {sections} | {without} | {with_} | {before} | {recurring} |"


def main() -> None:
    """Print one line for each kind of text: precision / recall / F1 in per cent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--chapters", type=int, default=10, help="how many chapters of each kind")
    count = parser.parse_args().chapters
    print("| texts | sections | links without | links with | what recurs, without | with |")
    print("|---|---|---|---|---|---|")
    for title, plan in CHAPTERS.items():
        print(line(title, list(cases_of_chapters(plan, count))), flush=True)
    for corpus in ("ArgRewrite", "ArgRewrite 1-3", "DEplain", "SWiPE") if available() else ():
        print(line(f"books of {corpus}", list(cases_of_books(corpus))), flush=True)


if __name__ == "__main__":
    main()
