"""How jobs behave beside the window: the interpreter is set for them, and back."""

from __future__ import annotations

import gc
import sys

import pytest

from rewritediff.gui.manners import SWITCH_INTERVAL, considerate


def test_a_considerate_job_leaves_things_as_they_were() -> None:
    before = sys.getswitchinterval(), gc.isenabled()
    with considerate():
        assert sys.getswitchinterval() == pytest.approx(SWITCH_INTERVAL)
        assert not gc.isenabled()
    assert (sys.getswitchinterval(), gc.isenabled()) == before
