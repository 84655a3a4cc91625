"""What the base holds, listed: the articles that its claims stand in, and what it covers.

Only names, dates and counts of claims are told, and no figure. What fits a phone comes first, the rest stands behind
"more"; of a subject's metrics the first stand in the short form.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.names import Names, Owner
from bot.reply import Action, Citation, Line, Note, Reply
from bot.verbs.commands import Command
from bot.verbs.grammar import verb_word
from bot.wording.cutting import shortened_title
from bot.wording.phrases import phrase
from bot.wording.times import published_text
from bot.wording.titles import Titles
from knowledge.evidence import Coverage, Source

_MOST_SOURCES: Final = 5
_MOST_LINES: Final = 6
_MOST_METRICS: Final = 3
_MOST_GUESSES: Final = 5


def sources_reply(command: Command, sources: Sequence[Source], names: Names) -> Reply:
    """The articles, newest first, each with date, publisher, language, address and how many of its claims are meant."""
    titles = Titles(names, command.language)
    if not sources:
        return _nothing(command, titles)
    lines = tuple(
        Line(
            label=published_text(article.published, titles.language),
            figure=article.publisher or article.author or shortened_title(article.title),
            detail=_claims(count, titles),
            citations=(number,),
        )
        for number, (article, count) in enumerate(sources, 1)
    )
    claims = _claims(sum(source.claims for source in sources), titles)
    count = phrase("one_article" if len(sources) == 1 else "articles", titles.language, len(sources))
    note = phrase("newest_first", titles.language, count, claims)
    return replace(
        _head(command, titles, note),
        lines=lines[:_MOST_SOURCES],
        more=lines[_MOST_SOURCES:],
        citations=tuple(_citation(number, source, titles) for number, source in enumerate(sources, 1)),
    )


def coverage_reply(command: Command, coverage: Iterable[Coverage], names: Names) -> Reply:
    """What there are claims on, with how many: by subject, or by metric where subjects are named."""
    titles = Titles(names, command.language)
    subjects = command.ids("subject")
    metrics = {key for metric in command.ids("metric") for key in names.covered(metric)}
    rows = [
        row for row in coverage if (not subjects or row.subject in subjects) and (not metrics or row.metric in metrics)
    ]
    if not rows:
        return _nothing(command, titles)
    counted = Counter[str]()
    for row in rows:
        counted[row.subject] += row.claims
    total = _claims(sum(counted.values()), titles)
    about = phrase("covered", titles.language, total, len(counted)) if len(counted) > 1 else total
    if len(subjects) == 1:
        lines = tuple(Line(label=_metric(row, titles), figure=_claims(row.claims, titles)) for row in rows)
    else:
        lines = tuple(_subject(key, count, rows, titles) for key, count in counted.most_common())
    first, rest = lines[:_MOST_LINES], lines[_MOST_LINES:]
    example = f"{verb_word(command.verb, titles.language)} {rest[0].label}" if rest and not command.named else ""
    return replace(_head(command, titles, about), lines=first, more=rest, example=example)


def unknown_reply(command: Command, names: Names) -> Reply:
    """That a name is not known here, with what it may have meant and the way to what there is."""
    titles = Titles(names, command.language)
    word = verb_word(command.verb, titles.language)
    meant = dict.fromkeys(_title(guess, titles) for guess in command.guesses)
    actions = [Action(label=one, ask=f"{word} {one}") for one in list(meant)[:_MOST_GUESSES]]
    overview = verb_word("coverage", titles.language)
    actions.append(Action(label=overview, ask=overview))
    quoted = f"“{command.unknown}”" if titles.language == "en" else f"„{command.unknown}“"
    reason = phrase("unknown_name", titles.language, quoted)
    notes = [reason, phrase("did_you_mean_below", titles.language)] if meant else [reason]
    return replace(_head(command, titles, *notes), actions=tuple(actions))


def named_text(command: Command, titles: Titles) -> str:
    """The names of the argument, as they are called."""
    return " · ".join(_title(owner, titles) for owner in command.named)


def _nothing(command: Command, titles: Titles) -> Reply:
    named = named_text(command, titles)
    return _head(
        command, titles, phrase("no_claim", titles.language, named) if named else phrase("empty_base", titles.language)
    )


def _head(command: Command, titles: Titles, *notes: str) -> Reply:
    """A reply that has said what it lists."""
    parts = (phrase(command.verb, titles.language), named_text(command, titles))
    return Reply(
        outcome="help",
        language=titles.language,
        headline=" · ".join(part for part in parts if part),
        notes=tuple(Note(kind="hint", text=note) for note in notes),
    )


def _citation(number: int, source: Source, titles: Titles) -> Citation:
    article = source.article
    return Citation(
        number=number,
        title=article.title,
        source=titles.source(article),
        date=published_text(article.published, titles.language),
        url=article.url,
        short_title=shortened_title(article.title),
        short_source=titles.short_source(article),
    )


def _subject(key: str, count: int, rows: Collection[Coverage], titles: Titles) -> Line:
    """A subject with its metrics, of which the short form has the first."""
    metrics = list(_metrics(key, rows, titles))
    if len({row.metric for row in rows}) == 1:  # the headline names it
        return Line(label=titles.subject(key), figure=_claims(count, titles))
    few = " · ".join([*metrics[:_MOST_METRICS], "…"]) if len(metrics) > _MOST_METRICS else ""
    short = phrase("metrics", titles.language, few) if few else ""
    note = Note(kind="hint", text=phrase("metrics", titles.language, " · ".join(metrics)), short=short)
    return Line(label=titles.subject(key), figure=_claims(count, titles), notes=(note,))


def _metrics(key: str, rows: Iterable[Coverage], titles: Titles) -> Iterator[str]:
    for row in rows:
        if row.subject == key:
            yield f"{_metric(row, titles)} {row.claims}"


def _metric(row: Coverage, titles: Titles) -> str:
    return titles.metric(row.metric) if row.metric else phrase("without_metric", titles.language)


def _title(owner: Owner, titles: Titles) -> str:
    kind, key = owner
    if kind == "subject":
        return titles.subject(key)
    return titles.metric(key) if kind == "metric" else titles.topic(key)


def _claims(count: int, titles: Titles) -> str:
    return phrase("one_claim" if count == 1 else "claims", titles.language, count)
