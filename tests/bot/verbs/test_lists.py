"""Help, sources and coverage: what they list is what the base holds, with no figure and nothing unsaid."""

import re
from dataclasses import replace
from datetime import date

import pytest

from bot.answer_json import answer_json
from bot.brief import brief
from bot.line import Line
from bot.plain import plain_text
from bot.reply import Reply
from bot.wording.times import published_text
from knowledge.store import Store
from knowledge.value import Language
from knowledge.vocabulary import Vocabulary
from tests.bot.fake_base import FakeBase
from tests.bot.samples import ARTICLES, ON, VOCABULARY, billions, claim, line

LANGUAGES: tuple[Language, ...] = ("en", "de")
_COUNT = re.compile(r"^(\d+)")


def reply(base: Line, text: str, language: Language | None = None) -> Reply:
    found = base.ask(text, ON, language).reply
    assert found.outcome == "help"
    return found


def counts(listed: Reply) -> list[int]:
    return [int(found[0]) for line in (*listed.lines, *listed.more) if (found := _COUNT.match(line.figure))]


class TestHelp:
    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_example_has_an_answer(self, shipped: Line, language: Language) -> None:
        for action in reply(shipped, "help", language).actions:
            assert shipped.ask(action.ask, ON, language).reply.outcome == "found"

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_every_verb_that_it_names_is_one_and_does_something(self, shipped: Line, language: Language) -> None:
        for row in reply(shipped, "help", language).lines:
            told = shipped.ask(row.label, ON, language)
            assert told.question.intent == "help"
            assert told.question.not_understood == ()
            assert told.reply.headline != reply(shipped, "help", language).headline

    def test_a_base_of_other_content_has_examples_of_its_own(self) -> None:
        base = line(
            claim("one", billions(1), subject="brandon", metric="revenue"),
            claim("two", billions(2), subject="brandy", metric="revenue"),
        )
        asks = [action.ask for action in reply(base, "help").actions]
        assert "Brandoxa revenue" in asks
        assert "Brandoxa vs Brandoxe" in asks
        assert all(base.ask(ask, ON).reply.outcome == "found" for ask in asks)

    def test_an_empty_base_promises_nothing(self) -> None:
        told = reply(line(), "help")
        assert told.actions == ()
        assert told.lines[0].label == "sources"

    @pytest.mark.parametrize("text", ["hi", "", "help", "/capex help", "help!"])
    def test_a_greeting_and_nothing_at_all_give_the_same(self, shipped: Line, text: str) -> None:
        assert reply(shipped, text) == reply(shipped, "help")


class TestSources:
    def test_all_articles_are_listed_newest_first(self, shipped: Line, shipped_store: Store) -> None:
        listed = reply(shipped, "sources")
        every = sorted(shipped_store.articles(), key=lambda one: one.published.date, reverse=True)
        assert [one.title for one in listed.citations] == [one.title for one in every]
        assert [row.label for row in (*listed.lines, *listed.more)] == [
            published_text(one.published, "en") for one in every
        ]

    def test_every_row_cites_its_article(self, shipped: Line) -> None:
        listed = reply(shipped, "sources meta")
        assert [row.citations for row in (*listed.lines, *listed.more)] == [(one.number,) for one in listed.citations]

    def test_publisher_and_language_are_told(self, shipped: Line) -> None:
        assert "Harte KI; German, from the Chinese" in plain_text(reply(shipped, "sources"))
        assert "Harte KI; Deutsch, aus dem Chinesischen" in plain_text(reply(shipped, "quellen"))

    def test_an_address_is_told_where_there_is_one(self) -> None:
        articles = {**ARTICLES, "spring": ARTICLES["spring"].model_copy(update={"url": "https://paper.example/a"})}
        base = Line(FakeBase([claim("one", billions(1))], articles, VOCABULARY))
        assert [one.url for one in reply(base, "sources").citations] == ["https://paper.example/a"]

    def test_claims_are_counted_as_they_are(self, shipped: Line, shipped_store: Store) -> None:
        known = [one for one, _ in shipped_store.claims("approved")]
        assert sum(counts_of_details(reply(shipped, "sources"))) == len(known)

    def test_only_articles_with_claims_on_the_name_are_listed(self) -> None:
        base = line(
            claim("one", billions(1), "spring"),
            claim("two", billions(2), "summer", subject="alphabet"),
            claim("three", billions(2), "autumn", subject="alphabet", metric="revenue"),
        )
        assert titles(reply(base, "sources meta")) == ["Title of spring"]
        assert titles(reply(base, "sources alphabet")) == ["Title of autumn", "Title of summer"]
        assert titles(reply(base, "sources alphabet capex")) == ["Title of summer"]

    def test_a_name_without_claims_is_told_so(self) -> None:
        told = reply(line(claim("one", billions(1))), "sources microsoft")
        assert [note.text for note in told.notes] == ["No claim on Microsoft."]
        assert told.citations == ()

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("sources zorp", "Nothing is known here under “zorp”."),
            ("quellen zorp", "Unter „zorp“ ist hier nichts bekannt."),
        ],
    )
    def test_an_unknown_name_gets_one_sentence_and_a_way_on(self, shipped: Line, text: str, sentence: str) -> None:
        told = reply(shipped, text)
        assert [note.text for note in told.notes] == [sentence]
        assert shipped.ask(told.actions[-1].ask, ON).reply.headline in {"Coverage", "Abdeckung"}

    def test_a_name_that_may_be_two_is_asked_back(self) -> None:
        base = line(claim("one", billions(1), subject="brandon"), claim("two", billions(2), "summer", subject="brandy"))
        told = reply(base, "sources brandoxi")
        assert [action.ask for action in told.actions] == ["sources Brandoxa", "sources Brandoxe", "coverage"]
        assert [titles(reply(base, action.ask)) for action in told.actions[:2]] == [
            ["Title of spring"],
            ["Title of summer"],
        ]

    def test_a_long_list_shows_the_newest_and_keeps_the_rest(self) -> None:
        articles = {
            f"paper-{day}": ARTICLES["spring"].model_copy(
                update={"id": f"paper-{day}", "title": f"Paper {day}", "published": _on(day)}
            )
            for day in range(1, 29)
        }
        base = Line(FakeBase([claim(key, billions(1), key) for key in articles], articles, VOCABULARY))
        listed = reply(base, "sources")
        assert titles(listed)[:2] == ["Paper 28", "Paper 27"]
        assert len(listed.lines) < len((*listed.lines, *listed.more)) == 28


