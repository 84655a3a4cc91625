"""What a phone shows first, and the question that shows some of the rest."""

from collections.abc import Iterator

import pytest

from bot.line import Line
from bot.reply import Reply
from knowledge.store import Store
from knowledge.value import Language, Passage

from .samples import ON, ask, billions, both, claim, quarter, year


def figures(reply: Reply) -> list[str]:
    return [line.figure for line in reply.lines]


SAID = claim("said", quote=Passage(start=500, text="Ein anderer Satz."))


def test_beside_three_figures_no_sentence_is_shown_first() -> None:
    base = [
        SAID,
        *(claim(f"c{place}", billions(place + 1), status="forecast", period=year(2023 - place)) for place in range(3)),
    ]
    reply = ask(base, "meta capex").reply
    assert figures(reply) == ["US$1 bn", "US$2 bn", "US$3 bn"]
    assert [line.figure for line in reply.more] == ["Statement of said."]


def test_beside_fewer_figures_sentences_follow_them() -> None:
    assert figures(ask([SAID, claim("one", billions(5))], "meta capex").reply) == [
        "US$5 bn",
        "Statement of said.",
    ]


SIDES = [
    *(claim(f"m{place}", billions(place + 1), period=quarter(2024, place + 1)) for place in range(3)),
    claim("google", billions(25), subject="alphabet", period=year(2020)),
]


@pytest.mark.parametrize(
    ("question", "subjects"),
    [("meta vs google capex", ["Meta", "Alphabet"]), ("google vs meta capex", ["Alphabet", "Meta"])],
)
def test_a_comparison_shows_the_best_row_of_each_side_in_the_order_asked(question: str, subjects: list[str]) -> None:
    reply = ask(SIDES, question).reply
    assert [line.label.split(" · ")[0] for line in reply.lines] == subjects
    assert len(reply.lines) + len(reply.more) == len(SIDES)


def test_that_compared_figures_are_not_alike_stands_first_under_the_headline() -> None:
    assert ask(SIDES, "meta vs google capex").reply.notes[0].text.startswith("The figures differ in basis or period")


def test_a_comparison_shows_what_conflicts_with_a_side_or_is_set_against_it() -> None:
    first = claim("first", billions(9), period=year(2024), contrasts=[{"claim": "set", "reason": both("X.")}])
    against = claim("set", billions(1), period=year(2021))
    other = claim("other", billions(30), "summer", subject="alphabet", period=year(2020))
    reply = ask([first, against, SIDES[-1], other], "meta vs google capex").reply
    assert sorted(figures(reply)) == ["US$1 bn", "US$25 bn", "US$30 bn", "US$9 bn"]
    assert reply.more == ()


def test_the_example_is_something_that_is_not_shown() -> None:
    base = [claim("capex", billions(5)), claim("revenue", billions(9), metric="revenue")]
    assert ask(base, "meta").reply.example == "Meta revenue"


def test_with_one_metric_the_example_is_a_period_that_is_not_shown() -> None:
    base = [claim(f"c{place}", billions(place + 1), status="forecast", period=year(2010 + place)) for place in range(9)]
    reply = ask(base, "meta capex").reply
    assert reply.example.startswith("Meta capital expenditure 20")
    assert all(reply.example[-4:] not in line.label for line in reply.lines)


def test_without_a_rest_there_is_no_example() -> None:
    assert ask([claim("one", billions(5))], "meta capex").reply.example == ""


def questions(store: Store, language: Language) -> Iterator[str]:
    """Every subject, every subject with each of its metrics, and some comparisons."""
    vocabulary = store.vocabulary()
    subjects = {subject.id: subject.name.in_language(language) for subject in vocabulary.subjects}
    metrics = {metric.id: metric.name.in_language(language) for metric in vocabulary.metrics}
    yield from subjects.values()
    for subject, metric in sorted({(one.subject, one.metric) for one, _ in store.claims("approved") if one.metric}):
        yield f"{subjects[subject]} {metrics[metric]}"
    yield from ("meta vs google", "microsoft vs amazon capex", "meta capex 2024", "meta vs google capex 2024")


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_example_of_the_shipped_base_is_found_and_shows_something_new(
    shipped: Line, shipped_store: Store, language: Language
) -> None:
    useless, offered = [], 0
    for text in questions(shipped_store, language):
        reply = shipped.ask(text, ON, language).reply
        if reply.example:
            offered += 1
            shown = {(line.figure, line.detail) for line in reply.lines}
            again = shipped.ask(reply.example, ON, language).reply
            if all((line.figure, line.detail) in shown for line in again.lines):
                useless.append((text, reply.example))
    assert offered > 60
    assert useless == []
