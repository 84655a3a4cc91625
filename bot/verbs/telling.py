"""What comes of a verb, as far as the base alone can say: help, sources, coverage.

Settings belong to a person at a place; where neither is known, that is what is said.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from bot.answer import AnyAnswer, Help
from bot.cleaning import clean
from bot.language import detect
from bot.names import Names
from bot.question import Question
from bot.reply import Note, Reply
from bot.verbs.commands import Command, command_in
from bot.verbs.lists import coverage_reply, sources_reply, unknown_reply
from bot.verbs.ordering import no_channel
from bot.verbs.passage import Passage, asked_of
from bot.verbs.settings import nobody_known, none_kept
from bot.wording.curating import said
from bot.wording.phrases import phrase
from knowledge.evidence import Coverage, Evidence, Source
from knowledge.folding import tokens
from knowledge.value import Language
from knowledge.vocabulary import Vocabulary


class Listed(Protocol):
    """What is needed of the base."""

    def vocabulary(self) -> Vocabulary:
        """All words of the base."""

    def evidence(self, subjects: Collection[str], metrics: Collection[str]) -> Evidence:
        """What is known of the subjects and metrics."""

    def coverage(self) -> Sequence[Coverage]:
        """What there are claims on, most first."""

    def sources(
        self, subjects: Collection[str] = (), metrics: Collection[str] = (), topics: Collection[str] = ()
    ) -> Sequence[Source]:
        """The articles that have claims, newest first."""


def told(  # noqa: PLR0913, PLR0917 (what a question has besides)
    text: str, names: Names, base: Listed, on: date, language: Language | None, spoken: Language
) -> tuple[AnyAnswer, Reply | None] | None:
    """What was read and the reply to it, no reply where help is due; None where the text is a question."""
    command = command_in(text, names, language, spoken)
    if command is None:
        return None
    question = question_of(command)
    if command.sentence:
        from bot.verbs.checked import checked  # reads like a proposer, which no other verb does

        return checked(command, question, base, names, on)
    reply = unknown_reply(command, names) if command.unknown else _reply(command, names, base)
    return Help(question=question, on=on), reply


def told_of_sentence(  # noqa: PLR0913, PLR0917 (as above)
    passage: Passage, names: Names, base: Listed, on: date, language: Language | None, spoken: Language
) -> tuple[AnyAnswer, Reply]:
    """The answer to words that are to be checked whatever they are: also that no figure stands in them."""
    from bot.verbs.checked import checked  # as above

    words = tokens(passage.text)
    own = language or detect((word.folded for word in words), names.hints(words), spoken).language
    sentence = clean(passage.text)
    command = Command(verb="check", text=clean(asked_of(passage)), language=own, sentence=sentence)
    answer, reply = checked(command, question_of(command), base, names, on)
    if passage.is_whole:
        return answer, reply
    return answer, replace(reply, notes=(*reply.notes, Note(kind="hint", text=said("checked_in_part", own))))


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
    match command.verb:
        case "sources":
            metrics = [key for metric in command.ids("metric") for key in names.covered(metric)]
            return sources_reply(command, base.sources(command.ids("subject"), metrics, command.ids("topic")), names)
        case "coverage":
            return coverage_reply(command, base.coverage(), names)
        case "check":
            return _usage(command.language)
    return _of_nobody(command)


def _of_nobody(command: Command) -> Reply | None:
    """What is said to a verb that belongs to a person or a channel, where there is neither; None for help."""
    match command.verb:
        case "settings":
            return none_kept(command.language)
        case "add" | "review" | "curators":
            return nobody_known(command.verb, command.language)
        case "digest" | "follow" | "unfollow" | "follows":
            return no_channel(command.language)
    return None


def _usage(language: Language) -> Reply:
    """How a sentence is checked, where none was given."""
    note = Note(kind="hint", text=phrase("check_usage", language))
    return Reply(outcome="help", language=language, headline=phrase("help_check", language), notes=(note,))
