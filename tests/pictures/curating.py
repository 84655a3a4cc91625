"""`python -m tests.pictures.curating FOLDER [en|de]`: what curators see in both chats, as they see it on a phone.

A proposed claim, one that disagrees with the base, a wrong figure, a suggested article, the forms behind their buttons,
the picker of curators, the message about one's own article, and the verdict on a sentence. Writes HTML and, with
Chromium, PNG.
"""

import asyncio
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

from adapters.collecting import read_claims, taken_in
from adapters.discord_app.curators_forms import edit_form as discord_edit_form
from adapters.discord_app.curators_forms import reason_form as discord_reason_form
from adapters.discord_app.deciding import FORMS
from adapters.discord_app.ids import Deed
from adapters.discord_app.message import message as discord_message
from adapters.discord_app.view import view_of
from adapters.slack_app.blocks import message as slack_message
from adapters.slack_app.curators_forms import edit_form, reason_form
from adapters.slack_app.modals import Origin
from bot.curation.counter import Counter, Who
from bot.curation.found import FoundArticle
from bot.curation.office import Office
from bot.curation.outcomes import outcome_reply
from bot.curation.roles import Roles
from bot.line import Line
from bot.people import Person
from bot.places import shipped_corpus
from bot.records import MemoryRecords
from bot.reply import Reply
from bot.report import Report
from bot.suggestion import Outcome, Suggestion
from bot.under import under
from knowledge.store import Store
from knowledge.value import Language
from tests.curated import fill
from tests.pictures.browser import browser
from tests.pictures.discord import discord_html, discord_modal_html
from tests.pictures.page import page, screens
from tests.pictures.slack import slack_html, slack_modal_html

AT = datetime(2025, 5, 3, 12, tzinfo=UTC)
ANNA = Person(platform="slack", workspace="T1", user="U1")
OTHERWISE = FoundArticle(
    title="Analysten sind uneins",
    text="Analysten sind uneins\n\nMeta erwartet 2025 Investitionsausgaben von 80 bis 90 Milliarden Dollar.\n",
    language="de",
    published=date(2025, 4, 30),
    url="https://other.example/meta",
    publisher="Die Andere",
)
CHECKED: dict[Language, str] = {
    "en": "check Alphabet's capex rose 90% to $99 billion in H1 2024.",
    "de": "prüfe Die Werbeeinnahmen von Meta stiegen im zweiten Quartal 2024 um 40 Prozent.",
}


class Scene:
    """A base in which something of each kind waits."""

    def __init__(self, store: Store, language: Language) -> None:
        self.records = MemoryRecords()
        self.line = Line(store)
        self.office = Office(store, self.records)
        roles = Roles([ANNA], self.records, lambda: True)
        self.counter = Counter(self.office, roles, self.records, self.line.names)
        self.who = Who(ANNA, AT, language)
        first = self.office.waiting(AT)[0]
        seen = self.office.seen(first)
        assert seen
        self.office.decide("approve", first, seen.mark, "", ANNA.key, AT)
        read_claims(taken_in(OTHERWISE, store, ANNA.key, AT).article.id, store, ANNA.key, AT)

    def replies(self) -> Iterator[tuple[str, Reply]]:
        """What is shown, by name."""
        language = self.who.language
        for matter in self.office.waiting(AT):
            shown = self.counter.next(self.who, _before(self.office, matter.ident))
            yield f"claim-{matter.about}"[:40], shown
        self.records.reports.report("r1", _wrong(language))
        yield "report", self.counter.next(self.who)
        self.counter.decide("stands", "report:" + _ident(self.office), "", "so it is", self.who)
        self.records.curation.suggest(
            Suggestion(ident="article:1", url="https://paper.example/a", by=ANNA, language=language, at=AT)
        )
        yield "article", self.counter.next(self.who)
        self.records.curation.grant(Person(platform="slack", workspace="T1", user="U2"), ANNA, AT)
        yield "curators", self.counter.toggle(ANNA, self.who, "allowed")
        told = Outcome(
            ident="article:2",
            verdict="added",
            who=ANNA.key,
            at=AT,
            person=ANNA,
            language=language,
            about="Amazon on capex",
            words="3",
        )
        yield "outcome", outcome_reply(told)
        found = self.line.ask(CHECKED[language], AT.date(), language)
        yield "check", replace(found.reply, under=under("k" * 16, found.answer, found.reply))
        yield "help", self.line.ask("help", AT.date(), language).reply

    def modals(self) -> Iterator[tuple[str, str, str]]:
        """The forms, by name, platform and HTML."""
        language = self.who.language
        matter = next(one for one in self.office.waiting(AT) if one.kind == "claim")
        parts = self.counter.parts(matter.ident, self.who)
        origin = Origin(key=f"{matter.name}/m", language=language, channel="C1", thread=None, url="", private=True)
        yield "form-reason", "slack", slack_modal_html(reason_form(origin, "reject"))
        yield "form-edit", "slack", slack_modal_html(edit_form(origin, parts))
        reason = discord_reason_form(Deed("reject", language, matter.name, "m"))
        yield "form-reason", "discord", discord_modal_html(reason.to_dict())
        for what in FORMS:
            form = discord_edit_form(Deed(what, language, matter.name, "m"), parts)
            yield f"form-{what}", "discord", discord_modal_html(form.to_dict())


def drawn(scene: Scene) -> Iterator[tuple[str, str, str]]:
    """All that is shown, by name, platform and HTML."""
    for name, reply in scene.replies():
        yield name, "slack", slack_html(slack_message(reply))
        view = view_of(discord_message(reply))
        yield name, "discord", discord_html({"components": view.to_components()})  # type: ignore[no-untyped-call]
    yield from scene.modals()


async def _all(scene: Scene) -> list[tuple[str, str, str]]:
    """The library's views want a running loop."""
    return list(drawn(scene))


def pictures(store: Store, language: Language) -> list[tuple[str, str, str]]:
    """All that is shown in a language, by name, platform and HTML."""
    return asyncio.run(_all(Scene(store, language)))


def main(folder: Path, language: Language) -> None:
    """Write the files, and say how long each is on a phone."""
    folder.mkdir(parents=True, exist_ok=True)
    chromium = browser()
    with tempfile.TemporaryDirectory() as base:
        path = Path(base) / "base.db"
        fill(path)
        with Store(f"sqlite:///{path}", corpus=shipped_corpus()) as store:
            for name, platform, html in pictures(store, language):
                file = folder / f"{name}.{language}.{platform}.html"
                file.write_text(page(platform, name, html, private=True), encoding="utf-8")
                if chromium:
                    height = chromium.height(file)
                    chromium.take(file, height)
                    print(f"{file.name}: {height} high, {screens(height):.1f} screens")  # noqa: T201


def _before(office: Office, ident: str) -> str:
    """The matter before this one."""
    idents = [one.ident for one in office.waiting(AT)]
    return idents[idents.index(ident) - 1] if idents.index(ident) else ""


def _ident(office: Office) -> str:
    return next(one.ident for one in office.waiting(AT) if one.kind == "report").removeprefix("report:")


def _wrong(language: Language) -> Report:
    named: Any = {"claim": "meta-capex-2024-expected-unnamed", "question": "meta", "language": language}
    return Report(
        reason="It was less, says the annual report." if language == "en" else "Es war weniger.",
        by=ANNA,
        at=AT,
        **named,
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), cast("Language", sys.argv[2] if len(sys.argv) > 2 else "en"))
