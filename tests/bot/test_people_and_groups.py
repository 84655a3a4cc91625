"""Who is asked about by another name: people for their firms, groups for their members and the other way round."""

from datetime import date

import pytest

from bot.answer import Ambiguous, Found, NotFound
from bot.line import Line
from bot.names import Names
from bot.read import read
from bot.readings import readings, readings_after

ON = date(2026, 11, 22)


def found(line: Line, text: str, after: str | None = None) -> Found:
    last = line.ask(after, ON).question if after else None
    answer = line.ask(text, ON, last=last).answer
    assert isinstance(answer, Found)
    return answer


def main(answer: Found) -> list[str]:
    return [claim.id for claim in answer.main]


@pytest.mark.parametrize("text", ["zuckerberg capex 2024", "how much will Zuck spend on capex in 2024"])
def test_what_a_person_spends_is_what_the_firm_spends(shipped: Line, text: str) -> None:
    assert main(found(shipped, text))[0] == "meta-capex-2024-guidance"


def test_what_a_person_says_is_not_what_the_firm_says(shipped: Line) -> None:
    assert isinstance(shipped.ask("what does elon musk think of openai's cash burn", ON).answer, NotFound)


def test_of_a_group_without_a_figure_each_member_is_told(shipped: Line) -> None:
    answer = found(shipped, "hyperscaler capex")
    assert {"microsoft", "alphabet", "amazon"} <= {entry.claim.subject for entry in answer.entries}


def test_that_the_group_itself_has_no_figure_is_said(shipped: Line) -> None:
    assert [(one.reason, one.subject) for one in found(shipped, "hyperscaler capex").missing] == [
        ("no_metric", "cloud-giants")
    ]


def test_no_sum_is_made_of_the_members(shipped: Line) -> None:
    assert found(shipped, "hyperscaler capex").calculated == ()


def test_a_group_that_has_a_figure_is_told_itself(shipped: Line) -> None:
    assert main(found(shipped, "big four capex H1 2024")) == ["big-four-capex-h1-2024"]


@pytest.mark.parametrize(
    "text",
    [
        "combined capex of microsoft, google, amazon and meta in H1 2024",
        "Microsoft, Google, Amazon und Meta zusammen: Investitionsausgaben im 1. Halbjahr 2024",
    ],
)
def test_firms_asked_about_as_one_are_their_group(shipped: Line, text: str) -> None:
    assert main(found(shipped, text))[0] == "big-four-capex-h1-2024"


def test_firms_asked_about_side_by_side_are_told_each(shipped: Line) -> None:
    answer = found(shipped, "capex of microsoft, google, amazon and meta in H1 2024")
    assert {"alphabet", "amazon"} <= {entry.claim.subject for entry in answer.entries if entry.role == "main"}


def test_the_first_reading_is_the_question_itself(shipped_names: Names) -> None:
    question = read("zuckerberg capex 2024", shipped_names, ON)
    assert next(readings(question, shipped_names)) == question


def test_a_firm_has_one_reading(shipped_names: Names) -> None:
    assert len(list(readings(read("meta capex 2024", shipped_names, ON), shipped_names))) == 1


def test_every_reading_keeps_the_words_to_be_accounted_for(shipped_names: Names) -> None:
    question = read("zuckerberg capex bananas", shipped_names, ON)
    assert {one.not_understood for one in readings(question, shipped_names)} == {("bananas",)}


class TestFollowUps:
    def test_a_thing_named_next_is_asked_of_the_same_speaker(self, shipped: Line) -> None:
        answer = found(shipped, "und zum Internet?", after="Was meint Jim Covello zu generativer KI?")
        assert main(answer)[0] == "internet-low-cost-from-start-covello"

    def test_a_day_one_step_on_is_that_of_the_same_metric(self, shipped: Line) -> None:
        answer = found(shipped, "and the day after?", after="nvidia stock on 30 july 2024")
        assert main(answer)[0] == "nvidia-share-price-rise-2024-07-31"

    def test_a_metric_named_next_leaves_the_subject_where_the_speaker_said_something_of_it(self, shipped: Line) -> None:
        answer = found(shipped, "und zur Produktivität?", after="Was sagt Elliott zu Nvidia?")
        assert "elliott-ai-no-dramatic-productivity-gains" in main(answer)

    def test_a_follow_up_has_the_whole_question_among_its_readings(self, shipped_names: Names) -> None:
        last = read("meta capex 2024", shipped_names, ON)
        subjects = [one.subjects for one in readings_after(read("and google?", shipped_names, ON), last, shipped_names)]
        assert set(subjects) == {("alphabet",)}


class TestStatuses:
    @pytest.mark.parametrize(
        ("text", "first"),
        [
            ("meta capex guidance", "meta-capex-2024-guidance"),
            ("meta capex forecast 2024", "meta-capex-2024-expected-unnamed"),
            ("what did meta actually spend on capex", "meta-capex-2024-q1"),
            ("wie viel hat Meta investiert?", "meta-capex-2024-q1"),
            ("how much will meta spend on capex", "meta-capex-2024-guidance"),
        ],
    )
    def test_the_status_asked_for_comes_first(self, shipped: Line, text: str, first: str) -> None:
        assert main(found(shipped, text))[0] == first

    def test_the_others_stay_beside_it(self, shipped: Line) -> None:
        assert "meta-capex-2024-guidance" in main(found(shipped, "what did meta actually spend on capex"))


