"""Render the pictures of the documentation from the real window: make gallery

Each picture is made by a process of its own, so that scale and theme are those of a fresh start.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PICTURES = {
    "window-light": ("--size", "1440x900"),
    "window-dark": ("--size", "1440x900", "--dark"),
    "window-small": ("--size", "1024x700"),
    "window-2x": ("--size", "1024x700", "--scale", "2"),
}


def render(arguments: argparse.Namespace) -> None:
    """Render one picture in this process."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_SCALE_FACTOR"] = arguments.scale
    from rewritediff.bundled import sample_pair
    from rewritediff.gui.app import render as render_window

    width, height = map(int, arguments.size.split("x"))
    original, rewrite = sample_pair()
    render_window(original, rewrite, arguments.picture, size=(width, height), dark=arguments.dark)


def main() -> None:
    """Render all pictures, or the one that is asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--picture", type=Path)
    parser.add_argument("--size", default="1440x900")
    parser.add_argument("--scale", default="1")
    parser.add_argument("--dark", action="store_true")
    arguments = parser.parse_args()
    if arguments.picture is not None:
        render(arguments)
        return
    folder = HERE / "gallery"
    folder.mkdir(exist_ok=True)
    for name, options in PICTURES.items():
        picture = folder / f"{name}.png"
        subprocess.run([sys.executable, __file__, "--picture", str(picture), *options], check=True, cwd=ROOT)
        sys.stdout.write(f"{picture.relative_to(ROOT)}\n")


if __name__ == "__main__":
    main()
