from dataclasses import replace
from datetime import date

import pytest

from bot.answer import Found
from bot.cleaning import LONGEST_QUESTION
from bot.follow_up import follow_up
from bot.line import Line
from bot.names import Names
from bot.question import Question
from bot.read import read

ON = date(2024, 9, 1)


def after(names: Names, first: str, *texts: str) -> Question:
    """The last question of a conversation."""
    last = read(first, names, ON)
    for text in texts:
        last = follow_up(read(text, names, ON), last)
    return last


@pytest.mark.parametrize(
    "text", ["and google?", "what about google?", "how about Alphabet", "und google?", "was ist mit Google?"]
)
def test_a_new_name_takes_the_place_of_the_old_and_keeps_the_rest(shipped_names: Names, text: str) -> None:
    question = after(shipped_names, "meta capex 2024", text)
    assert question.subjects == ("alphabet",)
    assert question.metrics == ("capex",)
    assert question.period is not None
    assert question.period.label == "2024"
    assert question.intent == "figure"


@pytest.mark.parametrize("text", ["what about 2023?", "and in 2023?", "und 2023?", "wie sieht es mit 2023 aus?"])
def test_a_new_period_takes_the_place_of_the_old(shipped_names: Names, text: str) -> None:
    question = after(shipped_names, "meta capex 2024", text)
    assert (question.subjects, question.metrics) == (("meta",), ("capex",))
    assert question.period is not None
    assert question.period.label == "2023"
    assert question.not_understood == ()


@pytest.mark.parametrize("text", ["and revenue?", "und der Umsatz?", "what about the revenue"])
def test_a_new_metric_takes_the_place_of_the_old(shipped_names: Names, text: str) -> None:
    question = after(shipped_names, "meta capex 2024", text)
    assert (question.subjects, question.metrics) == (("meta",), ("revenue",))
    assert question.intent == "figure"


def test_a_conversation_goes_on_from_the_completed_question(shipped_names: Names) -> None:
    question = after(shipped_names, "meta capex 2024", "and google?", "and revenue?")
    assert (question.subjects, question.metrics) == (("alphabet",), ("revenue",))


@pytest.mark.parametrize("text", ["google capex", "help", "hi", "who says that there is an AI bubble?"])
def test_a_question_that_stands_by_itself_builds_on_nothing(shipped_names: Names, text: str) -> None:
    assert after(shipped_names, "meta capex 2024", text) == read(text, shipped_names, ON)


@pytest.mark.parametrize("text", ["why?", "warum?", "growth?", "how fast did it grow?", "revenue", "2023?", "routers?"])
def test_a_text_that_is_no_question_by_itself_builds_on_the_one_before(shipped_names: Names, text: str) -> None:
    assert after(shipped_names, "meta capex 2024", text).subjects == ("meta",)


def test_a_growth_asked_for_is_that_of_the_metric_before(shipped: Line, shipped_names: Names) -> None:
    last = read("meta net profit Q2 2024", shipped_names, ON)
    answer = shipped.ask("growth?", ON, last=last).answer
    assert isinstance(answer, Found)
    assert answer.entries[0].claim.id == "meta-net-profit-change-2024-q2"


def test_a_text_that_finds_nothing_as_a_follow_up_is_asked_by_itself(shipped: Line, shipped_names: Names) -> None:
    last = read("who is Elliott?", shipped_names, ON)
    assert shipped.ask("capex", ON, last=last).reply == shipped.ask("capex", ON).reply


def test_a_reason_asked_for_is_told_before_the_figures(shipped: Line, shipped_names: Names) -> None:
    last = read("how much will OpenAI lose in 2025?", shipped_names, ON)
    answer = shipped.ask("why?", ON, last=last).answer
    assert isinstance(answer, Found)
    assert answer.entries[0].claim.measure == "statement"


def test_a_name_that_answers_says_nothing_of_who_was_asked_before(shipped_names: Names) -> None:
    question = after(shipped_names, "what does Pichai say about capex?", "and google?")
    assert (question.subjects, question.speakers) == (("alphabet",), ())


def test_a_follow_up_to_nothing_is_read_alone(shipped_names: Names) -> None:
    assert read("and google?", shipped_names, ON).subjects == ("alphabet",)


def test_a_word_that_is_not_understood_stays_so_in_a_follow_up(shipped: Line, shipped_names: Names) -> None:
    last = read("meta capex 2024", shipped_names, ON)
    asked = shipped.ask("and bananas?", ON, last=last)
    assert asked.reply.outcome == "not_found"
    assert asked.question.not_understood == ("bananas",)


def test_a_follow_up_is_answered_as_the_whole_question_is(shipped: Line, shipped_names: Names) -> None:
    last = read("meta capex H1 2024", shipped_names, ON)
    whole = shipped.ask("alphabet capex H1 2024", ON)
    short = shipped.ask("and alphabet?", ON, last=last)
    assert replace(short.answer, question=whole.question) == whole.answer
    assert short.reply == whole.reply


