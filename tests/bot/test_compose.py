"""What is answered from which claims, each base no larger than its behaviour."""

import pytest

from bot.answer import Ambiguous, Found, Help, NotFound

from .samples import BASE, GOOGLE, GUIDANCE, REPORTED, REVENUE, ask, billions, claim, found, main_ids, number, year


def test_a_name_alone_is_answered_with_its_spending_first() -> None:
    answer = found(BASE, "meta")
    assert main_ids(answer) == ["guidance", "forecast", "reported"]
    assert [entry.claim.id for entry in answer.entries if entry.role == "also"] == ["revenue"]


def test_a_name_without_figures_on_spending_is_answered_with_all_that_is_known() -> None:
    assert set(main_ids(found([REVENUE, claim("said", metric=None)], "meta"))) == {"revenue", "said"}


def test_a_name_that_others_claims_mention_is_answered_with_them() -> None:
    answer = found([claim("compared", billions(1), about=("microsoft",))], "microsoft")
    assert [entry.claim.id for entry in answer.entries] == ["compared"]
    assert answer.entries[0].role == "main"


def test_a_metric_gives_claims_of_that_metric_alone() -> None:
    assert [entry.claim.id for entry in found(BASE, "meta revenue").entries] == ["revenue"]


def test_a_period_gives_claims_within_it_alone() -> None:
    answer = found(BASE, "meta capex 2024")
    assert main_ids(answer) == ["guidance", "forecast", "reported"]
    assert main_ids(found(BASE, "meta capex Q1 2024")) == ["reported"]


def test_a_claim_without_a_period_answers_no_question_for_one() -> None:
    answer = ask([claim("someday", billions(5))], "meta capex 2024").answer
    assert isinstance(answer, NotFound)


def test_a_claim_on_a_longer_period_answers_no_question_for_a_part_of_it() -> None:
    assert isinstance(ask([GUIDANCE], "meta capex Q2 2024").answer, NotFound)


def test_a_metric_alone_offers_its_owners_and_no_claim() -> None:
    answer = ask(BASE, "capex").answer
    assert isinstance(answer, Ambiguous)
    assert [(choice.subject, choice.metric) for choice in answer.choices] == [("meta", "capex"), ("alphabet", "capex")]


def test_a_metric_alone_with_one_owner_is_answered() -> None:
    asked = ask(BASE, "revenue")
    assert isinstance(asked.answer, Found)
    assert main_ids(asked.answer) == ["revenue"]
    assert asked.question.subjects == ("meta",)


def test_a_metric_and_a_period_offer_the_owners_that_have_both() -> None:
    answer = ask(
        [GUIDANCE, GOOGLE, claim("third", billions(1), subject="microsoft", period=year(2023))], "capex 2023"
    ).answer
    assert isinstance(answer, Ambiguous)
    assert {choice.subject for choice in answer.choices} == {"alphabet", "microsoft"}


def test_a_claim_that_is_not_approved_does_not_answer() -> None:
    assert isinstance(ask([claim("new", billions(1), state="proposed")], "meta capex").answer, NotFound)


def test_a_call_for_help_is_no_answer_from_the_base() -> None:
    assert isinstance(ask(BASE, "help").answer, Help)


def test_a_speaker_beside_a_name_leaves_only_what_he_says() -> None:
    base = (GUIDANCE, claim("heard", billions(50), status="forecast", speaker="barclays", period=year(2024)))
    assert main_ids(found(base, "meta capex according to Barclays")) == ["heard"]


def test_a_speaker_who_says_nothing_on_a_name_gives_no_figure() -> None:
    base = (GUIDANCE, claim("heard", billions(1), subject="alphabet", speaker="barclays"))
    assert isinstance(ask(base, "meta capex according to Barclays").answer, NotFound)


def test_whom_the_article_has_it_from_counts_as_the_speaker() -> None:
    base = (GUIDANCE, claim("heard", billions(50), speaker="meta", via="barclays", status="forecast"))
    assert main_ids(found(base, "meta capex according to Barclays")) == ["heard"]


def test_a_speaker_alone_is_answered_with_what_he_says() -> None:
    base = (GUIDANCE, claim("heard", billions(50), status="forecast", speaker="barclays"))
    assert main_ids(found(base, "according to Barclays")) == ["heard"]


def test_an_amount_that_no_claim_has_is_not_confirmed() -> None:
    assert isinstance(ask(BASE, "does meta spend 999 billion dollars").answer, NotFound)


def test_an_amount_leaves_the_claims_that_have_it() -> None:
    assert set(main_ids(found(BASE, "meta 40 billion dollars"))) == {"guidance", "forecast"}


def test_an_amount_of_another_unit_is_not_confirmed() -> None:
    base = [claim("share", number(40, unit="percent"), metric="market-share", measure="share", of="market")]
    assert isinstance(ask(base, "meta 40 dollars").answer, NotFound)
    assert main_ids(found(base, "meta 40 percent")) == ["share"]


def test_a_question_for_growth_is_answered_with_changes() -> None:
    rise = claim("rise", number(90, unit="percent"), measure="change", direction="up", period=year(2024))
    assert main_ids(found([rise, REPORTED], "how much did meta capex grow")) == ["rise"]


@pytest.mark.parametrize("text", ["meta capex for 2023 and 2024", "meta capex 2023 2024", "meta capex 2023 vs 2024"])
def test_a_second_period_is_not_passed_over_in_silence(text: str) -> None:
    base = (claim("old", billions(1), period=year(2023)), claim("new", billions(2), period=year(2024)))
    answer = ask(base, text).answer
    assert isinstance(answer, Found | NotFound)
    assert isinstance(answer, NotFound) or {entry.claim.id for entry in answer.entries} == {"old", "new"}


def test_a_citation_is_numbered_in_the_order_of_first_use() -> None:
    answer = found([*BASE, claim("last", None, "autumn")], "meta")
    numbers = [entry.citation for entry in answer.entries]
    assert numbers[0] == 1
    assert all(number <= max(numbers[:place], default=0) + 1 for place, number in enumerate(numbers))
    by_article = {(entry.article.id, entry.citation) for entry in answer.entries}
    assert len(by_article) == len({article for article, _ in by_article}) == len({number for _, number in by_article})


def test_a_claim_stands_in_an_answer_once() -> None:
    ids = [entry.claim.id for entry in found(BASE, "meta vs google").entries]
    assert len(ids) == len(set(ids))


def test_the_same_claims_in_another_order_give_the_same_answer() -> None:
    assert found(BASE, "meta").entries == found(reversed(BASE), "meta").entries
