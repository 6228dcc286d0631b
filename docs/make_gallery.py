"""Render the pictures of the documentation from the real window, and the page that shows them: make gallery

The pictures stand in a table, gallery_pictures.py. Those of one scale are made by one process, because Qt takes its scale at the start.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from gallery_pictures import PICTURES, SECTIONS, Picture
from gallery_texts import ENCODINGS, LONG, PAIRS, long_text

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from rewritediff.gui.view.main_window import MainWindow

HERE = Path(__file__).resolve().parent
FOLDER = HERE / "gallery"
MOST_BYTES = 150_000
"""A page of forty pictures then loads in a few seconds on a slow line."""
WITHOUT_LOSS = 100
"""WebP quality; smallest for flat colours, where a lossy picture of letters is larger and blurred."""


HEAD = """# Gallery

Every state of the window, made by `make gallery` from the real window. The table of pictures is `docs/gallery_pictures.py`.
"""


def page() -> str:
    """Write the page that shows all pictures."""
    parts = [HEAD]
    for section, pictures in SECTIONS.items():
        parts.append(f"\n## {section}\n")
        parts += [f"\n{picture.line} ({_how(picture)})\n\n![{picture.line}]({picture.name}.webp)\n" for picture in pictures]
    return "".join(parts)


def _how(picture: Picture) -> str:
    width, height = picture.size
    return f"{width}x{height}{f' at {picture.scale}x' if picture.scale > 1 else ''}, {picture.theme.value}"


def texts_of(pair: str, folder: Path) -> list[Path]:
    """Give the files to open for a picture; those that the gallery brings along are written into the folder."""
    from rewritediff.bundled import sample_pair

    if pair == "sample":
        return list(sample_pair())
    if pair == "missing":
        return [sample_pair()[0], Path("/articles/rewrite.txt")]
    texts = (long_text(LONG[pair]), long_text(LONG[pair], "changed")) if pair in LONG else PAIRS.get(pair, ())
    names = [folder / pair / f"{side}{_ending(text)}" for side, text in zip(("original", "rewrite"), texts, strict=False)]
    for path, text in zip(names, texts, strict=False):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding=ENCODINGS.get(pair, "utf-8"))
    return [path for path, text in zip(names, texts, strict=False) if text]


def _ending(text: str) -> str:
    return ".rtf" if text.startswith("{\\rtf") else ".txt"


def taken(picture: Picture, folder: Path) -> QImage:
    """Open the window, do what the picture asks for, and take it."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from rewritediff.gui import app, gestures, reading
    from rewritediff.gui.controller import Controller
    from rewritediff.gui.state import is_busy
    from rewritediff.gui.view.main_window import MainWindow

    app._application()  # noqa: SLF001 - a picture needs what the program makes at its start
    controller = Controller(reading.theme_chosen(app._first_state(), picture.theme))  # noqa: SLF001 - the same
    window = MainWindow(controller)
    window.resize(*picture.size)
    window.show()
    paths = texts_of(picture.pair, folder)
    if paths:
        controller.do(gestures.dropped, [str(path) for path in paths], "", None)
    while is_busy(controller.state):
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return _after_steps(window, picture)


def _after_steps(window: MainWindow, picture: Picture) -> QImage:
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from rewritediff.gui.state import looks_for_copied

    exact = window.comparison.view._exact  # noqa: SLF001 - what is measured while nobody waits must be measured in every picture
    QApplication.processEvents()
    for step in (lambda _: None, *picture.steps):
        step(window)
        while looks_for_copied(window.controller.state):
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        while exact.running:
            exact.slice()
        QApplication.processEvents()
    image = window.grab().toImage()
    window.close()
    return image


def write(image: QImage, path: Path) -> None:
    """Write a picture with as many colours as the gallery has room for: all, five bits of each, four bits of each."""
    from PySide6.QtGui import QImage

    whole = QImage.Format.Format_RGB32
    for colours in (whole, QImage.Format.Format_RGB555, QImage.Format.Format_RGB444):
        if not image.convertToFormat(colours).convertToFormat(whole).save(str(path), "webp", WITHOUT_LOSS):
            raise RuntimeError(f"“{path}” could not be written")
        if path.stat().st_size < MOST_BYTES:
            return


def render(scale: int, names: list[str]) -> None:
    """Render all pictures of one scale, or of these the ones that are named."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = str(scale)
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for picture in PICTURES:
            if picture.scale == scale and (not names or picture.name in names):
                path = FOLDER / f"{picture.name}.webp"
                write(taken(picture, Path(folder)), path)
                sys.stdout.write(f"{path.stat().st_size:>8,} {path.name}\n")
                sys.stdout.flush()


def main() -> None:
    """Render all pictures, or those that are named, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scale", type=int, help="only those of this scale, in this process")
    parser.add_argument("--page", action="store_true", help="print the page and render nothing")
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    if arguments.page:
        sys.stdout.write(page())
    elif arguments.scale:
        render(arguments.scale, arguments.names)
    else:
        for scale in sorted({picture.scale for picture in PICTURES}):
            subprocess.run([sys.executable, __file__, "--scale", str(scale), *arguments.names], check=True, cwd=HERE.parent)
        (FOLDER / "README.md").write_text(page(), encoding="utf-8")
        known = {f"{picture.name}.webp" for picture in PICTURES} | {"README.md"}
        for stale in (path for path in FOLDER.iterdir() if path.name not in known):
            stale.unlink()


if __name__ == "__main__":
    main()
