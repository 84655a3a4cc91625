"""All rules that judge a single claim, in the order in which their findings are told.

Of a claim whose quote was withdrawn there is nothing left to prove but that it names what is known.
"""

from collections.abc import Callable, Iterator

from knowledge.check.amounts import amount_is_read
from knowledge.check.baselines import baseline_precedes
from knowledge.check.case import Case
from knowledge.check.flows import flow_is_said
from knowledge.check.inferring import inferred_fields_have_values, unprinted_fields_are_inferred
from knowledge.check.labels import label_is_derived
from knowledge.check.languages import asides_say_the_same_numbers, both_languages
from knowledge.check.proof import Finding
from knowledge.check.proving import period_is_proved, words_are_printed
from knowledge.check.quotes import quotes_stand
from knowledge.check.references import names_are_known
from knowledge.check.statements import statement_says_amount, statement_says_nothing_else
from knowledge.check.timing import fiscal_period_fits_subject, open_kinds_meet_the_article, status_fits_time

RULES: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    quotes_stand,
    amount_is_read,
    statement_says_amount,
    statement_says_nothing_else,
    names_are_known,
    label_is_derived,
    words_are_printed,
    period_is_proved,
    flow_is_said,
    baseline_precedes,
    status_fits_time,
    open_kinds_meet_the_article,
    fiscal_period_fits_subject,
    unprinted_fields_are_inferred,
    inferred_fields_have_values,
    both_languages,
    asides_say_the_same_numbers,
)

_WITHOUT_QUOTE = (names_are_known, both_languages)


def findings(case: Case) -> Iterator[Finding]:
    """Everything that is wrong with one claim."""
    for rule in RULES if case.claim.quote else _WITHOUT_QUOTE:
        yield from rule(case)
