"""Reports: a Comparison -> a text or bytes, one format a file.

A new format is one new file with an exporter and one row in FORMATS.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rewritediff.core.comparison import Comparison
from rewritediff.exporters import html_report, json_report, text_report

__all__ = ["FORMATS", "PLANNED", "Format"]


@dataclass(frozen=True, slots=True)
class Format:
    """Say how a kind of report is made and how its files end."""

    export: Callable[[Comparison], str | bytes]
    extension: str
    is_binary: bool = False


FORMATS: dict[str, Format] = {
    "text": Format(text_report.export, ".txt"),
    "json": Format(json_report.export, ".json"),
    "html": Format(html_report.export, ".html"),
}
"""The reports that can be made, by the name that the command line takes."""

PLANNED = ("markdown", "csv", "docx", "pdf")
"""Names that will be formats and are not yet; asked for, they deserve a better word than "unknown"."""