class TestOthers:
    @pytest.mark.parametrize(
        "text",
        [
            "What share of the data-centre accelerator market does AMD hold?",
            "how much is samsung putting into ai chips",
            "amd's share of ai accelerators",
            "was sagt Satya Nadella zu den Ausgaben",
        ],
    )
    def test_nobody_answers_for_somebody_who_is_not_known(self, shipped: Line, text: str) -> None:
        assert isinstance(shipped.ask(text, ON).answer, NotFound)

    @pytest.mark.parametrize(
        "text", ["how many people are on openai's payroll", "wie viele Leute hat OpenAI auf der Gehaltsliste"]
    )
    def test_money_is_no_count_of_people(self, shipped: Line, text: str) -> None:
        assert isinstance(shipped.ask(text, ON).answer, NotFound)

    def test_a_claim_on_one_of_two_is_none_on_their_relation(self, shipped: Line) -> None:
        assert isinstance(shipped.ask("how big is elliott's position in nvidia", ON).answer, NotFound)


@pytest.mark.parametrize("versus", ["vs", "vs.", "VS?"])
def test_a_sign_beside_versus_changes_no_side(shipped: Line, versus: str) -> None:
    asked = shipped.ask(f"Beatriz Valle {versus} Reuters", date(2026, 11, 21)).question
    assert (asked.intent, asked.subjects) == ("comparison", ("beatriz-valle", "reuters"))


class TestEach:
    """Several who are asked about in one question."""

    @pytest.mark.parametrize(
        ("text", "speakers"),
        [
            (
                "compare what Pichai and Zuckerberg say about spending too much on AI",
                ["sundar-pichai", "mark-zuckerberg"],
            ),
            (
                "Was sagen Barclays und Goldman Sachs zu den KI-Ausgaben der nächsten Jahre?",
                ["barclays", "goldman-sachs"],
            ),
        ],
    )
    def test_each_says_it_himself(self, shipped: Line, text: str, speakers: list[str]) -> None:
        answer = found(shipped, text)
        assert {claim.speaker for claim in answer.main[:2]} == set(speakers)

    def test_who_has_nothing_in_the_answer_to_all_is_asked_about_alone(self, shipped: Line) -> None:
        answer = found(
            shipped, "Do Goldman and Dell'Oro agree on what AI infrastructure will swallow over the next five years?"
        )
        assert {"goldman-sachs", "dell-oro-group"} <= {claim.speaker for claim in answer.main}

    def test_the_members_of_a_group_stand_side_by_side_where_that_is_asked(self, shipped: Line) -> None:
        answer = found(shipped, "the capex of Microsoft, Alphabet, Amazon and Meta next to each other")
        assert {"microsoft", "alphabet", "amazon", "meta"} <= {claim.subject for claim in answer.main}

    @pytest.mark.parametrize("text", ["how much does Susan Li earn at Meta", "Wie viel verdient Mark Zuckerberg?"])
    def test_what_somebody_earns_is_not_what_the_firm_earns(self, shipped: Line, text: str) -> None:
        assert isinstance(shipped.ask(text, ON).answer, NotFound)


@pytest.mark.parametrize("text", ["meta capex since 2031", "meta capex before 2010"])
def test_a_time_with_one_end_binds_and_a_vague_one_does_not(shipped: Line, text: str) -> None:
    assert isinstance(shipped.ask(text, ON).answer, NotFound)
    assert main(found(shipped, "Goldman Sachs on AI spending in the coming years"))


class TestRoles:
    @pytest.mark.parametrize(
        "text", ["what did the CFO say", "the finance chief, what did they say?", "what did Jim say"]
    )
    def test_whoever_shares_a_role_or_a_name_is_asked_back(self, shipped: Line, text: str) -> None:
        assert isinstance(shipped.ask(text, ON).answer, Ambiguous)

    def test_beside_a_firm_it_is_the_one_who_belongs_to_it(self, shipped_names: Names) -> None:
        question = read("what did the CFO of Amazon say", shipped_names, ON)
        assert "brian-olsavsky" in (*question.subjects, *question.speakers)
        assert question.near == ()

    def test_beside_a_firm_whose_people_are_not_known_it_is_nobody(self, shipped_names: Names) -> None:
        question = read("what did the CFO of Nvidia say", shipped_names, ON)
        assert question.unnamed == ("cfo",)

    def test_whoever_asks_speaks_of_their_own_boss(self, shipped_names: Names) -> None:
        assert read("my boss asks for meta capex", shipped_names, ON).near == ()

    def test_whom_a_question_leaves_aside_is_not_asked_about(self, shipped_names: Names) -> None:
        question = read("who pays for Stargate besides OpenAI", shipped_names, ON)
        assert question.subjects == ("stargate",)
