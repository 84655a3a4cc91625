"""A Digest worded: a Reply that fits a phone, and the rest as another one for the thread under it.

Each line is worded like one of an answer, with its receipt, status and date; before it stands what makes it news. What
changed comes first, then the leading figure of each company, so that the first screen has the most of it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from bot.answer import Entry, Found
from bot.brief import referred
from bot.digest.digest import Digest, Story, Told
from bot.names import Names
from bot.question import Question
from bot.reply import Line, Note, Reply
from bot.wording.citations import citations
from bot.wording.figures import figure_text
from bot.wording.habits import day_in
from bot.wording.lines import Labels, line_of
from bot.wording.notes import notes_of, told_once
from bot.wording.phrases import phrase
from bot.wording.times import published_text
from bot.wording.titles import Titles
from knowledge.conflicts import Pair
from knowledge.value import Language

_FIRST: Final = 5
"""Lines of the first screen, unless what belongs together needs more."""

_MOST: Final = 12
"""Stories in the thread; what is left out is counted, and can be asked for."""

_SCREEN: Final = 1_700
"""Characters of lines and sources: with a headline a message that every platform takes."""

_SOURCE: Final = 110
"""Characters of a source, about."""

_LABELS: Final = Labels(subject=True, metric=True)
_OLD_AFTER: Final = 12
"""Months after which the age of what is told is told with it."""


class Page(NamedTuple):
    """What a channel gets: a message, and the rest of it for its thread, in as many as it takes."""

    main: Reply
    rest: tuple[Reply, ...]


def worded(digest: Digest, headline: str, names: Names, language: Language) -> Page:
    """The digest in words, under a headline."""
    return _Wording(digest, Titles(names, language)).page(headline)


def headline_of(day: date, language: Language) -> str:
    """The headline of a day's digest."""
    return phrase("digest_of", language, phrase(f"weekday_{day.weekday()}", language), day_in(day, language))


class _Block(NamedTuple):
    """Stories that stand together, each with what makes it news; `leads` says whether they open a company's news."""

    told: tuple[tuple[str, Story], ...]
    leads: bool


