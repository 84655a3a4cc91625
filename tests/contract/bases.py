"""What the bot knows in the scenes: the shipped base, and bases that are hostile, large, closed or broken.

All stand behind one line, the `House`, which answers from the base that is on, on one fixed day: so one bot a
platform stays connected for all scenes, and a base can go away and come back as it does in life.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

from bot.line import Asked, Line
from bot.names import Names
from bot.question import Question
from knowledge.article import Article
from knowledge.claim import Caution, Claim
from knowledge.evidence import Evidence
from knowledge.fault import Fault
from knowledge.store import Store
from knowledge.value import Language, Passage
from tests.bot.fake_base import FakeBase
from tests.bot.samples import VOCABULARY, article, billions, both, claim, year
from tests.contract.hostile import FLAVOURS, HOSTILE_YEARS
from tests.contract.scenes import Base

DAY = date(2026, 11, 21)
"""The day of asking, so that no test depends on the day of its run."""

AWAY = "the base is out of reach; ask again in a minute"
"""The sentence of the fault."""

_SENTENCE = "Die Zahl steht in diesem Satz."


class House(Line):
    """A line over the base that is on."""

    def __init__(self, shipped: Store, read_only: Store, lost: Store) -> None:
        """`lost` is a base whose file was harmed after it was opened."""
        super().__init__(shipped)
        self._on: Base = "shipped"
        defect = ZeroDivisionError("/srv/capex/base.db holds nothing on meta capex")
        self._lines: dict[Base, Line] = {
            "shipped": Line(shipped),
            "read-only": Line(read_only),
            "lost": Line(lost),
            "hostile": Line(_base(_hostile())),
            "long": Line(_base(_long())),
            "defect": Line(Failing(defect)),
            "unreachable": Line(Failing(Fault(AWAY))),
        }

    @contextmanager
    def open(self, base: Base) -> Iterator[None]:
        """Answer from this base while the block runs."""
        before, self._on = self._on, base
        try:
            yield
        finally:
            self._on = before

    def ask(
        self,
        text: str,
        on: date,
        language: Language | None = None,
        last: Question | None = None,
        spoken: Language | None = None,
    ) -> Asked:
        """The answer of the base that is on, whatever day it really is."""
        del on
        return self._lines[self._on].ask(text, DAY, language, last, spoken)

    def names(self) -> Names:
        """The names of the base that is on."""
        return self._lines[self._on].names()


class Failing(FakeBase):
    """A base that knows its words and fails when it is asked for claims."""

    def __init__(self, trouble: Exception) -> None:
        super().__init__((), {}, VOCABULARY)
        self._trouble = trouble

    def evidence(self, subjects: Collection[str], metrics: Collection[str]) -> Evidence:
        """Never comes."""
        raise self._trouble from LookupError(*subjects, *metrics)

    def evidence_on(self, topics: Collection[str]) -> Evidence:
        """Never comes."""
        raise self._trouble from LookupError(*topics)


def _base(told: Iterable[tuple[Claim, Article]]) -> FakeBase:
    pairs = list(told)
    return FakeBase([one for one, _ in pairs], {one.id: one for _, one in pairs}, VOCABULARY)


def _hostile() -> Iterator[tuple[Claim, Article]]:
    """One article a flavour, hostile in all its words, with a figure and a sentence on a year of its own."""
    for of, (name, words) in zip(HOSTILE_YEARS, FLAVOURS.items(), strict=True):
        source = article(
            name,
            DAY,
            title=words,
            publisher=f"p {words}",
            author=f"a {words}",
            url=f"https://paper.example/{name}?a=*b*&c=_d_|<e>",
        )
        fields = {
            "quote": Passage(start=0, text=f"{_SENTENCE} {words}"),
            "statement": both(f"{words} s", f"{words} a"),
            "cautions": (Caution(kind="scope", text=both(f"{words} c")),),
            "period": year(of),
        }
        yield claim(f"{name}-figure", billions(of), name, **fields), source
        yield claim(f"{name}-words", None, name, **fields | {"quote": Passage(start=0, text=words)}), source


def _long() -> Iterator[tuple[Claim, Article]]:
    """Forty figures, each from an article of its own with a long title.

    The first two are in conflict and fit any message; the third is set against the fourth, whose article only a note
    names then; from the third on there are so many cautions that even in their short form no message holds five lines.
    """
    for number in range(40):
        key = f"paper-{number}"
        source = article(key, DAY - timedelta(days=number), title=f"Paper {number}: " + "how it was told " * 14 + "end")
        cautions = tuple(
            Caution(kind="scope", text=both(f"Mind {number}.{which}: " + "it covers more than it says " * 8 + "!"))
            for which in range(1 if number <= 1 else 24)
        )
        quote = Passage(start=0, text=f"{_SENTENCE} {number} " + "und so weiter " * 20 + "Schluss.")
        of = (2024, 2024, 2022, 2021)[number] if number <= 3 else 2027 - 2 * number
        fields = {"period": year(of), "cautions": cautions, "quote": quote, "status": "actual"}
        yield claim(f"claim-{number}", billions(100 + 3 * number), key, **fields), source
