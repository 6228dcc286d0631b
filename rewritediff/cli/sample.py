"""The command `sample`: what a newcomer sees first, with or without a display."""

from __future__ import annotations

from pathlib import Path

from rewritediff.bundled import sample_pair
from rewritediff.cli.arguments import SampleRequest
from rewritediff.cli.failure import DONE, CannotBeDone
from rewritediff.cli.streams import write_output
from rewritediff.cli.windows import Windows, can_be_seen

PICTURE, REPORT = "window.png", "report.html"


def show_sample(request: SampleRequest, windows: Windows) -> int:
    """Open the sample in the window, or write what the window would show."""
    if can_be_seen():
        return windows.run([str(path) for path in sample_pair()], close_after_first_paint=request.close_after_first_paint)
    folder = Path(request.folder)
    folder.mkdir(parents=True, exist_ok=True)
    said = _write_report(folder / REPORT)
    write_output(f"{said}\nThere is no display, so the report and a picture of the window were written:\n  {folder / REPORT}\n")
    try:
        windows.render(*sample_pair(), folder / PICTURE)
    except ImportError as error:  # Qt's libraries are missing on a machine without a desktop
        raise CannotBeDone(f"the picture of the window could not be made: {error}") from error
    write_output(f"  {folder / PICTURE}\n")
    return DONE


def _write_report(path: Path) -> str:
    """Write the report and give its answer line."""
    from rewritediff.engine import compare
    from rewritediff.exporters import FORMATS
    from rewritediff.exporters.writing import write_whole
    from rewritediff.loaders import load
    from rewritediff.wording import answer

    original, rewrite = sample_pair()
    comparison = compare(load(original), load(rewrite))
    write_whole(path, FORMATS["html"].export(comparison))
    return str(answer(comparison))
