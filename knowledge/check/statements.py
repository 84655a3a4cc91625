"""A statement says the claim's amount and period, and no other number.

Read as the article is read: amounts first, then periods; what is left of digits and number words must be a number of
the period's label ("next five years") or stand in a name of the vocabulary. So a changed digit, unit or bound shows
on whichever side it was changed.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from knowledge.amount import Amount, PrintedAmount
from knowledge.check.amounts import all_told, says_same, told
from knowledge.check.case import Case
from knowledge.check.number_words import is_multiple, numerals
from knowledge.check.period_numbers import explains, is_own, numbers_of_period
from knowledge.check.phrases import why
from knowledge.check.proof import Finding
from knowledge.check.spans import Span, read_spans
from knowledge.reading.remembered import read_amounts
from knowledge.value import Language


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


class Said(NamedTuple):
    """A statement, with the names that hold numbers blanked out, and the amounts read in it."""

    language: Language
    text: str
    amounts: tuple[PrintedAmount, ...]

    @property
    def keys(self) -> tuple[str | int, ...]:
        """Where the statement stands in its claim."""
        return ("statement", self.language)


def statement_says_amount(case: Case) -> Iterator[Finding]:
    """Each statement of a figure says the amount, with its unit and bound."""
    amount = case.claim.amount
    if amount is None:
        return
    for said in _said(case):
        if not any(_places(said, amount)):
            yield Finding("statement", said.keys, why("statement_says", all_told(said.amounts), told(amount)))


def statement_says_nothing_else(case: Case) -> Iterator[Finding]:
    """Every other number of a statement belongs to the period, and where times are named the period is among them."""
    for said in _said(case):
        own = list(_places(said, case.claim.amount))
        spans = [span for span in _numbered_spans(case, said) if not _overlaps(span, own)]
        for span in spans:
            if not explains(span, said.text, case):
                words = said.text[span.start : span.end]
                yield Finding("statement", said.keys, why("not_the_period", words, span.told()))
        if spans and not any(is_own(span, said.text, case) for span in spans):
            yield Finding("statement", said.keys, why("none_the_period"))
        others = [amount for amount in said.amounts if not _overlaps(amount, (*own, *spans))]
        for amount in others:
            yield Finding("statement", said.keys, why("not_the_amount", amount.text, told(amount)))
        yield from _left(case, said, (*own, *others, *spans))


def _left(case: Case, said: Said, accounted: Iterable[_Placed]) -> Iterator[Finding]:
    of_period = numbers_of_period(case)
    for numeral in numerals(said.text):
        if not _overlaps(numeral, accounted) and numeral.in_language(said.language) not in of_period:
            yield Finding("statement", said.keys, why("number_of_nothing", numeral.text))


def _numbered_spans(case: Case, said: Said) -> Iterator[Span]:
    """The times that the statement names with a number; "on Friday" or "next year" alone says none."""
    for span in read_spans(case, said.text, said.language):
        if numerals(said.text[span.start : span.end]):
            yield span


def _said(case: Case) -> Iterator[Said]:
    for language, text in case.statements.items():
        blanked = case.known.numbered_names.blanked(text)
        yield Said(language, blanked, read_amounts(blanked, language))


def _places(said: Said, amount: Amount | None) -> Iterator[_Placed]:
    """Where the statement says the amount; a bare small number is one only if it counts exactly."""
    if amount is None:
        return
    yield from (found for found in said.amounts if says_same(found, amount))
    if amount.bound != "exact" or amount.unit not in ("count", "times"):
        return
    for numeral in numerals(said.text):
        unit = "times" if is_multiple(numeral.text) else "count"
        same = (numeral.in_language(said.language), unit) == (amount.low, amount.unit)
        if same and not _overlaps(numeral, said.amounts):
            yield numeral


def _overlaps(one: _Placed, others: Iterable[_Placed]) -> bool:
    return any(one.start < other.end and other.start < one.end for other in others)
