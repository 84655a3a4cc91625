"""An Answer as the JSON object that other programs read; its shape is stable.

Numbers are JSON numbers in base units; what is absent is null, a list never.
"""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from bot.answer import Ambiguous, AnyAnswer, Calculated, Choice, Entry, Found, Missing, NotFound
from bot.names import Names
from bot.plain import plain_text
from bot.question import Question
from bot.reply import Reply
from bot.wording.offers import choice_text, missing_text
from bot.wording.titles import Titles
from knowledge.article import Article
from knowledge.claim import Claim
from knowledge.period import Period
from knowledge.value import Language

Json = dict[str, Any]


def answer_json(answer: AnyAnswer, reply: Reply, names: Names) -> Json:
    """The whole answer, with the reply's text."""
    titles = Titles(names, reply.language)
    found = answer if isinstance(answer, Found) else None
    entries = found.entries if found else ()
    missing = answer.missing if isinstance(answer, Found | NotFound) else ()
    choices = answer.choices if isinstance(answer, Ambiguous | NotFound) else ()
    return {
        "question": _question(answer.question, found.left_out if found else answer.question.not_understood),
        "outcome": reply.outcome,
        "language": reply.language,
        "headline": reply.headline,
        "text": plain_text(reply),
        "claims": [_entry(entry, reply.language) for entry in entries],
        "conflicts": [list(pair) for pair in found.conflicts] if found else [],
        "calculated": [_calculated(one, found, titles) for one in found.calculated] if found else [],
        "missing": [_missing(one, titles) for one in missing],
        "choices": [_choice(one, titles) for one in choices],
    }


def claim_json(claim: Claim, article: Article) -> Json:
    """A claim as `capex claims` lists it: the same fields, with both statements and no place in an answer."""
    whole = _claim(claim, article, "en")
    whole["statement"] = claim.statement.model_dump()
    whole["cautions"] = [{"kind": caution.kind, "text": caution.text.model_dump()} for caution in claim.cautions]
    return whole


def number_json(number: Decimal | None) -> int | float | None:
    """A decimal as a JSON number, whole where it is whole."""
    if number is None:
        return None
    return int(number) if number == number.to_integral_value() else float(number)


def period_json(period: Period | None) -> Json | None:
    """The label and ends of a period."""
    return None if period is None else {"label": period.label, "start": _day(period.start), "end": _day(period.end)}


def _question(question: Question, left_out: Sequence[str]) -> Json:
    return {
        "text": question.text,
        "language": question.language,
        "intent": question.intent,
        "subjects": list(question.asked),
        "metrics": list(question.metrics),
        "period": period_json(question.period),
        "not_understood": list(left_out),
    }


def _entry(entry: Entry, language: Language) -> Json:
    place = {"id": entry.claim.id, "role": entry.role, "citation": entry.citation}
    return place | _claim(entry.claim, entry.article, language)


def _claim(claim: Claim, article: Article, language: Language) -> Json:
    amount, period = claim.amount, claim.period
    return {
        "id": claim.id,
        "subject": claim.subject,
        "metric": claim.metric,
        "measure": claim.measure,
        "of": claim.of,
        "low": number_json(amount.low) if amount else None,
        "high": number_json(amount.high) if amount else None,
        "unit": amount.unit if amount else None,
        "bound": amount.bound if amount else None,
        "direction": claim.direction,
        "period": {**(period_json(period) or {}), "kind": period.kind, "flow": period.flow} if period else None,
        "status": claim.status,
        "scenario": claim.scenario,
        "speaker": claim.speaker,
        "via": claim.via,
        "basis": claim.basis,
        "statement": claim.statement.in_language(language),
        "quote": claim.quote.text if claim.quote else None,
        "cautions": [{"kind": one.kind, "text": one.text.in_language(language)} for one in claim.cautions],
        "state": claim.state,
        "article": _article(article),
    }


def _article(article: Article) -> Json:
    published = article.published
    return {
        "id": article.id,
        "title": article.title,
        "publisher": article.publisher,
        "author": article.author,
        "published": {
            "date": published.date.isoformat(),
            "precision": published.precision,
            "inferred": published.inferred.in_language("en") if published.inferred else None,
        },
        "language": article.language,
        "url": article.url,
        "original": article.original.model_dump(mode="json") if article.original else None,
    }


def _calculated(calculated: Calculated, answer: Found, titles: Titles) -> Json:
    claims = {entry.claim.id: entry.claim for entry in answer.entries}
    later = claims[calculated.inputs[0]]
    return {
        "label": titles.thing(later.subject, later.metric, later.period),
        "value": number_json(calculated.value),
        "unit": calculated.unit,
        "from": list(calculated.inputs),
    }


def _missing(missing: Missing, titles: Titles) -> Json:
    return {
        "subject": missing.subject or (missing.words[0] if missing.words else None),
        "metric": missing.metric,
        "period": missing.period.label if missing.period else None,
        "reason": missing_text(missing, titles),
        "nearest": [choice_text(choice, titles) for choice in missing.nearest],
    }


def _choice(choice: Choice, titles: Titles) -> Json:
    label = choice_text(choice, titles)
    return {"label": label, "ask": label.replace(" · ", " ")}


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None
