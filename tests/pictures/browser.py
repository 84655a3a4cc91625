"""Pictures of pages by Chromium, where it is installed: one run for the height, one for a picture of that size."""

import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.pictures.page import HEIGHT, WIDTH

_NAMES = ("chromium", "chromium-browser", "google-chrome")
_PATIENCE = 60


class Browser:
    """A Chromium that shows pages to nobody."""

    def __init__(self, program: str) -> None:
        self._program = program

    def height(self, html: Path) -> int:
        """How high a page is."""
        told = re.search(rf'{HEIGHT}="(\d+)"', self._run("--dump-dom", f"--window-size={WIDTH},800", html.as_uri()))
        if told is None:
            raise RuntimeError(f"{self._program} does not tell the height of {html}")
        return int(told[1])

    def take(self, html: Path, height: int) -> Path:
        """A picture of a page, beside it."""
        picture = html.with_suffix(".png")
        self._run(f"--screenshot={picture}", f"--window-size={WIDTH},{height}", html.as_uri())
        if not picture.exists():
            raise RuntimeError(f"{self._program} takes no picture of {html}")
        return picture

    def _run(self, *arguments: str) -> str:
        with tempfile.TemporaryDirectory() as profile:
            quiet = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--hide-scrollbars")
            command = [self._program, "--headless", *quiet, f"--user-data-dir={profile}", *arguments]
            return subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=True).stdout


def browser() -> Browser | None:
    """The Chromium of this machine, if there is one."""
    found = next((path for name in _NAMES if (path := shutil.which(name))), None)
    return Browser(found) if found else None