class _Wording:
    """Words one digest; sources are numbered in the order in which they are shown."""

    def __init__(self, digest: Digest, titles: Titles) -> None:
        self._digest = digest
        self._titles = titles
        self._numbers: dict[str, int] = {}
        self._cited: list[Entry] = []

    def page(self, headline: str) -> Page:
        """The message and its rest."""
        blocks = list(self._blocks())
        first = self._screenful(block for block in blocks if block.leads)
        taken = {id(block) for block, _ in first}
        left = sorted((block for block in blocks if id(block) not in taken), key=lambda block: not block.leads)
        told, untold = left[:_MOST], sum(len(block.told) for block in left[_MOST:])
        lines = [line for _, lines in first for line in lines]
        lines += [self._aside(self._digest.aside)] if self._digest.aside else []
        more = sum(len(block.told) for block in told)
        remarks = [*self._remarks(), *([self._hint("digest_more", more)] if more else [])]
        main = self._reply(headline, lines, remarks)
        return Page(main, tuple(self._rest(told, untold)))

    def _rest(self, blocks: Sequence[_Block], untold: int) -> Iterator[Reply]:
        """Further messages, each a screen long; the last says how much is not shown at all."""
        headline = phrase("digest_rest", self._titles.language)
        while blocks:
            self._numbers, self._cited = {}, []
            screen = self._screenful(blocks)
            blocks = blocks[len(screen) :]
            remarks = [self._hint("digest_untold", untold)] if untold and not blocks else []
            yield self._reply(headline, [line for _, lines in screen for line in lines], remarks)

    def _screenful(self, blocks: Iterable[_Block]) -> list[tuple[_Block, tuple[Line, ...]]]:
        """The first blocks, in words, as many as a screen takes; one at least."""
        screen: list[tuple[_Block, tuple[Line, ...]]] = []
        size = count = 0
        sources: set[int] = set()
        for block in blocks:
            lines = tuple(self._line(before, story) for before, story in block.told)
            cited = {number for line in lines for number in line.citations} - sources
            size += sum(map(_size, lines)) + _SOURCE * len(cited)
            count, sources = count + len(lines), sources | cited
            if screen and (count > _FIRST or size > _SCREEN):
                break
            screen.append((block, lines))
        return screen

    def _reply(self, headline: str, lines: Sequence[Line], notes: Sequence[Note]) -> Reply:
        """A message of lines, with the sources that they name."""
        reply = Reply(
            outcome="found",
            language=self._titles.language,
            headline=headline,
            notes=tuple(notes),
            lines=tuple(told_once(lines, self._titles.language)),
            citations=citations(self._cited, self._titles),
        )
        return replace(reply, citations=referred(reply, reply.lines))

    def _remarks(self) -> Iterator[Note]:
        """What holds for the whole: how much is new, and how old the news are."""
        digest = self._digest
        if digest.is_empty:
            yield self._hint("digest_nothing")
            return
        claims = phrase("one_claim" if digest.claims == 1 else "claims", self._titles.language, digest.claims)
        articles = "one_article" if digest.articles == 1 else "out_of_articles"
        if digest.claims:
            yield self._hint("digest_new", claims, phrase(articles, self._titles.language, digest.articles))
        if digest.repeated:
            yield self._hint("digest_repeated", digest.repeated)
        age = _months(max(told.article.published.date for told in _shown(digest)), digest.on)
        if age >= _OLD_AFTER:
            yield self._hint("age", age)

    def _blocks(self) -> Iterator[_Block]:
        language = self._titles.language
        for change in self._digest.changed:
            yield _Block(((phrase(f"turn_{change.how}", language), change.story),), leads=True)
        for one in self._digest.outcomes:
            yield _Block(((phrase("outcome", language), one.story),), leads=True)
        for clash in self._digest.clashes:
            told = (phrase("clash", language), clash.story), ("", Story((clash.other,)))
            yield _Block(told, leads=True)
        for group in self._digest.fresh:
            for number, story in enumerate(group):
                yield _Block((("", story),), leads=number == 0)

    def _line(self, before: str, story: Story) -> Line:
        entries = [self._entry(told) for told in story.told]
        line = line_of(entries[:1], _LABELS, self._titles, self._notes(story, entries))
        label = f"{before} · {line.label}" if before else line.label
        return replace(line, label=label, citations=tuple(dict.fromkeys(entry.citation for entry in entries)))

    def _notes(self, story: Story, entries: Sequence[Entry]) -> tuple[Note, ...]:
        pairs = [clash for clash in self._digest.clashes if story.lead in (clash.story.lead, clash.other)]
        others = [clash.other if clash.story.lead == story.lead else clash.story.lead for clash in pairs]
        found = Found(
            question=Question(text="", language=self._titles.language, intent="overview"),
            on=self._digest.on,
            entries=(*entries, *(self._entry(other) for other in others)),
            conflicts=tuple(Pair(story.lead.claim.id, other.claim.id) for other in others),
        )
        return (*self._comparisons(story), *notes_of(entries[:1], found, self._titles))

    def _comparisons(self, story: Story) -> Iterator[Note]:
        """What a changed or reported figure is held against, with whose it was, when and where."""
        for change in self._digest.changed:
            if change.story is story:
                key = "corrected_from" if change.how == "corrected" else "earlier"
                yield self._compared(key, change.earlier)
        for one in self._digest.outcomes:
            if one.story is story:
                yield from (self._compared(f"came_in_{verdict}", told) for verdict, told in one.expected)

    def _compared(self, key: str, told: Told) -> Note:
        language, claim = self._titles.language, told.claim
        figure = figure_text(claim, self._titles)
        who, when = self._titles.speaker(claim), published_text(told.article.published, language)
        status = phrase(claim.status, language)
        text = phrase(key, language, figure, status, who, when, self._entry(told).citation)
        return Note(kind="revision", text=text)

    def _aside(self, told: Told) -> Line:
        entry = self._entry(told)
        line = line_of([entry], _LABELS, self._titles, self._notes(Story((told,)), [entry]))
        age = _months(told.article.published.date, self._digest.on)
        old = (self._hint("aside_age", age),) if age >= _OLD_AFTER else ()
        before = phrase("worth_knowing", self._titles.language)
        return replace(line, label=f"{before} · {line.label}", notes=(*line.notes, *old))

    def _entry(self, told: Told) -> Entry:
        entry = Entry(claim=told.claim, article=told.article, role="main", citation=self._number(told))
        self._cited.append(entry)
        return entry

    def _number(self, told: Told) -> int:
        return self._numbers.setdefault(told.article.id, len(self._numbers) + 1)

    def _hint(self, key: str, *values: object) -> Note:
        return Note(kind="hint", text=phrase(key, self._titles.language, *values))


def _size(line: Line) -> int:
    """How many characters a line is with what stands under it, in its short form."""
    under = [*(note.short or note.text for note in line.notes), *line.quotes]
    return sum(map(len, (line.label, line.figure, line.detail, *under)))


def _shown(digest: Digest) -> Iterator[Told]:
    """What is new in a digest."""
    for told in (digest.changed, digest.outcomes, digest.clashes):
        yield from (one.story.lead for one in told)
    yield from (story.lead for group in digest.fresh for story in group)


def _months(earlier: date, later: date) -> int:
    return (later.year - earlier.year) * 12 + later.month - earlier.month - (later.day < earlier.day)
