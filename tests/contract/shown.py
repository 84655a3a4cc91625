"""What a person sees of one reply, whatever the platform: lines of words, and what each line says of itself.

A driver takes its platform's markup off and gives the lines; here they are told apart by the signs that all platforms
share (`[1]` a source, `«…»` an article's words, `≠ ! ⇄ …` a note). Nothing here knows a reply that was meant, so that
a line that is lost or torn on the way cannot be made up for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from bot.plain import MARKS

_SOURCE = re.compile(r"\[(\d+)\] (.*)")
_CITED = re.compile(r"((?: \[\d+\])*)$")
_NUMBER = re.compile(r"\d+")
_LEFT = re.compile(r"… (\d+) (?:more|weitere)\b")
_KINDS = {mark: kind for kind, mark in MARKS.items()}


@dataclass(frozen=True, slots=True)
class Remark:
    """A note as it stands below its row."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its words, the numbers of the sources behind them, and below it the article's words and the notes."""

    words: str
    cited: tuple[int, ...] = ()
    quotes: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """One reply.

    Attributes:
        rows: the headline, figures and sentences in their order, each with what stands below it.
        sources: the numbered sources.
        choices: what a click or a number would ask.
        left: how many lines are said to be left out.
        links: where the bot's own links lead.
        alive: whatever else in it does something: a mention, a link, markup, an escape sequence.
        aloud: the same reply in a notification or from a screen reader, where that is a text of its own.
    """

    lines: tuple[str, ...]
    rows: tuple[Row, ...]
    sources: dict[int, str]
    choices: tuple[str, ...]
    left: int
    links: tuple[str, ...]
    alive: tuple[str, ...]
    aloud: "Shown | None" = None

    @property
    def text(self) -> str:
        """All words."""
        return "\n".join(self.lines)

    @property
    def quotes(self) -> tuple[str, ...]:
        """All that stands between guillemets."""
        return tuple(words for row in self.rows for words in row.quotes)


def read_back(
    lines: Iterable[str], choices: Iterable[str] = (), links: Iterable[str] = (), alive: Iterable[str] = ()
) -> Shown:
    """A reply from its lines, top to bottom, and what a driver found beside them."""
    kept = tuple(one for line in lines if (one := " ".join(line.split())))
    rows: list[Row] = []
    sources: dict[int, str] = {}
    left = 0
    for line in kept:
        source, mark = _SOURCE.fullmatch(line), line[:2].rstrip()
        if source:
            sources[int(source[1])] = source[2]
        elif line.startswith("«") and line.endswith("»") and rows:
            rows[-1] = replace(rows[-1], quotes=(*rows[-1].quotes, line[1:-1].strip()))
        elif found := _LEFT.match(line):
            left = int(found[1])
        elif mark in _KINDS and line[1:2] == " " and rows:
            rows[-1] = replace(rows[-1], remarks=(*rows[-1].remarks, Remark(_KINDS[mark], line[2:])))
        else:
            rows.append(_row(line))
    return Shown(kept, tuple(rows), sources, tuple(choices), left, tuple(links), tuple(alive))


def _row(line: str) -> Row:
    cited = _CITED.search(line)
    numbers = cited[0] if cited else ""
    return Row(line.removesuffix(numbers), tuple(map(int, _NUMBER.findall(numbers))))
