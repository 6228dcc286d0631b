"""The command line: reads the arguments, calls the engine, writes reports, and turns every failure into one line and a number.

Exit status: 0 done; 1 done, and what --fail-on names was found; 2 could not be done; 130 stopped with Ctrl-C.
"""

from rewritediff.cli.entry import main
from rewritediff.cli.windows import Windows

__all__ = ["Windows", "main"]
