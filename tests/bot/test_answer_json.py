"""The JSON object that other programs read has exactly the shape that was promised."""

import json
from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter

from bot.answer_json import answer_json, claim_json
from bot.line import Line
from bot.plain import plain_text
from knowledge.store import Store
from knowledge.value import Language

from .samples import ask, billions, both, claim, number, quarter, year
from .shape import ListedClaim, check
from .test_refusals import REFUSED

ON = date(2026, 8, 2)


def answered(line: Line, text: str, language: Language | None = None) -> dict[str, Any]:
    asked = line.ask(text, ON, language)
    whole: dict[str, Any] = json.loads(json.dumps(answer_json(asked.answer, asked.reply, asked.names)))
    return whole


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_answer_on_each_subject_has_the_promised_shape(
    shipped: Line, shipped_store: Store, language: Language
) -> None:
    for subject in shipped_store.vocabulary().subjects:
        check(answered(shipped, subject.name.in_language(language), language))


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_answer_on_each_metric_has_the_promised_shape(
    shipped: Line, shipped_store: Store, language: Language
) -> None:
    for metric in shipped_store.vocabulary().metrics:
        check(answered(shipped, metric.name.in_language(language), language))


OTHERS = ["", "help", "meta vs google", "openai vs meta capex 2024", "openai loss 2026", "according to Barclays",
          "meta capex this year", "xtv", "x" * 501, "2024"]  # fmt: skip


@pytest.mark.parametrize("text", [*REFUSED, *OTHERS])
def test_every_other_answer_has_the_promised_shape(shipped: Line, text: str) -> None:
    check(answered(shipped, text))


def test_each_claim_of_the_store_is_listed_in_the_same_form_with_both_statements(shipped_store: Store) -> None:
    listed = [claim_json(one, article) for one, article in shipped_store.claims()]
    TypeAdapter(list[ListedClaim]).validate_python(json.loads(json.dumps(listed)))
    assert all(one["statement"]["en"] and one["statement"]["de"] for one in listed)


def test_the_text_is_the_whole_reply_as_plain_text(shipped: Line) -> None:
    asked = shipped.ask("meta", ON)
    whole = answer_json(asked.answer, asked.reply, asked.names)
    assert whole["text"] == plain_text(asked.reply)
    assert whole["text"].startswith(whole["headline"] + "\n")


def test_the_first_claim_on_meta_is_its_guidance(shipped: Line) -> None:
    first = answered(shipped, "/capex meta")["claims"][0]
    told = {key: first[key] for key in ("id", "role", "citation", "low", "high", "unit", "bound", "status", "speaker")}
    assert told == {
        "id": "meta-capex-2024-guidance",
        "role": "main",
        "citation": 1,
        "low": 35_000_000_000,
        "high": 40_000_000_000,
        "unit": "USD",
        "bound": "range",
        "status": "guidance",
        "speaker": "meta",
    }
    assert first["period"] == {
        "label": "2024",
        "start": "2024-01-01",
        "end": "2024-12-31",
        "kind": "year",
        "flow": "total",
    }
    assert "zwischen 35 und 40 Milliarden US-Dollar" in first["quote"]


@pytest.mark.parametrize(
    ("amount", "low", "high"),
    [
        (billions(35), "35000000000", "35000000000"),
        (billions(6.7), "6700000000", "6700000000"),
        (number(90), "90", "90"),
        (number("0.5"), "0.5", "0.5"),
        (number(5, bound="at_least"), "5", "null"),
        (number(5, bound="more_than"), "5", "null"),
        (number(5, bound="up_to"), "null", "5"),
        (number(5, bound="about"), "5", "5"),
        (number(5, bound="almost"), "5", "5"),
        (number(5, 7), "5", "7"),
        (billions(10_000), "10000000000000", "10000000000000"),
    ],
)
def test_numbers_are_plain_and_an_open_end_is_null(amount: Any, low: str, high: str) -> None:
    asked = ask([claim("one", amount)], "meta capex")
    first = answer_json(asked.answer, asked.reply, asked.names)["claims"][0]
    assert (json.dumps(first["low"]), json.dumps(first["high"])) == (low, high)


def test_what_is_absent_is_null_and_a_list_is_never_null() -> None:
    asked = ask([claim("one", None, metric=None)], "meta")
    whole = check(answer_json(asked.answer, asked.reply, asked.names))
    (one,) = whole.claims
    fields = ("metric", "low", "high", "unit", "bound", "period", "speaker", "via", "basis", "of")
    assert {field: getattr(one, field) for field in fields} == dict.fromkeys(fields)
    lists: list[list[Any]] = [whole.question.metrics, whole.conflicts, whole.calculated, whole.missing, whole.choices]
    assert [*lists, one.cautions] == [[]] * 6
    assert whole.question.period is None


def test_a_calculated_number_names_its_label_unit_and_inputs() -> None:
    base = [
        claim("later", billions(6.7), period=quarter(2024, 1)),
        claim("earlier", billions(7.09), period=quarter(2023, 1)),
    ]
    asked = ask(base, "meta capex")
    assert answer_json(asked.answer, asked.reply, asked.names)["calculated"] == [
        {
            "label": "Meta · capital expenditure · Q1 2024",
            "value": -5.5,
            "unit": "percent",
            "from": ["later", "earlier"],
        }
    ]


def test_a_side_that_is_missing_is_named_with_the_reason_and_the_nearest() -> None:
    base = [
        claim("one", billions(1), period=year(2024)),
        claim("two", billions(1), subject="alphabet", period=year(2022)),
    ]
    asked = ask(base, "meta vs google capex 2024")
    assert answer_json(asked.answer, asked.reply, asked.names)["missing"] == [
        {
            "subject": "alphabet",
            "metric": "capex",
            "period": "2024",
            "reason": "No claim on Alphabet · capital expenditure for 2024; only for other periods.",
            "nearest": ["Alphabet · capital expenditure · 2022"],
        }
    ]


@pytest.mark.parametrize("language", ["en", "de"])
def test_statement_and_cautions_are_in_the_language_of_the_answer(language: Language) -> None:
    cautions = [{"kind": "scope", "text": both("All.", "Alles.")}]
    asked = ask(
        [claim("one", billions(1), statement=both("One.", "Eins."), cautions=cautions)], "meta", language=language
    )
    first = answer_json(asked.answer, asked.reply, asked.names)["claims"][0]
    assert (first["statement"], first["cautions"][0]["text"]) == (
        ("One.", "All.") if language == "en" else ("Eins.", "Alles.")
    )
