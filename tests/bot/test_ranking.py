from datetime import date

import pytest

from bot.line import Line
from knowledge.claim import Status

from .samples import billions, claim, found, half, main_ids, number, quarter, year


def test_guidance_comes_first_for_meta(shipped: Line) -> None:
    answer = shipped.ask("/capex meta", date(2026, 8, 2))
    first = answer.reply.lines[0]
    assert (first.label, first.figure) == ("2024 guidance", "US$35–40 bn")


@pytest.mark.parametrize("on", [date(2024, 5, 1), date(2024, 12, 1), date(2025, 6, 1), date(2029, 1, 1)])
def test_the_latest_period_comes_first_once_it_has_ended(on: date) -> None:
    base = [claim("old", billions(1), period=year(2021)), claim("new", billions(3), period=year(2023)),
            claim("middle", billions(2), period=year(2022))]  # fmt: skip
    assert main_ids(found(base, "meta", on)) == ["new", "middle", "old"]


def test_the_period_that_holds_the_day_of_asking_comes_before_what_lies_ahead() -> None:
    base = [claim("far", billions(9), status="forecast", period=year(2028)),
            claim("now", billions(5), status="forecast", period=year(2024))]  # fmt: skip
    assert main_ids(found(base, "meta", date(2024, 6, 1))) == ["now", "far"]


def test_the_period_asked_about_comes_before_its_parts() -> None:
    base = [claim("quarter", billions(2), period=quarter(2024, 1)), claim("half", billions(4), period=half(2024, 1)),
            claim("year", billions(9), period=year(2024), status="forecast")]  # fmt: skip
    assert main_ids(found(base, "meta capex 2024"))[0] == "year"
    assert main_ids(found(base, "meta capex H1 2024")) == ["half", "quarter"]


def test_what_was_reported_comes_before_what_was_promised_before_what_is_expected() -> None:
    statuses: list[Status] = ["opinion", "alleged", "estimate", "forecast", "plan", "guidance", "actual"]
    base = [
        claim(status, billions(place + 1), status=status, period=year(2023)) for place, status in enumerate(statuses)
    ]
    assert main_ids(found(base, "meta capex")) == statuses[::-1]


def test_a_figure_comes_before_a_sentence() -> None:
    base = [claim("sentence", None, "autumn", status="guidance"), claim("figure", billions(1), period=year(2020))]
    assert main_ids(found(base, "meta capex")) == ["figure", "sentence"]


def test_a_level_comes_before_a_change() -> None:
    rise = claim("rise", number(90, unit="percent"), "autumn", measure="change", direction="up", period=year(2023))
    assert main_ids(found([rise, claim("level", billions(1), period=year(2023))], "meta capex")) == ["level", "rise"]


def test_a_sentence_on_what_is_to_come_stands_before_one_on_what_was() -> None:
    base = [claim("was", None, "autumn"), claim("comes", None, "spring", status="guidance")]
    assert main_ids(found(base, "meta capex")) == ["comes", "was"]


def test_of_two_alike_the_newer_article_comes_first() -> None:
    base = [claim(article, billions(7), article, period=year(2023)) for article in ("spring", "autumn", "summer")]
    assert main_ids(found(base, "meta capex")) == ["autumn", "summer", "spring"]


def test_claims_alike_in_all_stand_in_the_order_of_their_ids() -> None:
    base = [claim(key, billions(7), period=year(2023)) for key in ("c", "a", "b")]
    assert main_ids(found(base, "meta capex")) == ["a", "b", "c"]


def test_the_metrics_come_in_the_order_in_which_they_were_asked() -> None:
    base = [
        claim("spent", billions(1), period=year(2023)),
        claim("earned", billions(2), metric="revenue", period=year(2023)),
    ]
    assert main_ids(found(base, "meta revenue and capex")) == ["earned", "spent"]
    assert main_ids(found(base, "meta capex and revenue")) == ["spent", "earned"]