class TestCoverage:
    def test_every_subject_and_metric_is_counted(self, shipped: Line, shipped_store: Store) -> None:
        listed = reply(shipped, "coverage")
        assert sum(counts(listed)) == sum(row.claims for row in shipped_store.coverage())
        assert len((*listed.lines, *listed.more)) == len({row.subject for row in shipped_store.coverage()})

    def test_a_subject_is_told_with_its_metrics(self) -> None:
        base = line(claim("one", billions(1)), claim("two", billions(2)), claim("three", billions(1), metric="revenue"))
        [row] = reply(base, "coverage").lines
        assert (row.label, row.figure) == ("Meta", "3 claims")
        assert [note.text for note in row.notes] == ["metrics: capital expenditure 2 · revenue 1"]

    def test_of_many_metrics_the_first_are_shown_on_a_phone_and_all_in_the_whole(self, shipped: Line) -> None:
        listed = reply(shipped, "coverage")
        whole, short = listed.lines[0].notes[0].text, brief(listed).lines[0].notes[0].text
        assert whole.startswith(short.removesuffix(" · …"))
        assert len(short) < len(whole)

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_what_a_phone_does_not_show_can_be_asked_for(self, shipped: Line, language: Language) -> None:
        listed = reply(shipped, "coverage", language)
        assert shipped.ask(listed.example, ON).reply.headline.endswith(f" · {listed.more[0].label}")

    def test_a_named_subject_is_told_metric_by_metric(self) -> None:
        base = line(claim("one", billions(1)), claim("two", billions(2), subject="alphabet"))
        assert [(row.label, row.figure) for row in reply(base, "coverage meta").lines] == [
            ("capital expenditure", "1 claim")
        ]

    def test_a_named_metric_is_told_subject_by_subject(self) -> None:
        base = line(
            claim("one", billions(1)),
            claim("two", billions(2), subject="alphabet"),
            claim("three", billions(2), subject="alphabet", metric="revenue"),
        )
        listed = reply(base, "coverage capex")
        assert {(row.label, row.figure) for row in listed.lines} == {("Meta", "1 claim"), ("Alphabet", "1 claim")}

    def test_an_empty_base_says_so(self) -> None:
        base = Line(FakeBase((), {}, Vocabulary()))
        assert [note.text for note in reply(base, "coverage").notes] == ["The base holds no claims yet."]
        assert [note.text for note in reply(base, "sources").notes] == ["The base holds no claims yet."]


@pytest.mark.parametrize("text", ["help", "sources meta", "sources zorp", "coverage", "settings", "settings zorp"])
def test_a_verb_is_help_in_json_with_its_text_and_no_claim(shipped: Line, text: str) -> None:
    asked = shipped.ask(text, ON)
    told = answer_json(asked.answer, asked.reply, asked.names)
    assert (told["outcome"], told["claims"], told["question"]["intent"]) == ("help", [], "help")
    assert told["text"] == plain_text(asked.reply)


@pytest.mark.parametrize("text", ["sources", "coverage", "sources meta", "coverage meta"])
def test_a_list_tells_no_figure(shipped: Line, text: str) -> None:
    for language in LANGUAGES:
        told = replace(reply(shipped, text, language), citations=())
        assert not re.search(r"\$|%|€|Dollar|Mrd|\bbn\b", plain_text(told))


def titles(listed: Reply) -> list[str]:
    return [one.title for one in listed.citations]


def counts_of_details(listed: Reply) -> list[int]:
    return [int(found[0]) for row in (*listed.lines, *listed.more) if (found := _COUNT.match(row.detail))]


def _on(day: int) -> object:
    return ARTICLES["spring"].published.model_copy(update={"date": date(2024, 4, day)})
