"""Names with more than one reading: two people of one given name, a brand beside its owner, two names together."""

from datetime import date

import pytest

from bot.answer import Ambiguous, AnyAnswer, Found, NotFound
from bot.line import Line
from knowledge.claim import Claim
from knowledge.vocabulary import Subject

from .fake_base import FakeBase
from .samples import ARTICLES, BASE, GUIDANCE, ON, VOCABULARY, ask, billions, both, claim, found, main_ids, number, year

PEOPLE = VOCABULARY.model_copy(
    update={
        "subjects": (
            *VOCABULARY.subjects,
            Subject(id="jim-grey", kind="person", name=both("Jim Grey"), affiliation="barclays"),
            Subject(id="jim-stone", kind="person", name=both("Jim Stone"), affiliation="meta"),
            Subject(id="beatrix-blum", kind="person", name=both("Beatrix Blum"), affiliation="meta"),
            Subject(id="beatrix-berg", kind="person", name=both("Beatrix Berg"), affiliation="alphabet"),
            Subject(id="amazon", kind="company", name=both("Amazon"), brands=("Kindle",)),
        )
    }
)
GREY = claim("grey", speaker="jim-grey", status="opinion")
STONE = claim("stone", billions(7), speaker="jim-stone", period=year(2024), status="forecast")


def line(*claims: Claim) -> Line:
    return Line(FakeBase(claims, ARTICLES, PEOPLE))


def answer(text: str, *claims: Claim) -> AnyAnswer:
    return line(*claims).ask(text, ON).answer


class TestGivenNames:
    @pytest.mark.parametrize("text", ["Jim", "what does Jim say?", "was sagt Jim"])
    def test_one_that_two_people_have_is_asked_back_with_both(self, text: str) -> None:
        asked = answer(text, GREY, STONE)
        assert isinstance(asked, Ambiguous)
        assert [choice.subject for choice in asked.choices] == ["jim-grey", "jim-stone"]

    def test_asking_back_tells_the_name_and_no_figure(self) -> None:
        reply = line(GREY, STONE).ask("what does Jim say?", ON).reply
        assert reply.headline == "Jim"
        assert (reply.lines, reply.citations) == ((), ())

    def test_each_choice_is_answered(self) -> None:
        asked = line(GREY, STONE)
        actions = asked.ask("Jim", ON).reply.actions
        assert [asked.ask(action.ask, ON).reply.outcome for action in actions] == ["found", "found"]

    def test_only_who_is_known_for_something_is_offered(self) -> None:
        asked = answer("Jim", GREY)
        assert isinstance(asked, NotFound)
        assert [choice.subject for choice in asked.choices] == ["jim-grey"]

    def test_a_family_name_beside_it_decides(self) -> None:
        asked = answer("Jim Stone", GREY, STONE)
        assert isinstance(asked, Found)
        assert main_ids(asked) == ["stone"]

    def test_one_that_is_a_word_as_well_names_nobody_in_small_letters(self) -> None:
        assert not isinstance(answer("jim-dandy capex", GREY, STONE), Found)

    @pytest.mark.parametrize("text", ["Brandoxy", "brandoxy?"])
    def test_a_mistyped_name_of_two_firms_is_told_as_it_was_typed(self, text: str) -> None:
        reply = ask([claim(key, billions(1), subject=key) for key in ("brandon", "brandy")], text).reply
        assert reply.outcome == "ambiguous"
        assert reply.headline.casefold() == "brandoxy"


class TestBrands:
    def test_a_brand_alone_means_its_owner(self) -> None:
        assert isinstance(answer("kindle capex", claim("one", billions(5), subject="amazon")), Found)

    @pytest.mark.parametrize("text", ["amazon kindle capex", "capex of Amazon's Kindle"])
    def test_beside_its_owner_it_is_what_is_asked_about(self, text: str) -> None:
        asked = answer(text, claim("one", billions(5), subject="amazon"))
        assert isinstance(asked, NotFound)
        assert asked.question.unnamed == ("kindle",)

    def test_beside_its_owner_a_claim_that_says_it_answers(self) -> None:
        kindle = claim("kindle", billions(2), subject="amazon", statement=both("Amazon spends on Kindle.", "Kindle."))
        asked = answer("amazon kindle capex", claim("one", billions(5), subject="amazon"), kindle)
        assert isinstance(asked, Found)
        assert main_ids(asked) == ["kindle"]

    def test_beside_another_firm_it_means_its_owner(self) -> None:
        asked = answer("meta vs kindle capex", GUIDANCE, claim("one", billions(5), subject="amazon"))
        assert asked.question.subjects == ("meta", "amazon")
        assert isinstance(asked, Found)

    def test_an_alias_beside_its_owner_is_the_owner_again(self) -> None:
        assert main_ids(found(BASE, "meta facebook capex"))[:1] == ["guidance"]


class TestTwoNames:
    OWN = claim("own", billions(5), metric="revenue", period=year(2024))
    GOOGLE = claim("google", billions(9), "autumn", subject="alphabet", metric="revenue", period=year(2024))
    RELATED = claim("related", number(3, unit="times"), measure="ratio", metric="loss", about=("alphabet",))

    def test_a_claim_that_relates_them_comes_before_what_is_said_of_each(self) -> None:
        assert main_ids(found([self.OWN, self.GOOGLE, self.RELATED], "meta vs google"))[0] == "related"

    def test_what_is_said_of_each_follows(self) -> None:
        assert {"own", "google"} <= set(main_ids(found([self.OWN, self.GOOGLE, self.RELATED], "meta vs google")))

    def test_with_a_metric_only_claims_on_it_answer(self) -> None:
        assert "related" not in main_ids(found([self.OWN, self.GOOGLE, self.RELATED], "meta vs google revenue"))

    def test_of_one_name_alone_the_relation_is_no_lead(self) -> None:
        assert main_ids(found([self.OWN, self.RELATED], "meta"))[0] == "own"


class TestPeriodAlone:
    def test_it_offers_each_subject_and_metric_of_it_once_with_the_period(self) -> None:
        again = claim("again", billions(41), "autumn", period=year(2024))
        asked = ask([*BASE, again], "in 2024?").answer
        assert isinstance(asked, Ambiguous)
        offered = [(choice.subject, choice.metric, choice.period and choice.period.label) for choice in asked.choices]
        assert offered == [("meta", "capex", "2024")]

    def test_figures_on_spending_come_first(self) -> None:
        asked = ask([claim("sales", billions(1), metric="revenue", period=year(2024)), GUIDANCE], "2024").answer
        assert isinstance(asked, Ambiguous)
        assert [choice.metric for choice in asked.choices] == ["capex", "revenue"]

    def test_each_choice_is_answered(self) -> None:
        for action in ask(BASE, "2023").reply.actions:
            assert ask(BASE, action.ask).reply.outcome == "found", action

    def test_a_word_beside_it_that_is_not_understood_offers_nothing_of_it(self) -> None:
        assert isinstance(ask(BASE, "2024 quxly").answer, NotFound)

    def test_this_year_is_that_of_the_day_of_asking(self) -> None:
        assert isinstance(ask(BASE, "this year", date(2024, 5, 1)).answer, Ambiguous)
        assert isinstance(ask(BASE, "this year", date(2029, 5, 1)).answer, NotFound)
