"""Measure what it costs to open a document, the program and its worker together: make bench-loading

    python benchmarks/loading.py [FILES]

CPU seconds, user and system, of a fresh process that loads one document and of the worker that it starts: cold with everything that is
imported on the way, warm a second time. The files are made here: a Word document and an OpenDocument text of 50 pages, a web page and a
PDF of 439 pages, the plainest there can be; files of your own, in any format, can be named.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path
from typing import Any

import psutil

from rewritediff.loaders import LoadError, load
from rewritediff.loaders.guard import close

RUNS = 5
WORDS = [
    "the",
    "council",
    "of",
    "a",
    "small",
    "town",
    "has",
    "said",
    "that",
    "its",
    "bridge",
    "over",
    "river",
    "would",
    "be",
    "closed",
    "for",
    "repairs",
    "until",
    "spring",
    "while",
    "traffic",
    "goes",
    "round",
]
PAGE_WORDS = 500
LINE_WORDS = 11
LINES = 46

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
)
OFFICE = "urn:oasis:names:tc:opendocument:xmlns"


def paragraphs(pages: int) -> list[str]:
    """Invent paragraphs of some hundred words."""
    chance = random.Random(1)
    return [" ".join(chance.choices(WORDS, k=PAGE_WORDS // 5)).capitalize() + "." for _ in range(pages * 5)]


def docx(path: Path, pages: int) -> None:
    """Write a Word document whose paragraphs have a few runs each, as Word's have."""
    runs = "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>"
    body = "".join(
        f"<w:p><w:r><w:t xml:space='preserve'>{text[:200]}{runs}{text[200:400]}{runs}{text[400:]}</w:t></w:r></w:p>"
        for text in paragraphs(pages)
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", TYPES)
        package.writestr("_rels/.rels", RELATIONS)
        package.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')


def odt(path: Path, pages: int) -> None:
    """Write an OpenDocument text."""
    body = "".join(f"<text:p>{text}</text:p>" for text in paragraphs(pages))
    names = f'xmlns:office="{OFFICE}:office:1.0" xmlns:text="{OFFICE}:text:1.0"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)
        package.writestr(
            "content.xml",
            f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body></office:document-content>",
        )


def html(path: Path, pages: int) -> None:
    """Write a web page with an article in it."""
    body = "".join(f"<p>{text}</p>" for text in paragraphs(pages))
    path.write_text(f"<!DOCTYPE html><html><body><nav>Home</nav><article><h1>A title</h1>{body}</article></body></html>", encoding="utf-8")


def pdf(path: Path, pages: int) -> None:
    """Write a PDF of text lines in one of the fonts that every reader has."""
    lines = " ".join(paragraphs(pages * LINES * LINE_WORDS // PAGE_WORDS + 1)).split()
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for page in range(pages):
        start = page * LINES * LINE_WORDS
        shown = "".join(f"({' '.join(lines[at : at + LINE_WORDS])}) Tj T*\n" for at in range(start, start + LINES * LINE_WORDS, LINE_WORDS))
        content = f"BT /F1 11 Tf 15 TL 60 780 Td\n{shown}ET"
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        resources = "<< /Font << /F1 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources {resources} /Contents {len(objects)} 0 R >>")
    objects[1] = f"<< /Type /Pages /Count {pages} /Kids [{' '.join(kids)}] >>"
    written, places = bytearray(b"%PDF-1.4\n"), []
    for number, value in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj\n{value}\nendobj\n".encode("latin-1")
    start = len(written)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    written += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}".encode()
    written += f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    path.write_bytes(written)


def measured(path: Path) -> dict[str, Any]:
    """Load a document twice in this process; the worker's time is counted when it has ended."""
    clock, spent = [], []
    words = 0
    for _ in range(2):
        began, before = time.perf_counter(), _cpu()
        try:
            words = len(load(path).text.split())
        except LoadError as error:
            return {"refused": str(error)}
        clock.append(time.perf_counter() - began)
        spent.append(_cpu() - before)
    # this process began with an interpreter and this script
    largest = max((child.memory_info().rss / 1e6 for child in psutil.Process().children()), default=0)
    close()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "cold": spent[0],
        "warm": spent[1],
        "clock": clock[0],
        "words": words,
        "mb": largest,
        "worker": children.ru_utime + children.ru_stime,
    }


def _cpu() -> float:
    own = resource.getrusage(resource.RUSAGE_SELF)
    workers = [child.cpu_times() for child in psutil.Process().children()]
    return own.ru_utime + own.ru_stime + sum(times.user + times.system for times in workers)


def in_fresh_processes(path: Path) -> dict[str, Any]:
    """Measure a document some times and take the medians."""
    runs = []
    for _ in range(RUNS):
        done = subprocess.run([sys.executable, __file__, "--measured", str(path)], capture_output=True, text=True, check=True)
        runs.append(json.loads(done.stdout))
        if "refused" in runs[-1]:
            return runs[-1]
    return {key: statistics.median(run[key] for run in runs) for key in runs[0]}


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--measured", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measured:
        print(json.dumps(measured(options.measured)))
        return
    with tempfile.TemporaryDirectory() as folder:
        made = [
            (Path(folder) / f"{pages} pages.{kind}", pages, kind) for kind, pages in (("docx", 50), ("odt", 50), ("html", 50), ("pdf", 439))
        ]
        for path, pages, kind in made:
            {"docx": docx, "odt": odt, "html": html, "pdf": pdf}[kind](path, pages)
        print(f"{'':24} {'words':>8} {'cold, CPU s':>12} {'warm, CPU s':>12} {'cold, clock s':>14} {'worker, MB':>11}")
        for path in [*(path for path, *_ in made), *options.files]:
            found = in_fresh_processes(path)
            if "refused" in found:
                print(f"{path.name:24} {found['refused']}")
                continue
            figures = f"{found['words']:8,.0f} {found['cold']:12.3f} {found['warm']:12.3f} {found['clock']:14.3f} {found['mb']:11.0f}"
            print(f"{path.name:24} {figures}")


if __name__ == "__main__":
    main()
