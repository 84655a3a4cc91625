"""`python -m tests.pictures.digests FOLDER`: three days of a channel's digest as each platform is sent them.

The first day with the five articles just loaded, a quiet one, and one on which guidance was raised and two sources
disagree. Writes HTML and, with Chromium, PNG; prints what a phone's notification would read out.
"""

import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from adapters.discord_app.responding import outgoing
from adapters.slack_app.blocks import message as slack_message
from bot.digest.wording import Page
from bot.line import Line
from bot.people import Person, Place
from bot.places import shipped_corpus
from bot.publishing.composing import Composing
from bot.records import MemoryRecords
from bot.reply import Reply
from bot.schedule import Schedule
from bot.subscription import Subscription
from knowledge.amount import PrintedAmount
from knowledge.article import Article, Published
from knowledge.claim import Claim
from knowledge.store import PutArticle, PutClaim, Store
from knowledge.value import Language, Passage
from tests.pictures.browser import browser
from tests.pictures.discord import discord_html
from tests.pictures.page import page
from tests.pictures.slack import slack_html

_DAY = date(2026, 11, 20)
_AT = datetime(2026, 11, 20, 8, tzinfo=UTC)


def days(store: Store, language: Language = "en") -> Iterator[tuple[str, Page]]:
    """The pages of the three days."""
    line, records = Line(store), MemoryRecords()
    composing = Composing(store, line.names, records.digests)
    order = Subscription(
        place=Place(platform="slack", workspace="T1", channel="C1"),
        by=Person(platform="slack", workspace="T1", user="U1"),
        schedule=Schedule(at=time(9), zone="Europe/Berlin"),
        language=language,
    )
    loaded = store.change_number()
    for name, after in (("first", 0), ("quiet", loaded), ("changed", loaded)):
        upto = _changed(store) if name == "changed" else loaded
        found = composing.digest(order, _DAY, (after, upto), _AT).page
        assert found is not None
        yield name, found


def _changed(store: Store) -> int:
    """An article comes in that raises guidance and disagrees with another."""
    known = {claim.id: claim for claim, _ in store.claims("approved")}
    guidance = next(
        one for one in known.values() if (one.subject, one.metric, one.status) == ("meta", "capex", "guidance")
    )
    level = next(
        one
        for one in known.values()
        if (one.subject, one.metric, one.measure, one.status) == ("alphabet", "capex", "level", "actual")
    )
    article = Article(
        id="a-later-article",
        title="What they spend now",
        published=Published(date=_DAY),
        language="en",
        sha256="0" * 64,
    )
    claims = [_anew(guidance, "raised-guidance", 38, 42), _anew(level, "another-level", 22)]
    return store.write("anna", [PutArticle(article), *map(PutClaim, claims)], _AT)


def _anew(claim: Claim, key: str, low: int, high: int | None = None) -> Claim:
    """The same said again with another figure, as a later article might."""
    printed = f"{low} to {high} billion dollars" if high else f"{low} billion dollars"
    quote = f"It now comes to {printed}."
    ends: dict[str, Any] = {"low": Decimal(low) * 10**9, "high": Decimal(high or low) * 10**9}
    amount = PrintedAmount(
        **ends, unit="USD", bound="range" if high else "exact", start=quote.index(printed), text=printed
    )
    changes = {"id": key, "article": "a-later-article", "quote": Passage(start=0, text=quote), "amount": amount}
    return claim.model_copy(update={**changes, "context": (), "inferred": (), "cautions": (), "contrasts": ()})


def main(folder: Path) -> None:
    """Write the files, and print the texts."""
    folder.mkdir(parents=True, exist_ok=True)
    chromium = browser()
    with tempfile.TemporaryDirectory() as base, Store(f"sqlite:///{base}/base.db", corpus=shipped_corpus()) as store:
        for name, found in days(store):
            for number, reply in enumerate((found.main, *found.rest)):
                slack = slack_message(reply)
                sent = {"slack": slack_html(slack), "discord": discord_html(_in_discord(reply))}
                for platform, html in sent.items():
                    file = folder / f"{name}-{number}.{platform}.html"
                    file.write_text(page(platform, name, html, private=False), encoding="utf-8")
                    if chromium:
                        chromium.take(file, chromium.height(file))
                if not number:
                    print(f"--- {name}, {len(found.rest)} more in the thread\n{slack['text']}\n")  # noqa: T201


def _in_discord(reply: Reply) -> dict[str, Any]:
    return {"content": "", "components": outgoing(reply).view.to_components()}  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
