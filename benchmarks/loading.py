"""Measure what it costs to open a document, the program and its worker together: make bench-loading

    python benchmarks/loading.py [FILES]

CPU seconds, user and system, of a fresh process that loads one document, and of the worker that it starts: cold from the start of the
interpreter with everything that is imported on the way, warm for each further time. The files are made here, the plainest there can be: a
Word document, an OpenDocument text and a web page of 50 pages, a PDF of 439; files of your own, in any format, can be named.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

RUNS = 5
AGAIN = 5
"""Times that a document is loaded once more, to tell what it costs warm."""
MEASURED = """
import json, resource, sys, time
from rewritediff.loaders import LoadError, load
from rewritediff.loaders.guarding.guard import close
began = time.perf_counter()
for _ in range(int(sys.argv[2])):
    try:
        words = len(load(sys.argv[1]).text.split())
    except LoadError:
        words = 0
clock = time.perf_counter() - began
close()
own, worker = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
cpu = own.ru_utime + own.ru_stime + worker.ru_utime + worker.ru_stime
print(json.dumps({"cpu": cpu, "clock": clock, "mb": worker.ru_maxrss / 1024, "words": words}))
"""
SENTENCE = "the council of a small town has said that its bridge over the river would be closed for repairs until spring"
WORDS = SENTENCE.split()
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


def measured(path: Path, times: int) -> dict[str, float]:
    """Load a document some times in one fresh process, and count all that this process and its worker have used from their start to end."""
    done = subprocess.run([sys.executable, "-c", MEASURED, str(path), str(times)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def figures(path: Path) -> str:
    """Give a document's row of the table, of medians."""
    once, often = ([measured(path, times) for _ in range(RUNS)] for times in (1, AGAIN + 1))
    cold, much = (statistics.median(run["cpu"] for run in runs) for runs in (once, often))
    words, largest = (statistics.median(run[key] for run in once) for key in ("words", "mb"))
    clock = statistics.median(run["clock"] for run in once)
    if not words:
        return "could not be opened"
    return f"{words:8,.0f} {cold:12.3f} {max(0, much - cold) / AGAIN:12.3f} {clock:14.3f} {largest:11.0f}"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        made = [
            (Path(folder) / f"{pages} pages.{kind}", pages, kind) for kind, pages in (("docx", 50), ("odt", 50), ("html", 50), ("pdf", 439))
        ]
        for path, pages, kind in made:
            {"docx": docx, "odt": odt, "html": html, "pdf": pdf}[kind](path, pages)
        print(f"{'':24} {'words':>8} {'cold, CPU s':>12} {'warm, CPU s':>12} {'cold, clock s':>14} {'worker, MB':>11}")
        for path in [*(path for path, *_ in made), *options.files]:
            print(f"{path.name:24} {figures(path)}")


if __name__ == "__main__":
    main()
