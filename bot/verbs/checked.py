"""The answer to a sentence that is to be checked: the verdict in front, then the claims that it rests on.

It is an answer like any other, with lines, receipts and cautions; where the base knows nothing of the sentence it says
so and cites nothing.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Protocol

from bot.answer import AnyAnswer, Missing, NotFound
from bot.checking import Judged, Part, figures_of, judge, metrics_meant, whole
from bot.compose import compose_said
from bot.names import Names
from bot.names.others import is_other_name
from bot.question import Question
from bot.reply import Note, Reply
from bot.verbs.commands import Command
from bot.wording.phrases import phrase
from bot.wording.titles import Titles
from bot.wording.word import word
from knowledge.claim import Claim
from knowledge.evidence import Evidence
from knowledge.proposing.proposer import SentenceProposer
from knowledge.vocabulary import Vocabulary


class Knowing(Protocol):
    """What is needed of the base."""

    def vocabulary(self) -> Vocabulary:
        """All words of the base."""

    def evidence(self, subjects: Collection[str], metrics: Collection[str]) -> Evidence:
        """What is known of the subjects and metrics."""


def checked(command: Command, question: Question, base: Knowing, names: Names, on: date) -> tuple[AnyAnswer, Reply]:
    """The answer and its reply."""
    proposer = SentenceProposer(base.vocabulary(), is_other_name)
    figures = figures_of(command.sentence, command.language, on, names, proposer)
    subjects = {one.subject for one in figures if one.subject}
    evidence = base.evidence(subjects, ()) if subjects else Evidence((), {}, ())
    judged = [judge(one, evidence.claims) for one in figures]
    metrics = {metric for one in figures for metric in metrics_meant(one)}
    question = replace(question, subjects=tuple(sorted(subjects)), metrics=tuple(sorted(metrics)))
    receipts = _receipts(judged)
    if not receipts:
        return _nothing(question, judged, on)
    found = compose_said(question, receipts, evidence, on)
    reply = word(found, names)
    notes = [Note(kind="hint", text=text) for text in _told(judged, Titles(names, command.language))]
    return found, replace(
        reply, headline=phrase(f"check_{whole(judged)}", command.language), notes=(*notes, *reply.notes)
    )


def _receipts(judged: Sequence[Judged]) -> tuple[Claim, ...]:
    """The claims of all verdicts, each once: those that decide before those that say otherwise."""
    deciding = (claim for one in judged for claim in one.claims)
    others = (claim for one in judged for claim in one.others)
    return tuple({claim.id: claim for claim in (*deciding, *others)}.values())


def _told(judged: Sequence[Judged], titles: Titles) -> list[str]:
    """A sentence on each figure where there are several, or where one part of it differs."""
    told = []
    for one in judged:
        amount = one.proposal.amount
        words = amount.text if amount else ""
        verdict = phrase(f"check_{one.verdict}", titles.language)
        parts = ", ".join(_part(part, titles) for part in one.wrong)
        if parts:
            told.append(phrase("check_but", titles.language, words, verdict, parts))
        elif len(judged) > 1:
            told.append(phrase("check_one", titles.language, words, verdict))
        if one.others:
            told.append(phrase("check_others", titles.language))
    return told


def _part(part: Part, titles: Titles) -> str:
    return phrase(f"check_{part}", titles.language)


def _nothing(question: Question, judged: Sequence[Judged], on: date) -> tuple[AnyAnswer, Reply]:
    answer = NotFound(question=question, on=on, missing=(Missing(reason="no_claim"),))
    reason = "check_no_claim" if judged else "check_no_figure"
    reply = Reply(
        outcome="not_found",
        language=question.language,
        headline=phrase("check_unknown", question.language),
        notes=(Note(kind="hint", text=phrase(reason, question.language)),),
    )
    return answer, reply
