"""Does what the command line asks and turns what went wrong into one line on standard error and an exit status."""

from __future__ import annotations

import errno
import os
import traceback
from collections.abc import Sequence

from rewritediff.cli.arguments import BatchRequest, CompareRequest, Request, SampleRequest, WindowRequest, parsed
from rewritediff.cli.failure import DONE, FAILED, INTERRUPTED, CannotBeDone
from rewritediff.cli.streams import forget_output, say
from rewritediff.cli.windows import Windows, can_be_seen


def main(arguments: Sequence[str], windows: Windows) -> int:
    """Run the program and give its exit status."""
    try:
        return _answer(parsed(arguments), windows)
    except SystemExit as left:  # argparse leaves so after --help, --version and mistakes
        return left.code if isinstance(left.code, int) else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # whoever reads standard output has seen enough
        forget_output()
        return DONE
    except CannotBeDone as error:
        say(str(error))
    except MemoryError:
        say("there is not enough memory")
    except OSError as error:
        say(_words_of(error))
    except Exception as error:  # noqa: BLE001 - Python's own status for a crash is 1, which would say "found something"
        if os.environ.get("REWRITEDIFF_TRACEBACK"):
            traceback.print_exc()
        say(f"a mistake of ours: {type(error).__name__}: {error}. Please report it; REWRITEDIFF_TRACEBACK=1 shows where")
    return FAILED


def _answer(request: Request, windows: Windows) -> int:
    # each command loads what it needs: the window does not wait for the reports, --help for neither
    match request:
        case WindowRequest(paths):
            return _open_window(paths, windows)
        case CompareRequest():
            from rewritediff.cli.comparing import compare_pair

            return compare_pair(request)
        case BatchRequest():
            from rewritediff.cli.batching import compare_many

            return compare_many(request)
        case SampleRequest():
            from rewritediff.cli.sample import show_sample

            return show_sample(request, windows)


def _open_window(paths: Sequence[str], windows: Windows) -> int:
    if not can_be_seen() and "QT_QPA_PLATFORM" not in os.environ:
        raise CannotBeDone("there is no display for the window; `rewritediff compare ORIGINAL REWRITE` reports on the terminal")
    return windows.run(paths)


ADVICE = {
    errno.ENOENT: "Check the name and the folder",
    errno.ENOTDIR: "Check the name and the folder",
    errno.EISDIR: "Name a file, not a folder",
    errno.EACCES: "Ask its owner, or choose another name or folder",
    errno.EPERM: "Ask its owner, or choose another name or folder",
    errno.EROFS: "Choose another folder",
    errno.ENOSPC: "Make room, or choose another disk",
}
"""What to do where a file cannot be opened or written."""


def _words_of(error: OSError) -> str:
    reason = error.strerror or str(error) or type(error).__name__
    said = f"“{error.filename}”: {reason}" if error.filename else reason
    return f"{said}. {ADVICE[error.errno]}." if error.errno in ADVICE else said
