"""What a fresh interpreter loads: Qt for the window alone, and nothing heavy before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest

SAMPLE = "from rewritediff.bundled import sample_pair; from rewritediff import load, compare; compare(*map(load, sample_pair()))"
COMMAND = """
import sys
from rewritediff.cli import Windows, main
from rewritediff.bundled import sample_pair
main(["compare", *map(str, sample_pair()), "--format", "{form}"], Windows(run=None, render=None))
"""


def loaded_after(code: str) -> set[str]:
    """Run some code in a fresh interpreter and give the modules that it loaded."""
    script = f"{code}\nimport sys\nprint('\\n' + '\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8", timeout=120)
    return set(done.stdout.splitlines())


CASES = {
    "the package": "import rewritediff",
    "the command line": "import rewritediff.cli, rewritediff.__main__",
    "a comparison": SAMPLE,
    "compare as text": COMMAND.format(form="text"),
    "compare as JSON": COMMAND.format(form="json"),
    "compare as HTML": COMMAND.format(form="html"),
    "batch": "import rewritediff.batch",
}


@pytest.mark.parametrize("code", CASES.values(), ids=CASES.keys())
def test_no_qt(code: str) -> None:
    assert not [name for name in loaded_after(code) if name.startswith("PySide6")]


@pytest.mark.parametrize("code", ["import rewritediff", "import rewritediff.__main__", "from rewritediff.cli.arguments import parsed"])
def test_help_waits_for_nothing_heavy(code: str) -> None:
    assert not loaded_after(code) & {"numpy", "rapidfuzz", "regex", "sentencex", "chardet", "rewritediff.engine", "rewritediff.exporters"}


def test_the_empty_window_waits_for_nothing_that_reads_or_compares() -> None:
    foreign = {"chardet", "lxml", "markdown_it", "psutil", "rapidfuzz", "sentencex", "trafilatura", "urllib3"}
    assert not loaded_after("import rewritediff.gui.app") & {*foreign, "rewritediff.loaders.loading", "rewritediff.core.alignment"}


def test_plain_text_waits_for_no_parser_of_other_formats() -> None:
    assert not loaded_after(SAMPLE) & {"lxml", "olefile", "psutil", "pypdfium2", "trafilatura", "urllib3", "subprocess"}


def test_the_public_names_are_there() -> None:
    names = "import rewritediff; [getattr(rewritediff, name) for name in rewritediff.__all__]; from rewritediff import *"
    assert "rewritediff.engine" in loaded_after(names)


def test_an_unknown_name_is_an_attribute_error() -> None:
    import rewritediff

    with pytest.raises(AttributeError, match="nothing_of_the_kind"):
        _ = rewritediff.nothing_of_the_kind
    assert "compare" in dir(rewritediff)
