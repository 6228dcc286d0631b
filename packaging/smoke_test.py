"""Tries the frozen program as a stranger would: without the checkout, without Python on the path, in an empty folder.

Knows the command line and the documented JSON, and nothing of the package: it must not be helped by an importable rewritediff.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

SECONDS = 120
"""What one call may take; a slow disk's first start is the longest."""
PARAGRAPHS = (
    "The new bridge over the river was opened on the first Monday in May.",
    "It cost 30 million euros, and the council had planned it for eleven years.",
    "Ferries will go on crossing the river until the end of the summer.",
)
"""What the documents say that are read in a test; each fits on a line of a PDF page."""
PNG = b"\x89PNG\r\n\x1a\n"


class SmokeTestError(Exception):
    """The frozen program did not do what the documentation says."""


def main(program: Path) -> int:
    """Run every check in a folder of its own; 0 where all pass."""
    failures = 0
    for check in CHECKS:
        started = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            try:
                check(program.resolve(), Path(folder))
            except (SmokeTestError, OSError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
                failures += 1
                verdict = f"FAILED: {error}"
            else:
                verdict = "ok"
        print(f"  {check.__name__.replace('_', ' '):30} {time.monotonic() - started:5.1f} s  {verdict}")
    return min(failures, 1)


def says_its_version(program: Path, folder: Path) -> None:
    """`--version` names the program."""
    expect("rewritediff" in run(program, folder, "--version").lower(), "--version does not name the program")


def compares_two_files(program: Path, folder: Path) -> None:
    """Two small files give the comparison that anybody can check by eye."""
    (folder / "original.txt").write_text("The bridge opened in May. It cost 30 million euros.\n", encoding="utf-8")
    (folder / "rewrite.txt").write_text("The bridge opened in May. It cost 36 million euros.\n", encoding="utf-8")
    comparison = json.loads(run(program, folder, "compare", "original.txt", "rewrite.txt", "--format", "json"))
    expect(comparison["format"] == "rewritediff-comparison", "not a comparison")
    expect(comparison["summary"]["original_sentences"] == 2, "the original has two sentences")
    changed = [edit for passage in comparison["passages"] for edit in passage["edits"] if edit["change"] == "added"]
    added = [comparison["rewrite"]["text"][slice(*edit["rewrite"])] for edit in changed]
    expect(added == ["36"], f"30 became 36, and {added} is marked")


def compares_the_bundled_pair(program: Path, folder: Path) -> None:
    """The sample pair came along, and its languages' tables and the segmenter work on it."""
    pair = [str(next(program.parent.rglob(f"samples/{name}.txt"), name)) for name in ("original", "rewrite")]
    comparison = json.loads(run(program, folder, "compare", *pair, "--format", "json"))
    expect(len(comparison["passages"]) > 20, "too few passages")
    expect(comparison["summary"]["omitted"] > 0, "nothing was dropped")


def reads_documents(program: Path, folder: Path) -> None:
    """The readers and their libraries came along, and the program can start itself as the process that they run in."""
    (folder / "text.txt").write_text("\n\n".join(PARAGRAPHS), encoding="utf-8")
    for name, content in (("a.docx", word_document()), ("a.pdf", pdf_document()), ("a.html", web_page())):
        (folder / name).write_bytes(content)
        comparison = json.loads(run(program, folder, "compare", name, "text.txt", "--format", "json"))
        text = comparison["original"]["text"]
        expect(text.split() == " ".join(PARAGRAPHS).split(), f"{name} is read as {text[:200]!r}")


def word_document() -> bytes:
    """Build the smallest document that Word opens."""
    namespace = "http://schemas.openxmlformats.org"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{namespace}/package/2006/content-types"><Override PartName="/word/document.xml" ContentType='
        '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{namespace}/package/2006/relationships"><Relationship Id="r" Target="word/document.xml" '
        f'Type="{namespace}/officeDocument/2006/relationships/officeDocument"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{namespace}/wordprocessingml/2006/main"><w:body>'
        + "".join(f"<w:p><w:r><w:t>{paragraph}</w:t></w:r></w:p>" for paragraph in PARAGRAPHS)
        + "</w:body></w:document>",
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return packed.getvalue()


def pdf_document() -> bytes:
    """Build a page with each paragraph in lines of its own."""
    lines = "".join(f"BT /F 11 Tf 60 {700 - 40 * number} Td ({text}) Tj ET\n" for number, text in enumerate(PARAGRAPHS))
    objects = (
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        f"<</Length {len(lines)}>>stream\n{lines}endstream",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    )
    written, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    ends = f"xref\n0 6\n0000000000 65535 f \n{table}trailer<</Size 6/Root 1 0 R>>\nstartxref\n{len(written)}\n%%EOF\n"
    return (written + ends).encode("ascii")


def web_page() -> bytes:
    """Build a page with an article and what stands around it."""
    article = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    around = "<nav><a href='/'>Home</a> <a href='/news'>News</a></nav>"
    return f"<!doctype html><html><body>{around}<article>{article}</article></body></html>".encode()


def finds_what_was_bent(program: Path, folder: Path) -> None:
    """The tables of the finders came along: negations and a name, and the exit status that is asked for."""
    pairs = (
        ("The new vaccine does not protect children under five.", "The new vaccine protects children under five.", "negation"),
        ("Der Verein hat die alte Mühle am Fluss nicht verkauft.", "Der Verein hat die alte Mühle am Fluss verkauft.", "negation"),
        ("Chile sold more copper than Peru did last year.", "Chile sold more copper than Bolivia did last year.", "name"),
    )
    for number, (original, rewrite, kind) in enumerate(pairs):
        for side, text in (("original", original), ("rewrite", rewrite)):
            (folder / f"{side}{number}.txt").write_text(text, encoding="utf-8")
        arguments = ("compare", f"original{number}.txt", f"rewrite{number}.txt", "--format", "json", "--fail-on", "findings")
        done = call(program, folder, *arguments)
        expect(done.returncode == 1, f"status {done.returncode} where 1 is documented: {done.stderr[-300:]}")
        found = [finding["kind"] for finding in json.loads(done.stdout)["findings"]]
        expect(found == [kind], f"{found} found where {kind} changed")
    notices = [path for path in program.parent.rglob("NOTICE") if "WordNet" in path.read_text(encoding="utf-8")]
    expect(bool(notices), "WordNet's notice is missing")


def compares_a_batch(program: Path, folder: Path) -> None:
    """Two processes at work: a frozen program that starts itself wrongly opens windows without end here."""
    records = [{"id": str(number), "original": f"Day {number} was dry.", "rewrite": f"Day {number} was wet."} for number in range(40)]
    (folder / "pairs.jsonl").write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    answers = [json.loads(line) for line in run(program, folder, "batch", "pairs.jsonl", "--jobs", "2").splitlines()]
    expect([answer["id"] for answer in answers] == [record["id"] for record in records], "not every pair was answered, in order")
    expect(not any("error" in answer for answer in answers), "a pair was refused")


def refuses_in_words(program: Path, folder: Path) -> None:
    """A file that is missing gives status 2 and a reason, never a traceback."""
    done = call(program, folder, "compare", "missing.txt", "missing.txt")
    expect(done.returncode == 2, f"status {done.returncode} where 2 is documented")
    expect("missing.txt" in done.stderr and "Traceback" not in done.stderr, f"unhelpful: {done.stderr[-300:]}")


def renders_the_sample(program: Path, folder: Path) -> None:
    """Qt and its plug-ins came along: the window is painted without a display."""
    run(program, folder, "sample", "--output-folder", "shown")
    expect((folder / "shown" / "window.png").read_bytes().startswith(PNG), "window.png is no picture")
    expect("<html" in (folder / "shown" / "report.html").read_text(encoding="utf-8"), "report.html is no page")


def expect(true: bool, otherwise: str) -> None:
    """Fail with this reason."""
    if not true:
        raise SmokeTestError(otherwise)


def run(program: Path, folder: Path, *arguments: str) -> str:
    """Call the program and give what it printed."""
    done = call(program, folder, *arguments)
    expect(done.returncode == 0, f"{' '.join(arguments)} -> {done.returncode}: {done.stderr[-300:]}")
    return done.stdout


def call(program: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Call the program where nothing of ours can help it."""
    return subprocess.run(
        [program, *arguments], cwd=folder, env=bare_environment(folder), capture_output=True, encoding="utf-8", timeout=SECONDS, check=False
    )


def bare_environment(home: Path) -> dict[str, str]:
    """Keep only what the system itself needs: no display, no virtual environment, no settings of this user."""
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    return kept | {"HOME": str(home), "APPDATA": str(home), "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}


CHECKS = (
    says_its_version,
    compares_two_files,
    compares_the_bundled_pair,
    reads_documents,
    finds_what_was_bent,
    compares_a_batch,
    refuses_in_words,
    renders_the_sample,
)

if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
