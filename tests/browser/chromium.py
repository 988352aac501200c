"""The browser for tests: the system's Chromium through Playwright, or a reason why not."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str | None:
    """The path of the first of the known browsers that is installed."""
    return next((path for path in map(shutil.which, NAMES) if path), None)


def find_or_skip() -> str:
    """The path of the browser; without one the test is skipped, and fails where CI is set."""
    path = find()
    if path is None:
        reason = f"install one of {', '.join(NAMES)} to run the tests in a browser"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path


def options() -> list[str]:
    """Command-line options; the sandbox of Chromium does not run as root."""
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*OPTIONS, "--no-sandbox"] if as_root else list(OPTIONS)


@contextmanager
def open_browser() -> Iterator:
    """A headless browser; pages come from its `new_page(viewport=...)`."""
    path = find_or_skip()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=options())
        try:
            yield browser
        finally:
            browser.close()
