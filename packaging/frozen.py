"""Where the frozen program starts: PyInstaller wants a script, and the package's own entry is a function."""

import sys

from rewritediff.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
