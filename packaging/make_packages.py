"""Fills dist/: wheel and source archive, and the program frozen into a folder for the system that it runs on, tried there.

Fails where the frozen program fails: a package that was never started is no package.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
FOLDER = PROJECT / "dist" / "rewritediff"
PROGRAM = FOLDER / ("rewritediff.exe" if os.name == "nt" else "rewritediff")


def main() -> int:
    """Build, freeze, slim, weigh, try."""
    build_wheel()
    freeze()
    strip_python()
    show_licences()
    for line in weights(FOLDER):
        print(line)
    print("Trying the frozen program", flush=True)
    return subprocess.run([sys.executable, PROJECT / "packaging" / "smoke_test.py", PROGRAM], check=False).returncode


def build_wheel() -> None:
    """Build wheel and source archive with the backend that is installed, pinned, beside this interpreter."""
    subprocess.run([sys.executable, "-m", "hatchling", "build", "--directory", PROJECT / "dist"], cwd=PROJECT, check=True)


def freeze() -> None:
    """Run PyInstaller on the spec, afresh: what a former run left in build/ has hidden a missing file before."""
    pyinstaller: list[str | Path] = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "WARN"]
    places: list[str | Path] = ["--distpath", PROJECT / "dist", "--workpath", PROJECT / "build"]
    subprocess.run([*pyinstaller, *places, PROJECT / "packaging" / "rewritediff.spec"], check=True)


def strip_python() -> None:
    """Take the symbols out of libpython on Linux: 23 MB become 6. The wheels' own libraries have none, and strip breaks numpy's."""
    strip = shutil.which("strip")
    if sys.platform == "linux" and strip:
        for library in FOLDER.rglob("libpython3.*.so*"):
            subprocess.run([strip, "--strip-unneeded", library], check=True)


def show_licences() -> None:
    """Put the licences beside the program, where a person looks for them; the application for macOS keeps them inside."""
    shutil.move(next(FOLDER.rglob("licences")), FOLDER / "licences")


def weights(folder: Path, heaviest: int = 8) -> list[str]:
    """Say how large the folder is and which files make it so."""
    # a link (Qt's libraries stand in several places) weighs nothing
    sizes = {path.relative_to(folder): path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink()}
    ranked = sorted(sizes.items(), key=lambda item: (-item[1], item[0]))
    return [
        f"{megabytes(sum(sizes.values()))}  dist/{folder.name}, {len(sizes)} files",
        *(f"{megabytes(size)}    {path}" for path, size in ranked[:heaviest]),
    ]


def megabytes(size: int) -> str:
    """123456789 -> ' 123.5 MB'."""
    return f"{size / 1e6:6.1f} MB"


if __name__ == "__main__":
    sys.exit(main())
