"""An amount is what the reader reads in its words, alone and within the quote.

Alone: given exactly the span, the reader yields one amount, the claim's; a figure whose scale or unit is said once for
several of its sentence ("$200 billion, Alphabet 185 billion", "von 60 bis 65 auf 64 bis 72 Milliarden") yields a bare
number or none, and the quote decides. Within: where reading the whole quote
finds an amount at that place it is the same one, so that a span cannot leave out a "fast" that stands before it.
"""

from collections.abc import Iterable, Iterator, Sequence

from knowledge.amount import Amount, PrintedAmount
from knowledge.check.case import Case
from knowledge.check.phrases import why
from knowledge.check.proof import Finding
from knowledge.reading.remembered import read_amounts
from knowledge.reason import Reason, together

_KEYS = ("amount", "text")
_UNITS = ("percent", "count", "times")


def amount_is_read(case: Case) -> Iterator[Finding]:
    """The amount agrees with its own words and with the quote."""
    amount = case.claim.amount
    if amount is None or case.language is None:
        return
    alone = read_amounts(amount.text, case.language)
    within = read_amounts(case.claim.receipt.text, case.language)
    if not (len(alone) == 1 and says_same(alone[0], amount)) and not _inherits(alone, amount, within):
        yield Finding("amount", _KEYS, why("reads_another", all_told(alone), amount.text, told(amount)))
        return
    for other in within:
        if _overlap(other, amount) and not says_same(other, amount):
            yield Finding("amount", _KEYS, why("quote_reads_another", told(other), told(amount)))


def says_same(one: Amount, other: Amount) -> bool:
    """Whether two amounts have the same ends, unit and bound, wherever they are printed."""
    return (one.low, one.high, one.unit, one.bound) == (other.low, other.high, other.unit, other.bound)


def told(amount: Amount) -> Reason:
    """An amount in one phrase of a fault."""
    unit = why(f"unit_{amount.unit}") if amount.unit in _UNITS else amount.unit
    if amount.low is None or amount.high is None or amount.low == amount.high:
        one = amount.high if amount.low is None else amount.low
        return why("bounded", why(f"bound_{amount.bound}"), one, unit)
    return why("ranging", why(f"bound_{amount.bound}"), amount.low, amount.high, unit)


def all_told(amounts: Sequence[Amount]) -> Reason:
    """Several amounts in one phrase."""
    return together(map(told, amounts)) if amounts else why("no_amount")


def _inherits(alone: Iterable[Amount], amount: PrintedAmount, within: Iterable[PrintedAmount]) -> bool:
    """Whether the words print bare numbers, and the quote at their very place the claim's amount with its unit."""
    return all(one.unit == "count" for one in alone) and any(
        (one.start, one.text) == (amount.start, amount.text) and says_same(one, amount) for one in within
    )


def _overlap(one: PrintedAmount, other: PrintedAmount) -> bool:
    return one.start < other.end and other.start < one.end
