"""A matter as a curator sees it: a reply like any other, with what can be decided of it.

The claim stands there as it would answer, with what it would conflict with; then its words in the article, the quote
between guillemets; then what is doubted, and what the proof objects to.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from bot.answer import Entry, Found
from bot.curation.matters import Matter
from bot.curation.reviewing import Seen
from bot.names import Names
from bot.question import Question
from bot.reply import Decide, Deciding, Line, Note, Reply
from bot.wording.curating import said
from bot.wording.word import word
from knowledge.value import Language

_DECIDED: dict[str, tuple[Decide, ...]] = {
    "claim": ("approve", "edit", "reject", "skip"),
    "report": ("edit", "retire", "stands", "skip"),
    "article": ("accept", "decline", "skip"),
    "gap": ("close_gap", "skip"),
}


def card(matter: Matter, seen: Seen | None, names: Names, on: date, language: Language) -> Reply:
    """The reply that shows a matter; `seen` is the claim that it is about, where the base has it."""
    shown = _claim(seen, names, on, language) if seen else _plain(matter, language)
    decides = _DECIDED[matter.kind]
    if seen is None and matter.kind == "report":
        decides = ("stands", "skip")
    elif seen and seen.claim.state != "approved":
        decides = tuple(one for one in decides if one != "retire")
    title = said(matter.kind, language)
    headline = f"{title} · {shown.headline}" if shown.headline else title
    notes = (*_told(matter, seen, language), *shown.notes)
    mark = seen.mark if seen else ""
    deciding = Deciding(matter=matter.name, about=matter.about, mark=mark, buttons=decides)
    return replace(shown, headline=headline, notes=notes, deciding=deciding, example="", actions=())


def _claim(seen: Seen, names: Names, on: date, language: Language) -> Reply:
    claim = seen.claim
    entries = [Entry(claim=claim, article=seen.article, role="main", citation=1)]
    cited = {seen.article.id: 1}
    for other in seen.held.claims:
        if other.id in seen.disagreeing:
            number = cited.setdefault(other.article, len(cited) + 1)
            source = seen.held.articles[other.article]
            entries.append(Entry(claim=other, article=source, role="conflict", citation=number))
    question = Question(text="", language=language, intent="figure", subjects=(claim.subject,))
    found = Found(
        question=question,
        on=on,
        entries=tuple(entries),
        conflicts=seen.found.conflicts,
        revisions=seen.found.revisions,
    )
    reply = word(found, names)
    place = " ".join(part for part in (seen.around.before, f"«{seen.around.quote}»", seen.around.after) if part)
    where = Line(label=said("in_article", language), figure=place, is_sentence=True)
    statement = [Line(label="", figure=claim.statement.in_language(language), is_sentence=True)] if claim.amount else []
    lines = [replace(line, quotes=()) for line in (*reply.lines, *reply.more)]
    return replace(reply, outcome="help", lines=(*statement, *lines, where), more=(), notes=())


def _plain(matter: Matter, language: Language) -> Reply:
    return Reply(outcome="help", language=language, headline=matter.about)


def _told(matter: Matter, seen: Seen | None, language: Language) -> Iterator[Note]:
    if matter.kind == "report":
        yield Note(kind="conflict", text=said("reported", language, matter.words, matter.question))
        if seen is None:
            yield Note(kind="hint", text=said("nothing_known", language))
    if matter.kind == "gap" and matter.at:
        yield Note(kind="hint", text=said("asked_times", language, matter.count, matter.at.date()))
    if seen:
        yield from _open(seen, language)
        yield from (
            Note(kind="caution", text=said("objection", language, one.in_language(language))) for one in seen.objections
        )
        if seen.disagreeing:
            yield Note(kind="conflict", text=said("disagrees", language, ", ".join(sorted(seen.disagreeing))))


def _open(seen: Seen, language: Language) -> Iterator[Note]:
    """What the reader was not sure of, and what is still to be written."""
    claim, proposed = seen.claim, seen.claim.proposed
    if proposed:
        sign = "%" if language == "en" else "\N{NO-BREAK SPACE}%"
        yield Note(kind="hint", text=said("sure", language, f"{proposed.confidence * 100:.0f}{sign}"))
        for doubt in proposed.doubts:
            words = f" («{doubt.words}»)" if doubt.words else ""
            yield Note(kind="caution", text=said("doubt", language, said(doubt.kind, language) + words))
    for name, text in (("no_statement_en", claim.statement.en), ("no_statement_de", claim.statement.de)):
        if text is None:
            yield Note(kind="hint", text=said(name, language))
