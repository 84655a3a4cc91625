"""What comes of a verb, as far as the base alone can say: help, sources, coverage.

Settings belong to a person at a place; where neither is known, that is what is said.
"""

from collections.abc import Collection, Sequence
from typing import Protocol

from bot.names import Names
from bot.question import Question
from bot.reply import Reply
from bot.verbs.commands import Command, command_in
from bot.verbs.lists import coverage_reply, sources_reply, unknown_reply
from bot.verbs.settings import nobody_known, none_kept
from knowledge.evidence import Coverage, Source
from knowledge.value import Language


class Listed(Protocol):
    """What is needed of the base."""

    def coverage(self) -> Sequence[Coverage]:
        """What there are claims on, most first."""

    def sources(
        self, subjects: Collection[str] = (), metrics: Collection[str] = (), topics: Collection[str] = ()
    ) -> Sequence[Source]:
        """The articles that have claims, newest first."""


def told(
    text: str, names: Names, base: Listed, language: Language | None, spoken: Language
) -> tuple[Question, Reply | None] | None:
    """What was read and the reply to it, no reply where help is due; None where the text is a question."""
    command = command_in(text, names, language, spoken)
    return (question_of(command), _reply(command, names, base)) if command else None


def question_of(command: Command) -> Question:
    """A command as it stands among questions: what it names, and nothing that is asked about it."""
    return Question(
        text=command.text,
        language=command.language,
        intent="help",
        subjects=command.ids("subject"),
        metrics=command.ids("metric"),
        topics=command.ids("topic"),
        not_understood=(command.unknown,) if command.unknown else (),
    )


def _reply(command: Command, names: Names, base: Listed) -> Reply | None:
    if command.unknown:
        return unknown_reply(command, names)
    match command.verb:
        case "help":
            return None
        case "sources":
            metrics = [key for metric in command.ids("metric") for key in names.covered(metric)]
            return sources_reply(command, base.sources(command.ids("subject"), metrics, command.ids("topic")), names)
        case "coverage":
            return coverage_reply(command, base.coverage(), names)
        case "settings":
            return none_kept(command.language)
        case "add" | "review" | "curators":
            return nobody_known(command.verb, command.language)
