"""One click away: whatever is offered is answered when it is asked."""

import itertools
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache

import pytest

from bot.answer import Ambiguous, Found, NotFound
from bot.answer_json import answer_json
from bot.line import Asked, Line
from bot.wording.help import help_lines
from knowledge.store import Store
from knowledge.value import Language

from .test_refusals import REFUSED

ON = date(2026, 8, 2)


@pytest.fixture(params=["en", "de"])
def language(request: pytest.FixtureRequest) -> Language:
    return "de" if request.param == "de" else "en"


def offering(line: Line, store: Store, language: Language) -> Iterator[Asked]:
    """Each metric alone and in a year, each subject in a year of which nothing is known, and what is refused."""
    vocabulary = store.vocabulary()
    metrics = [metric.name.in_language(language) for metric in vocabulary.metrics]
    subjects = [subject.name.in_language(language) for subject in vocabulary.subjects]
    texts = itertools.chain(
        metrics,
        (f"{metric} {year}" for metric in metrics for year in (2023, 2024, 2025, 2026, 2031)),
        (f"{subject} 2031" for subject in subjects),
        (f"{subject} {metrics[place % len(metrics)]}" for place, subject in enumerate(subjects)),
        REFUSED,
        ("metta 2031", "xtv", "xtv capex", "nvda loss 2031"),
    )
    yield from (line.ask(text, ON, language) for text in texts)


Offers = dict[Language, list[Asked]]
Again = Callable[[str, Language], Asked]


@pytest.fixture(scope="module")
def offers(shipped: Line, shipped_store: Store) -> Offers:
    """The answers that offer something, in each language, each set of choices once."""
    kept: Offers = {"en": [], "de": []}
    for language, found in kept.items():
        by_choices = {asked.reply.actions: asked for asked in offering(shipped, shipped_store, language)}
        found.extend(by_choices.values())
    return kept


@pytest.fixture(scope="module")
def again(shipped: Line) -> Again:
    """What asking a choice answers; each is asked once, however many choices and tests ask it."""
    return cache(lambda text, language: shipped.ask(text, ON, language))


def test_every_choice_that_is_offered_is_found_when_it_is_asked(
    again: Again, offers: Offers, language: Language
) -> None:
    broken = set()
    asked_again = 0
    for asked in offers[language]:
        for choice in answer_json(asked.answer, asked.reply, asked.names)["choices"]:
            asked_again += 1
            if again(choice["ask"], language).reply.outcome != "found":
                broken.add((asked.question.text, choice["ask"]))
    assert asked_again > 100
    assert broken == set()


def test_a_choice_means_the_same_when_it_is_asked_without_a_language(
    shipped: Line, offers: Offers, language: Language
) -> None:
    broken = set()
    for asked in offers[language]:
        if not isinstance(asked.answer, Ambiguous | NotFound):
            continue
        for choice, action in zip(asked.answer.choices, asked.reply.actions, strict=True):
            question = shipped.ask(action.ask, ON).question
            named = (*question.subjects, *question.speakers)
            if choice.subject not in (None, *named) or choice.metric not in (None, *question.metrics):
                broken.add((action.ask, choice.subject, choice.metric))
    assert broken == set()


def test_a_choice_with_a_period_leads_to_a_claim_of_that_period(
    again: Again, offers: Offers, language: Language
) -> None:
    broken = set()
    for asked in offers[language]:
        if not isinstance(asked.answer, Ambiguous | NotFound):
            continue
        for choice, action in zip(asked.answer.choices, asked.reply.actions, strict=True):
            answer = again(action.ask, language).answer
            if choice.period and isinstance(answer, Found):
                periods = {entry.claim.period.start for entry in answer.entries if entry.claim.period}
                if choice.period.start not in periods and isinstance(asked.answer, NotFound):
                    broken.add(action.ask)
    assert broken == set()


def test_no_choice_stands_twice(offers: Offers, language: Language) -> None:
    for asked in offers[language]:
        offered = [action.ask for action in asked.reply.actions]
        assert len(offered) == len(set(offered)), asked.question.text


@pytest.mark.parametrize(
    ("text", "labels", "before"),
    [
        ("samsung capex", {"Meta", "Microsoft", "Amazon"}, "Of capital expenditure, the base has:"),
        ("meta 2031", {"capital expenditure · 2024"}, "Of Meta, the base has:"),
        ("meta capex 2031", {"capital expenditure", "capital expenditure · Q1 2024"}, "Of Meta, the base has:"),
        ("meta revenue 2031", {"Q1 2024", "Q2 2024"}, "Of Meta · revenue, the base has:"),
    ],
)
def test_what_all_choices_share_is_said_once_before_them(
    shipped: Line, text: str, labels: set[str], before: str
) -> None:
    reply = shipped.ask(text, ON).reply
    assert labels <= {action.label for action in reply.actions}
    assert reply.notes[-1].text == before


def test_a_metric_alone_offers_the_names_of_those_that_have_it(shipped: Line) -> None:
    reply = shipped.ask("capex", ON).reply
    assert reply.headline == "capital expenditure"
    assert {"Meta", "Microsoft"} <= {action.label for action in reply.actions}
    assert "Meta capital expenditure" in {action.ask for action in reply.actions}


def test_no_label_stands_twice_and_none_is_empty(offers: Offers, language: Language) -> None:
    for asked in offers[language]:
        labels = [action.label for action in asked.reply.actions]
        assert len(labels) == len(set(labels)), asked.question.text
        assert all(labels)


def test_a_list_of_choices_is_told_once(offers: Offers, language: Language) -> None:
    for asked in offers[language]:
        if asked.reply.outcome != "found":
            notes = " ".join(note.text for note in asked.reply.notes)
            assert sum(action.ask in notes or action.label in notes for action in asked.reply.actions) < 2


def test_every_example_of_help_is_found(shipped: Line, language: Language) -> None:
    for example in help_lines(language):
        asked = shipped.ask(example, ON, language)
        assert asked.reply.outcome == "found", example
        assert asked.question.not_understood == ()


def test_help_offers_its_examples_one_click_away(shipped: Line, language: Language) -> None:
    reply = shipped.ask("help", ON, language).reply
    assert [action.ask for action in reply.actions] == list(help_lines(language))


@pytest.mark.parametrize("text", ["", "/capex", "help"])
def test_help_tells_no_claim_and_cites_nothing(shipped: Line, text: str) -> None:
    asked = shipped.ask(text, ON)
    assert asked.reply.outcome == "help"
    assert asked.reply.citations == ()
    assert answer_json(asked.answer, asked.reply, asked.names)["claims"] == []
