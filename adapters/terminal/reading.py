"""What the readers of amounts and periods find in a text, as JSON and as lines."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from bot.answer_json import number_json, period_json
from bot.language import detect
from knowledge.folding import tokens
from knowledge.reading.amounts import read_amounts
from knowledge.reading.periods import read_periods
from knowledge.value import Language

_LONGEST_TEXT = 100_000


def reading_json(text: str, language: Language | None, on: date) -> dict[str, Any]:
    """The amounts and periods of `text`, with their places in it."""
    text = text[:_LONGEST_TEXT]
    spoken = language or detect((token.folded for token in tokens(text)), (), "en").language
    return {
        "amounts": [
            {
                "low": number_json(amount.low),
                "high": number_json(amount.high),
                "unit": amount.unit,
                "bound": amount.bound,
                "text": amount.text,
                "start": amount.start,
                "end": amount.end,
            }
            for amount in read_amounts(text, spoken)
        ],
        "periods": [
            {
                **(period_json(printed.period) or {}),
                "kind": printed.period.kind,
                "text": printed.text,
                "at": [printed.start, printed.end],
            }
            for printed in read_periods(text, spoken, on)
        ],
    }


def reading_lines(found: dict[str, Any]) -> Iterator[str]:
    """One line for each thing read."""
    for amount in found["amounts"]:
        yield f"{amount['text']}: {amount['low']} to {amount['high']} {amount['unit']}, {amount['bound']}"
    for period in found["periods"]:
        yield f"{period['text']}: {period['label']} ({period['start']} to {period['end']})"
    if not found["amounts"] and not found["periods"]:
        yield "No amount and no period read."