def test_a_text_without_a_language_of_its_own_is_answered_in_that_of_the_question_before(shipped: Line) -> None:
    last = shipped.ask("Wie hoch ist der Umsatz von OpenAI?", ON).question
    assert shipped.ask("2025?", ON, last=last).reply.language == "de"


@pytest.mark.parametrize("text", ["google too?", "Google auch?", "does google see it the same way?"])
def test_who_asks_the_same_of_somebody_else_takes_over_the_rest(shipped_names: Names, text: str) -> None:
    question = after(shipped_names, "meta capex 2024", text)
    assert question.subjects == ("alphabet",)
    assert question.metrics == ("capex",)


def test_a_question_of_small_words_alone_builds_on_the_one_before_it(shipped: Line) -> None:
    last = shipped.ask("What was Meta's capex in Q1 2024?", ON).question
    answer = shipped.ask("is it more than in the year before?", ON, last=last).answer
    assert isinstance(answer, Found)
    assert {"meta-capex-2024-q1", "meta-capex-2023-q1"} <= {claim.id for claim in answer.main}


def test_what_has_no_answer_by_itself_may_have_one_of_whom_was_asked_about(shipped: Line) -> None:
    last = shipped.ask("Von wem wurde Inflection AI gegründet?", ON).question
    answer = shipped.ask("Wo arbeitet der Gründer jetzt?", ON, last=last).answer
    assert isinstance(answer, Found)
    assert answer.main[0].id == "inflection-ai-founder-joined-microsoft-jul-2024"


@pytest.mark.parametrize("text", ["what is the weather in the alps", "how does samsung sell its screens"])
def test_what_has_no_answer_has_none_behind_another_question_either(shipped: Line, text: str) -> None:
    last = shipped.ask("meta capex 2024", ON).question
    assert not isinstance(shipped.ask(text, ON, last=last).answer, Found)


@pytest.mark.parametrize("text", ["google", "Google?", "gogle"])
def test_a_name_alone_asks_the_same_of_another(shipped_names: Names, text: str) -> None:
    question = after(shipped_names, "meta capex 2024", text)
    assert question.subjects == ("alphabet",)
    assert question.metrics == ("capex",)


@pytest.mark.parametrize(
    ("first", "then", "claims"),
    [
        ("Google capex H1 2024", "is that more than at Amazon?", {"alphabet-capex-h1-2024", "amazon-capex-h1-2024"}),
        (
            "How fast did Google's ad revenue grow in Q2 2024?",
            "schneller als bei Meta?",
            {"alphabet-advertising-revenue-change-2024-q2", "meta-advertising-revenue-change-2024-q2"},
        ),
    ],
)
def test_than_somebody_sets_him_beside_whom_was_asked_about(
    shipped: Line, first: str, then: str, claims: set[str]
) -> None:
    answer = shipped.ask(then, ON, last=shipped.ask(first, ON).question).answer
    assert isinstance(answer, Found)
    assert claims <= {claim.id for claim in answer.main}


@pytest.mark.parametrize(
    ("first", "then", "claim"),
    [
        ("microsoft aktie 30. oktober 2024", "und die von meta?", "meta-shares-fell-30-oct-2024"),
        ("nvidia data centre revenue 2023", "forecast?", "nvidia-data-centre-revenue-new-quarter-2024-expected"),
        (
            "What was Meta's net profit in Q2 2024?",
            "how much was it up on the year before?",
            "meta-net-profit-change-2024-q2",
        ),
        ("alphabet capex growth h1 2024", "in dollars", "alphabet-capex-h1-2024"),
        (
            "Gibt Google zu viel für KI-Infrastruktur aus?",
            "was sagt Pichai dazu?",
            "pichai-google-may-have-overinvested",
        ),
        ("Are Nvidia's chips expensive?", "whose view is that?", "nvidia-chips-expensive-musk-jul-2024"),
        (
            "What was Cisco worth in 2000?",
            "and after the bubble burst?",
            "cisco-market-value-collapse-after-internet-bubble",
        ),
    ],
)
def test_what_is_asked_next_is_answered_in_the_light_of_what_was_asked(
    shipped: Line, first: str, then: str, claim: str
) -> None:
    answer = shipped.ask(then, ON, last=shipped.ask(first, ON).question).answer
    assert isinstance(answer, Found)
    assert answer.main[0].id == claim


def test_who_asks_why_is_not_told_again_what_was_told(shipped: Line) -> None:
    last = shipped.ask("Will Meta's capex rise in 2025?", ON)
    assert isinstance(last.answer, Found)
    answer = shipped.ask("why?", ON, last=last.question).answer
    assert isinstance(answer, Found)
    assert answer.main[0] != last.answer.main[0]


def test_what_is_taken_over_grows_no_longer_than_a_question(shipped_names: Names) -> None:
    long = "capex " * 80
    question = after(shipped_names, f"meta {long}", *(f"and {name}?" for name in ("google", "amazon", "meta") * 10))
    assert len(question.after) <= LONGEST_QUESTION
