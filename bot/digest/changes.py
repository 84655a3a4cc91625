"""What is new set against what was known: guidance raised or cut, forecasts that met their actual.

Only like is compared: the same thing, measured alike, for the same period and on the same basis. Guidance is changed
by whoever gave it: a company, or who speaks for it. A range that only moves one end has changed as well.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from bot.digest.digest import Changed, Outcome, Story, Told, Turn, Verdict
from knowledge.amount import Amount
from knowledge.claim import Claim
from knowledge.conflicts import question_of, thing_of

FirmOf = Callable[[str], str | None]
"""The company that a person speaks for."""

_MOST_EXPECTED: Final = 2
_OWN_WORDS: Final = ("guidance", "plan")
_INFINITE: Final = Decimal("Infinity")


class Known:
    """Claims to be held against, found by what they are an answer to."""

    def __init__(self, told: Iterable[Told]) -> None:
        self._answers: dict[object, list[Told]] = defaultdict(list)
        self._things: dict[object, list[Told]] = defaultdict(list)
        for one in told:
            if one.claim.amount:
                self._answers[question_of(one.claim)].append(one)
                self._things[thing_of(one.claim)].append(one)

    def alike(self, claim: Claim) -> Sequence[Told]:
        """Those that answer the same question."""
        return self._answers.get(question_of(claim), ())

    def on_the_same(self, claim: Claim) -> Sequence[Told]:
        """Those that measure the same, looking back or ahead."""
        return self._things.get(thing_of(claim), ())


def changed(story: Story, known: Known, firm_of: FirmOf) -> Changed | None:
    """The change that a story makes to what the same voice said before; None where it makes none."""
    claim, article = story.lead
    voice = _voice(claim, firm_of)
    if claim.amount is None or voice is None:
        return None
    earlier = [
        told
        for told in known.alike(claim)
        if told.article.published.date < article.published.date and _voice(told.claim, firm_of) == voice
    ]
    last = max(earlier, key=lambda told: (told.article.published.date, told.claim.id), default=None)
    turn = _turn(last.claim, claim) if last else None
    return Changed(turn, story, last) if last and turn else None


def corrected(story: Story, before: Claim) -> Changed | None:
    """The correction that a claim is of what it was; None where its figure is the same."""
    lead = story.lead
    return None if _shown(before) == _shown(lead.claim) else Changed("corrected", story, Told(before, lead.article))


def outcome(story: Story, known: Known) -> Outcome | None:
    """What was expected of a reported figure; None where nothing was, or nothing is reported."""
    claim, article = story.lead
    if claim.amount is None or claim.status != "actual" or claim.scenario != "none":
        return None
    expected = [
        told
        for told in known.on_the_same(claim)
        if told.claim.looks_forward
        and told.claim.scenario == "none"
        and told.article.published.date < article.published.date
    ]
    latest = _one_a_voice(sorted(expected, key=lambda told: told.article.published.date, reverse=True))
    judged = tuple((_verdict(claim, told.claim), told) for told in latest)
    return Outcome(story, judged[:_MOST_EXPECTED]) if judged else None


def _shown(claim: Claim) -> tuple[object, ...]:
    return (claim.amount and claim.amount.model_dump(exclude={"start", "text"}), claim.status, *question_of(claim))


def _one_a_voice(expected: Sequence[Told]) -> Iterator[Told]:
    voices: set[str | None] = set()
    for told in expected:
        if told.claim.speaker not in voices:
            voices.add(told.claim.speaker)
            yield told


def _voice(claim: Claim, firm_of: FirmOf) -> str | None:
    """Who stands for a figure: a company's guidance is its own, also where no speaker is named."""
    if claim.speaker is None:
        return claim.subject if claim.status in _OWN_WORDS else None
    return firm_of(claim.speaker) or claim.speaker


def _turn(earlier: Claim, later: Claim) -> Turn | None:
    if earlier.amount is None or later.amount is None:
        return None
    before, now = _ends(earlier.amount), _ends(later.amount)
    if (before, earlier.direction) == (now, later.direction):
        return None
    if later.measure == "change" and earlier.direction != later.direction:
        return "revised"
    if now[0] >= before[0] and now[1] >= before[1]:
        return "raised"
    return "cut" if now[0] <= before[0] and now[1] <= before[1] else "revised"


def _verdict(reported: Claim, expected: Claim) -> Verdict:
    if reported.amount is None or expected.amount is None:
        raise ValueError("only figures are compared")
    (low, high), (least, most) = _ends(reported.amount), _ends(expected.amount)
    if low > most:
        return "above"
    return "below" if high < least else "as_expected"


def _ends(amount: Amount) -> tuple[Decimal, Decimal]:
    return (amount.low if amount.low is not None else Decimal(0), amount.high if amount.high is not None else _INFINITE)
