"""What one document may cost, and when a worker is worn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rewritediff.loaders.formats import Format

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Hold the limits of a guard; tests shorten them."""

    cpu_seconds: float = 30
    """Of computing: ten times what a PDF of 439 full pages takes. Time on the clock would refuse documents on busy machines."""
    waiting_seconds: float = 60
    """Of not computing: a process that gets a third of a core still has its 30 seconds, and one that hangs is ended."""
    memory: int = 1024 * MEGABYTE
    """Bytes: a Word document of 32 million characters takes a quarter of it, one with a table of 950,000 cells or a web page of 20 MB
    nearly all; a PDF made to do harm would take whatever there is."""
    pdf_memory: int = 512 * MEGABYTE
    """Bytes for a PDF: 930 pages of music with 250,000 words, the heaviest real one that was found, take 230 MB, and 6,000 full pages
    450 MB; a document made to do harm takes whatever there is."""
    tick: float = 0.05
    """Seconds between two looks; a process takes 100 to 200 MB more in that time at most."""
    start_seconds: float = 60
    """Until a worker that was started says so; a cold disk and a virus scanner take seconds."""
    patience: float = 1.0
    """Seconds that a document waits for the worker at work before a second one is started: most are read in half of one, and starting
    costs 0.2; but a slow document on one side must not hold up the other side."""
    workers: int = 2
    """At work at once, however many threads ask: each may take `memory`."""
    documents: int = 100
    """After so many a worker is replaced: a library that loses a little memory each time never loses much."""
    worn_memory: int = 256 * MEGABYTE
    """Bytes that a worker may keep after a document; one with all readers imported has 50 MB."""

    def of(self, form: Format) -> Limits:
        """Give the limits of documents in one format."""
        return replace(self, memory=min(self.memory, self.pdf_memory)) if form is Format.PDF else self
