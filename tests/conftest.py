"""What all tests share: no test opens a real window, and one switch writes the golden files anew."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings

# on a busy machine a test takes long now and then, which says nothing about the program
settings.register_profile("without a clock", deadline=None)
settings.load_profile("without a clock")

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/pairs/*/expected.md anew; read the difference before you commit it"
    )


@pytest.fixture
def update_golden(request: pytest.FixtureRequest) -> bool:
    """Tell whether golden files are to be written instead of compared."""
    return bool(request.config.getoption("--update-golden"))
