"""What is refused, for which reason, and what is offered instead."""

from bot.answer import Ambiguous, NotFound

from .samples import BASE, GUIDANCE, REVENUE, ask, billions, claim, found


def test_an_unknown_name_is_refused_by_its_word() -> None:
    answer = ask(BASE, "samsung capex").answer
    assert isinstance(answer, NotFound)
    assert [(missing.reason, missing.words) for missing in answer.missing] == [("unknown_name", ("samsung",))]
    assert {choice.subject for choice in answer.choices} <= {"meta", "alphabet"}


def test_an_unknown_word_beside_a_known_name_is_refused() -> None:
    answer = ask(BASE, "meta capex bananas").answer
    assert isinstance(answer, NotFound)
    assert [(missing.reason, missing.words) for missing in answer.missing] == [("not_understood", ("bananas",))]


def test_a_metric_that_a_name_has_not_is_refused_with_those_it_has() -> None:
    answer = ask([GUIDANCE, REVENUE, claim("lost", billions(1), subject="alphabet", metric="loss")], "meta loss").answer
    assert isinstance(answer, NotFound)
    assert [missing.reason for missing in answer.missing] == ["no_metric"]
    assert {(choice.subject, choice.metric) for choice in answer.choices} == {("meta", "capex"), ("meta", "revenue")}


def test_a_period_without_a_claim_is_refused_with_the_periods_that_have_one() -> None:
    answer = ask(BASE, "meta capex 2031").answer
    assert isinstance(answer, NotFound)
    assert [missing.reason for missing in answer.missing] == ["other_period"]
    assert {choice.period.label for choice in answer.choices if choice.period} == {"2024", "Q1 2024"}


def test_a_period_alone_offers_what_is_known_of_it() -> None:
    answer = ask(BASE, "2024").answer
    assert isinstance(answer, Ambiguous)
    assert {choice.subject for choice in answer.choices} >= {"meta"}
    assert all(choice.period == answer.question.period for choice in answer.choices)


def test_a_period_alone_of_which_nothing_is_known_asks_for_a_name() -> None:
    answer = ask(BASE, "2031").answer
    assert isinstance(answer, NotFound)
    assert [missing.reason for missing in answer.missing] == ["no_subject"]


def test_a_text_that_is_too_long_is_refused() -> None:
    answer = ask(BASE, "meta capex " * 1000).answer
    assert isinstance(answer, NotFound)
    assert [missing.reason for missing in answer.missing] == ["too_long"]


def test_a_comparison_shows_each_side() -> None:
    answer = found(BASE, "meta vs google capex")
    assert {entry.claim.subject for entry in answer.entries if entry.role == "main"} == {"meta", "alphabet"}
    assert answer.missing == ()


def test_a_comparison_with_one_side_missing_says_so_and_shows_the_other() -> None:
    answer = found(BASE, "meta vs microsoft capex")
    assert {entry.claim.subject for entry in answer.entries} == {"meta"}
    assert [(missing.subject, missing.metric) for missing in answer.missing] == [("microsoft", "capex")]


def test_a_comparison_in_a_period_that_one_side_lacks_says_so() -> None:
    answer = found(BASE, "meta vs google capex 2023")
    assert {entry.claim.subject for entry in answer.entries} == {"alphabet"}
    assert [(missing.subject, missing.reason) for missing in answer.missing] == [("meta", "other_period")]


def test_a_comparison_with_both_sides_missing_is_not_found() -> None:
    answer = ask(BASE, "microsoft vs barclays capex").answer
    assert isinstance(answer, NotFound)
    assert [missing.subject for missing in answer.missing] == ["microsoft", "barclays"]
