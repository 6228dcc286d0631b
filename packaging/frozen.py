"""Where the frozen program starts: PyInstaller wants a script, and the package's own entry is a function."""

import sys
from multiprocessing import freeze_support

from rewritediff.__main__ import main

if __name__ == "__main__":
    freeze_support()  # each process of a batch starts this program again, with arguments that are not for us
    sys.exit(main())
