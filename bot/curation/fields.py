"""The parts of a claim that a curator edits one by one, each as a line of text: what it says, what a new one changes.

An amount is named by its words and read in the quote, never typed as a number; a period by what it is called. So an
edit can point at other words of the article and cannot bring in a figure that they do not print.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple, get_args

from pydantic import ValidationError

from bot.curation.naming import metric_shown, named_metric, named_subject, named_term, subject_shown, term_shown
from bot.curation.timing import named_period
from bot.wording.phrases_of_refusals import why
from knowledge.amount import PrintedAmount
from knowledge.article import Article
from knowledge.claim import Claim, Direction, Measure, Scenario, Status
from knowledge.fault import Fault
from knowledge.period import Flow
from knowledge.proposing.claims import own_statement
from knowledge.reading.amounts import read_amounts
from knowledge.unfit import reason_of
from knowledge.value import Language, Passage
from knowledge.vocabulary import Vocabulary


class Desk(NamedTuple):
    """What an edit is made with: the article, its text where the base keeps it, and the words that are known."""

    article: Article
    text: str | None
    vocabulary: Vocabulary

    @property
    def language(self) -> Language:
        """The language in which the article is read."""
        return "de" if self.article.language == "de" else "en"


Change = dict[str, object]
_Reads = Callable[[Claim], str]
_Changes = Callable[[Claim, str, Desk], Change]


def shown(claim: Claim) -> dict[str, str]:
    """Every part as a line, empty where the claim has none."""
    return {name: reads(claim) for name, (reads, _) in FIELDS.items()}


def worded(claim: Claim, vocabulary: Vocabulary, language: Language) -> dict[str, str]:
    """Every part as a line for a curator: as `shown`, with names in place of ids where they mean the same."""
    lines = shown(claim)
    named = {
        **{name: subject_shown(lines[name], vocabulary, language) for name in ("subject", "speaker", "via")},
        "metric": metric_shown(lines["metric"], vocabulary, language),
        "of": term_shown(lines["of"], vocabulary.wholes, language),
        "basis": term_shown(lines["basis"], vocabulary.bases, language),
    }
    return {name: named.get(name, line) for name, line in lines.items()}


def edited(claim: Claim, lines: Mapping[str, str], desk: Desk) -> Claim:
    """The claim with these lines in place of its own; raises Fault for one that cannot be. Not proved yet.

    A statement that was put together of the claim's parts is put together anew.
    """
    before, own = claim, shown(claim)
    for name, typed in lines.items():
        if name not in FIELDS:
            raise Fault(why("no_field", name, ", ".join(FIELDS)))
        line = " ".join(typed.split())
        if line != " ".join(own[name].split()):
            claim = _with(claim, FIELDS[name][1](claim, line, desk))
    changed = {name for name in lines if FIELDS[name][0](claim) != own[name]}
    return _restated(before, claim, desk, changed)


def _with(claim: Claim, change: Change) -> Claim:
    try:
        return Claim.model_validate({**claim.model_dump(), **change})
    except ValidationError as error:
        raise Fault(reason_of(error)) from None


def _restated(before: Claim, claim: Claim, desk: Desk, changed: set[str]) -> Claim:
    said = claim.statement.model_dump()
    for language in get_args(Language):
        if f"statement_{language}" in changed or said[language] is None or before.metric is None:
            continue
        if said[language] == own_statement(before, desk.vocabulary, language):
            said[language] = own_statement(claim, desk.vocabulary, language)
    return _with(claim, {"statement": said}) if said != claim.statement.model_dump() else claim


def _statement(language: Language) -> tuple[_Reads, _Changes]:
    def change(claim: Claim, line: str, _: Desk) -> Change:
        return {"statement": {**claim.statement.model_dump(), language: line or None}}

    return lambda claim: getattr(claim.statement, language) or "", change


def _choice(field: str, values: tuple[str, ...]) -> tuple[_Reads, _Changes]:
    def change(_: Claim, line: str, __: Desk) -> Change:
        if line not in values:
            raise Fault(why("no_choice", line, why(f"choice_{field}"), ", ".join(values)))
        return {field: line}

    return lambda claim: str(getattr(claim, field)), change


def _subject(field: str) -> tuple[_Reads, _Changes]:
    def change(_: Claim, line: str, desk: Desk) -> Change:
        return {field: named_subject(line, desk.vocabulary) if line or field == "subject" else None}

    return lambda claim: getattr(claim, field) or "", change


def _term(field: str) -> tuple[_Reads, _Changes]:
    def change(_: Claim, line: str, desk: Desk) -> Change:
        terms = desk.vocabulary.bases if field == "basis" else desk.vocabulary.wholes
        return {field: named_term(line, terms) if line else None}

    return lambda claim: getattr(claim, field) or "", change


def _metric(_: Claim, line: str, desk: Desk) -> Change:
    return {"metric": named_metric(line, desk.vocabulary) if line else None}


def _amount(claim: Claim, line: str, desk: Desk) -> Change:
    if not line:
        return {"amount": None}
    quote = claim.receipt.text
    within = [one for one in read_amounts(quote, desk.language) if one.text == line]
    start = quote.find(line)
    if start < 0:
        raise Fault(why("not_quoted", line))
    found = within or [one.model_copy(update={"start": start}) for one in read_amounts(line, desk.language)]
    if len(found) != 1:
        raise Fault(why("several_amounts" if found else "no_amount", line))
    return {"amount": found[0].model_dump(include=set(PrintedAmount.model_fields))}


def _period(claim: Claim, line: str, desk: Desk) -> Change:
    return named_period(claim, line, desk.article, desk.vocabulary)


def _flow(claim: Claim, line: str, _: Desk) -> Change:
    if claim.period is None:
        raise Fault(why("flow_of_what"))
    if line not in get_args(Flow):
        raise Fault(why("no_choice", line, why("choice_flow"), ", ".join(get_args(Flow))))
    return {"period": {**claim.period.model_dump(), "flow": line}}


def _quote(claim: Claim, line: str, desk: Desk) -> Change:
    quote = _found(line, claim.receipt.start, desk)
    if claim.amount is None:
        return {"quote": quote.model_dump()}
    at = claim.receipt.start + claim.amount.start - quote.start
    stays = claim.amount.model_copy(update={"start": at}).stands_in(quote.text) if at >= 0 else False
    start = at if stays else quote.text.find(claim.amount.text)
    if start < 0:
        raise Fault(why("quote_holds_amount", claim.amount.text))
    return {"quote": quote.model_dump(), "amount": {**claim.amount.model_dump(), "start": start}}


def _found(words: str, near: int, desk: Desk) -> Passage:
    """The words where they stand in the article, nearest to a place; runs of white space count as one space."""
    if desk.text is None:
        raise Fault(why("nothing_to_quote"))
    wanted = r"\s+".join(map(re.escape, words.split()))
    places = list(re.finditer(wanted, desk.text)) if wanted else []
    if not places:
        raise Fault(why("not_word_for_word", words))
    found = min(places, key=lambda place: abs(place.start() - near))
    return Passage(start=found.start(), text=found.group())


FIELDS: Final[Mapping[str, tuple[_Reads, _Changes]]] = {
    "subject": _subject("subject"),
    "metric": (lambda claim: claim.metric or "", _metric),
    "quote": (lambda claim: claim.quote.text if claim.quote else "", _quote),
    "amount": (lambda claim: claim.amount.text if claim.amount else "", _amount),
    "measure": _choice("measure", get_args(Measure)),
    "of": _term("of"),
    "direction": _choice("direction", get_args(Direction)),
    "period": (lambda claim: (claim.period.words or claim.period.label) if claim.period else "", _period),
    "flow": (lambda claim: claim.period.flow if claim.period else "", _flow),
    "status": _choice("status", get_args(Status)),
    "scenario": _choice("scenario", get_args(Scenario)),
    "speaker": _subject("speaker"),
    "via": _subject("via"),
    "basis": _term("basis"),
    "statement_en": _statement("en"),
    "statement_de": _statement("de"),
}
"""The parts by name, in the order in which they are shown; each with how it reads and what a line changes."""

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "measure": get_args(Measure),
    "direction": get_args(Direction),
    "flow": get_args(Flow),
    "status": get_args(Status),
    "scenario": get_args(Scenario),
}
"""The parts that are one of a few words."""
