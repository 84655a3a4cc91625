"""`python -m tests.pictures FOLDER [QUESTION …]`: answers to some questions as JSON, HTML and, with Chromium, PNG."""

import argparse
import json
import re
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path

from bot.line import Line
from bot.places import shipped_corpus
from knowledge.store import Store
from tests.pictures.browser import Browser, browser
from tests.pictures.page import page, screens
from tests.pictures.sent import Sent, sent

QUESTIONS = (
    "/capex meta",
    "meta vs google capex",
    "capex",
    "OpenAI loss 2026",
    "samsung capex",
    "hi",
    "Was gibt Microsoft für KI aus?",
)
"""One of each kind: a command, a comparison, a choice, a conflict, nothing known, help, German."""


def main() -> None:
    """Write the files and say how long each message is on a phone."""
    given = _given()
    given.folder.mkdir(parents=True, exist_ok=True)
    chromium = browser()
    if chromium is None:
        print("Chromium is not installed here, so there are no PNG pictures; the HTML files show the same.")  # noqa: T201
    with (
        tempfile.TemporaryDirectory() as folder,
        Store(f"sqlite:///{Path(folder) / 'base.db'}", corpus=shipped_corpus()) as store,
    ):
        line = Line(store)
        for number, asked in enumerate(given.questions or QUESTIONS, 1):
            for message in sent(line, asked, given.on):
                name = f"{number:02}-{_slug(asked)}.{message.platform}"
                print(f"{name}: {_written(given.folder, name, asked, message, chromium)}")  # noqa: T201


def _given() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("questions", nargs="*", metavar="QUESTION")
    parser.add_argument("--on", type=date.fromisoformat, default=datetime.now(UTC).date(), help="the day of asking")
    return parser.parse_args()


def _written(folder: Path, name: str, asked: str, message: Sent, chromium: Browser | None) -> str:
    """Write the files of a message; how long it is."""
    (folder / f"{name}.json").write_text(json.dumps(message.json, ensure_ascii=False, indent=1), encoding="utf-8")
    html = folder / f"{name}.html"
    html.write_text(page(message.platform, asked, message.html, private=message.private), encoding="utf-8")
    if chromium is None:
        return "no picture"
    height = chromium.height(html)
    chromium.take(html, height)
    return f"{height} high, {screens(height):.1f} screens"


def _slug(asked: str) -> str:
    return re.sub(r"\W+", "-", asked.lower()).strip("-") or "nothing"


if __name__ == "__main__":
    main()
