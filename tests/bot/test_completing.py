"""What is offered while a question is typed: whatever it is, it has an answer."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.completing import Completing
from bot.line import Line
from bot.verbs.commands import command_in
from knowledge.value import Language
from tests.adapters.discord_app.hostile import texts

ON = date(2026, 11, 21)
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.fixture(scope="module")
def completing(shipped: Line) -> Completing:
    return shipped.completing()


@pytest.mark.parametrize(
    ("typed", "language", "offered"),
    [
        ("met", "en", "Meta"),
        ("goog", "en", "Alphabet"),
        ("meta capital", "en", "meta capital expenditure"),
        ("meta inves", "de", "meta Investitionsausgaben"),
        ("mircosoft", "en", "Microsoft"),
        ("capex of mircosoft", "en", "capex of Microsoft"),
        ("meta vs micr", "en", "meta vs Microsoft"),
        ("meta", "en", "meta capital expenditure"),
        ("meta", "de", "meta Investitionsausgaben"),
        ("meta capex", "en", "meta capex 2024"),
        ("meta capex 20", "en", "meta capex 2024"),
        ("meta capex q", "de", "meta capex Q1 2024"),
    ],
)
def test_what_may_be_meant_is_offered(completing: Completing, typed: str, language: Language, offered: str) -> None:
    assert offered in completing.offered(typed, language)


def test_names_come_before_metrics(completing: Completing, shipped: Line) -> None:
    metrics = {one.name.en for one in shipped.names().metrics.values()}
    kinds = [one in metrics for one in completing.offered("c", "en")]
    assert True in kinds
    assert False in kinds
    assert kinds == sorted(kinds)


def test_who_has_most_claims_is_offered_first_to_who_has_typed_nothing(completing: Completing) -> None:
    offered = completing.offered("", "en")
    assert len(offered) == 25
    assert offered.index("Meta") < 5


def test_of_a_name_only_metrics_with_claims_are_offered(completing: Completing, shipped: Line) -> None:
    held = {metric for (subject, metric) in shipped.claims_held() if subject == "meta" and metric}
    titles = {f"meta {shipped.names().metrics[one].name.en}" for one in held}
    offered = [one for one in completing.offered("meta ", "en") if one.startswith("meta ")]
    assert set(offered) == titles


@given(texts)
def test_what_is_offered_is_always_a_valid_choice(completing: Completing, typed: str) -> None:
    offered = completing.offered(typed, "en")
    assert len(offered) <= 25
    assert len(set(offered)) == len(offered)
    assert all(1 <= len(one) <= 100 for one in offered)


@given(st.sampled_from(LETTERS), st.sampled_from(["en", "de"]))
def test_every_name_that_is_offered_has_an_answer(
    completing: Completing, shipped: Line, letter: str, language: Language
) -> None:
    for offered in completing.offered(letter, language):
        assert shipped.ask(offered, ON, language).reply.outcome in {"found", "ambiguous"}, offered


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_metric_and_period_that_is_offered_has_an_answer(
    completing: Completing, shipped: Line, language: Language
) -> None:
    for name in completing.offered("", language):
        for metric in completing.offered(f"{name} ", language):
            for question in (metric, *completing.offered(metric, language)):
                assert shipped.ask(question, ON, language).reply.outcome != "not_found", question


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("typed", ["", *LETTERS])
def test_what_is_offered_to_be_ordered_can_be_ordered(
    completing: Completing, shipped: Line, typed: str, language: Language
) -> None:
    names = completing.named(typed, language)
    for offered in (*names, *(more for name in names[:3] for more in completing.named(f"{name} ", language))):
        for verb in ("digest on", "follow"):
            command = command_in(f"{verb} {offered}", shipped.names(), None, language)
            assert command is not None, offered
            assert command.named or (command.digest and command.digest.on), offered


def test_lists_go_on_after_a_comma_and_hold_no_period(completing: Completing) -> None:
    assert "meta, Microsoft" in completing.named("meta, micr", "en")
    offered = completing.named("meta capex ", "en")
    assert "meta capex revenue" in offered
    assert [one for one in offered if "2024" in one] == []


def test_it_is_made_anew_only_where_the_base_has_changed(shipped: Line) -> None:
    assert shipped.completing() is shipped.completing()
