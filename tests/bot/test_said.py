"""Questions in words are answered by what claims say, and refused where none of them says it."""

from typing import Any

import pytest

from bot.answer import Ambiguous, Found, NotFound
from bot.answer_json import answer_json
from bot.line import Line
from bot.plain import plain_text
from knowledge.claim import Claim, Retirement, State
from knowledge.value import Bilingual

from .samples import GUIDANCE, ON, REPORTED, ask, billions, both, claim, found, main_ids, number, year
from .statements.changing_base import ChangingBase


def saying(key: str, english: str, german: str = "Aussage.", amount: Any = None, **fields: Any) -> Claim:
    return claim(key, amount, statement=both(english, german), **({"metric": None} | fields) if not amount else fields)


FEAR = saying("fear", "Meta pours money into servers out of fear.", "Meta steckt aus Angst Geld in Server.")
CHIPS = saying("chips", "Microsoft hoards processors.", "Microsoft hortet Prozessoren.", subject="microsoft")
LAYOFFS = saying("layoffs", "Google dismisses staff.", "Google entlässt Personal.", subject="alphabet")
REMAINING = tuple(
    saying(f"remaining-{word}", f"The {word} remain.", f"Es bleiben {word}.", subject="microsoft")
    for word in ["walls", "towers", "bridges", "gardens", "letters", "horses", "clouds", "rivers"]
)
"""What else a base holds, so that the words of a claim are telling ones."""
SAID = (FEAR, CHIPS, LAYOFFS, GUIDANCE, REPORTED, *REMAINING)


def first(text: str, *claims: Claim) -> str | None:
    """The claim that answers; None where none does."""
    answer = ask(claims or SAID, text).answer
    return main_ids(answer)[0] if isinstance(answer, Found) else None


class TestFound:
    @pytest.mark.parametrize(
        ("text", "answering"),
        [
            ("fear of servers", "fear"),
            ("meta fear", "fear"),
            ("which firm is hoarding processors?", "chips"),
            ("does Google dismiss staff", "layoffs"),
            ("Angst um Server", "fear"),
            ("Wer hortet Prozessoren?", "chips"),
            ("entlässt Google das Personal", "layoffs"),
            ("entlaesst Google das Personal", "layoffs"),
        ],
    )
    def test_the_claim_that_says_it_answers(self, text: str, answering: str) -> None:
        assert first(text) == answering

    @pytest.mark.parametrize("text", ["which firm stockpiles chips", "hamstert Microsoft Halbleiter"])
    def test_another_word_of_the_same_meaning_is_understood(self, text: str) -> None:
        assert first(text) == "chips"

    @pytest.mark.parametrize(
        "text",
        [
            "who is sceptical about AI spending",
            "who is worried about AI investment",
            "wer ist skeptisch bei KI-Ausgaben",
            "wer ist besorgt über die KI-Investitionen",
        ],
    )
    def test_who_asks_for_views_on_a_metric_is_told_views_and_offered_no_choice(self, text: str, shipped: Line) -> None:
        answer = shipped.ask(text, ON).answer
        assert isinstance(answer, Found)
        assert not SCEPTICAL.isdisjoint(main_ids(answer)[:2])

    @pytest.mark.parametrize("text", ["AI spending", "how big is AI spending", "total AI investment"])
    def test_who_asks_for_its_figures_is_offered_whose(self, text: str, shipped: Line) -> None:
        assert isinstance(shipped.ask(text, ON).answer, Ambiguous)

    @pytest.mark.parametrize("text", ["who hoards procesors", "who hoards proccessors", "wer hortet Prozesoren"])
    def test_a_mistyped_word_is_understood_as_the_one_that_is_printed(self, text: str) -> None:
        assert first(text) == "chips"

    def test_the_claim_that_says_the_word_itself_comes_before_one_that_means_it(self) -> None:
        meant = saying("meant", "Microsoft purchases processors.", subject="microsoft")
        assert first("who hoards processors", CHIPS, meant) == "chips"
        assert first("who purchases processors", CHIPS, meant) == "meant"

    def test_who_is_named_decides_between_claims_that_say_the_same(self) -> None:
        other = saying("other", "Google hoards processors.", subject="alphabet")
        assert first("does google hoard processors", CHIPS, other) == "other"
        assert first("does microsoft hoard processors", CHIPS, other) == "chips"

    def test_an_answer_to_a_question_without_a_name_is_headed_by_whom_it_is_about(self) -> None:
        assert ask(SAID, "fear of servers").reply.headline == "Meta"
        other = saying("other", "Google hoards processors.", subject="alphabet")
        assert ask([CHIPS, other], "who hoards processors").reply.headline == "Alphabet, Microsoft"

    def test_what_disagrees_with_a_figure_found_by_its_words_is_shown_with_it(self) -> None:
        low = saying("low", "Meta lavishes dollars on servers.", amount=billions(30), period=year(2024))
        high = claim("high", billions(50), "summer", period=year(2024))
        answer = found([low, high, CHIPS], "meta lavishes servers")
        assert main_ids(answer) == ["low"]
        assert [set(pair) for pair in answer.conflicts] == [{"low", "high"}]


class TestRefused:
    @pytest.mark.parametrize(
        "text",
        [
            "quxly processors",
            "does meta hoard processors",
            "meta processors",
            "fear",
            "Angst",
            "1 2 3",
            "servers 17",
            "who hoards bananas and apples",
            "@fear of @servers",
        ],
    )
    def test_what_no_claim_says_of_whom_is_asked_is_not_answered(self, text: str) -> None:
        assert isinstance(ask(SAID, text).answer, NotFound)

    @pytest.mark.parametrize("state", ["proposed", "retired"])
    def test_a_claim_that_is_not_approved_never_answers(self, state: State) -> None:
        retired = Retirement(reason="old") if state == "retired" else None
        base = ChangingBase(CHIPS, FEAR.model_copy(update={"state": state, "retired": retired}))
        assert isinstance(Line(base).ask("fear of servers", ON).answer, NotFound)
        assert isinstance(Line(base).ask("meta fear", ON).answer, NotFound)

    def test_numbers_alone_do_not_answer_though_a_claim_says_them(self) -> None:
        models = saying("models", "Microsoft retires the models 4711 and 0815.", subject="microsoft")
        assert first("4711 0815", models, FEAR) is None
        assert first("retires models 4711 0815", models, FEAR) == "models"

    def test_a_claim_without_words_in_the_language_does_not_answer_by_those_of_the_other(self) -> None:
        german = claim("german", statement=Bilingual(en=None, de="Angst treibt Server."), metric=None)
        assert first("fear drives servers", german, CHIPS) is None

    def test_a_refusal_names_the_words_as_they_were_typed(self) -> None:
        answer = ask(SAID, "Quxly PROCESSORS").answer
        assert isinstance(answer, NotFound)
        assert answer.missing[0].words == ("Quxly", "PROCESSORS")

    @pytest.mark.parametrize("text", ["meta capex 2024 in Texas", "meta capex bananas", "meta loss per employee 2025"])
    def test_names_do_not_make_up_for_a_word_that_nothing_accounts_for(self, text: str, shipped: Line) -> None:
        assert isinstance(shipped.ask(text, ON).answer, NotFound)

    @pytest.mark.parametrize(
        "text",
        [
            "What does Jim Tierney say about Elon Musk?",
            "Elliott Management on Zuckerberg",
            "Was hält Zuckerberg von Musk?",
        ],
    )
    def test_what_one_says_of_another_is_not_answered_by_what_each_says(self, text: str, shipped: Line) -> None:
        assert isinstance(shipped.ask(text, ON).answer, NotFound)

    def test_how_many_is_not_answered_by_a_multiple(self, shipped: Line) -> None:
        assert isinstance(shipped.ask("how many GPUs does meta own", ON).answer, NotFound)
        assert first_of("how many times more compute does the next llm need", shipped) == NEXT_LLM


SCEPTICAL = {
    "market-worried-about-ai-returns",
    "ai-infrastructure-what-will-ai-solve-covello",
    "zuckerberg-ai-hype-may-cause-overinvestment",
}
NEXT_LLM = "zuckerberg-next-llm-training-compute-tenfold"


def first_of(text: str, line: Line) -> str | None:
    """The claim with which a base answers."""
    answer = line.ask(text, ON).answer
    return main_ids(answer)[0] if isinstance(answer, Found) else None


class TestShutOut:
    """Period, amount, speaker and quantity are never approximate."""

    LAST = saying("last", "Servers of Meta burn.", amount=number(12, unit="count"), period=year(2023), measure="count")
    THIS = saying("this", "Servers of Meta burn.", amount=number(15, unit="count"), period=year(2024), measure="count")
    WORDS = saying("words", "Servers of Meta burn out of neglect.")

    def test_a_claim_of_another_period_does_not_answer(self) -> None:
        assert first("meta servers burn 2023", self.LAST, self.THIS) == "last"
        assert first("meta servers burn 2024", self.LAST, self.THIS) == "this"
        assert first("meta servers burn 2021", self.LAST, self.THIS) is None

    def test_a_claim_with_another_amount_does_not_answer(self) -> None:
        dollars = saying("dollars", "Meta burns servers.", amount=billions(7))
        assert first("who burns servers 7 billion dollars", dollars, self.WORDS) == "dollars"
        assert first("who burns servers 8 billion dollars", dollars, self.WORDS) is None

    def test_a_claim_of_another_speaker_does_not_answer(self) -> None:
        barclays = saying("barclays", "Servers of Meta burn.", speaker="barclays")
        assert first("according to Barclays meta servers burn", self.WORDS, barclays) == "barclays"
        assert first("according to Barclays meta servers burn", self.WORDS) is None

    @pytest.mark.parametrize("text", ["how many servers of meta burn", "wie viele Server verbrennen bei Meta"])
    def test_how_many_is_not_answered_by_a_sentence_without_an_amount(self, text: str) -> None:
        german = self.WORDS.model_copy(update={"statement": both("Servers of Meta burn.", "Server verbrennen.")})
        figure = self.THIS.model_copy(update={"statement": german.statement})
        assert first(text, german) is None
        assert first(text, german, figure) == "this"

    def test_how_much_of_a_metric_is_not_answered_by_a_sentence_on_it(self) -> None:
        assert first("how much is meta's capex", claim("sentence")) is None
        assert first("meta capex", claim("sentence")) == "sentence"


class TestLeftOut:
    """Words that played no part are told, in the reply and to programs."""

    LONG = saying("long", "Meta pours money into servers out of fear and envy, vanity and sloth.")
    OTHER = saying("other", "Microsoft builds wooden towers.", "Microsoft baut hölzern.", subject="microsoft")

    def test_the_reply_says_which_words_were_left_out(self) -> None:
        asked = ask([self.LONG, self.OTHER], "meta servers fear wooden money envy vanity sloth towers")
        assert isinstance(asked.answer, Found)
        assert asked.answer.left_out == ("wooden", "towers")
        assert any(note.text == "Not taken into account: wooden, towers." for note in asked.reply.notes)
        assert "wooden, towers" in plain_text(asked.reply)

    def test_it_says_so_in_the_language_of_the_answer(self) -> None:
        german = saying("german", "A.", "Meta steckt Angst, Neid, Eitelkeit und Trägheit in Server.")
        asked = ask([german, self.OTHER], "hat Meta Angst Neid Eitelkeit Trägheit Server hölzern")
        assert any(note.text == "Nicht berücksichtigt: hölzern." for note in asked.reply.notes)

    def test_programs_are_told_them_as_not_understood(self) -> None:
        asked = ask([self.LONG, self.OTHER], "meta servers fear money envy vanity sloth WOODEN")
        whole = answer_json(asked.answer, asked.reply, asked.names)
        assert whole["question"]["not_understood"] == ["WOODEN"]

    def test_what_the_answer_says_was_understood(self) -> None:
        asked = ask([self.LONG, self.OTHER], "meta servers fear money envy")
        assert answer_json(asked.answer, asked.reply, asked.names)["question"]["not_understood"] == []
        assert "Not taken into account" not in plain_text(asked.reply)

    def test_of_a_refusal_no_word_was_understood(self) -> None:
        asked = ask([self.LONG, self.OTHER], "meta quxly servers")
        assert answer_json(asked.answer, asked.reply, asked.names)["question"]["not_understood"] == ["quxly", "servers"]


class TestCues:
    WHY = saying("why", "Meta's spending rises for fear.", metric="capex")
    UP = claim("up", number(40, unit="percent"), measure="change", direction="up", period=year(2024))
    LEVEL = claim("level", billions(35), period=year(2024), statement=both("Meta's spending rises.", "Aussage."))

    def test_why_is_answered_by_a_sentence_before_a_figure(self) -> None:
        assert first("why is there capex of meta", self.WHY, self.LEVEL, self.UP) == "why"

    @pytest.mark.parametrize("text", ["how fast does meta's capex grow", "by how much did meta's capex rise"])
    def test_how_fast_is_answered_by_a_change_before_a_level(self, text: str) -> None:
        assert first(text, self.WHY, self.LEVEL, self.UP) == "up"

    def test_how_much_is_answered_by_the_level(self) -> None:
        assert first("how much is meta's capex", self.WHY, self.LEVEL, self.UP) == "level"


def test_a_question_that_is_too_long_is_refused_before_the_base_is_searched() -> None:
    base = ChangingBase(*SAID)
    asked = Line(base).ask("fear of servers 2024 40 billion dollars meta " * 250, ON)
    assert asked.question.too_long
    assert asked.reply.outcome == "not_found"
    assert set(base.asked) <= {"vocabulary", "nothing"}


def test_a_question_in_words_looks_into_the_base_a_fixed_number_of_times() -> None:
    few, many = ChangingBase(*SAID), ChangingBase(*SAID, *(FEAR.model_copy(update={"id": f"f-{n}"}) for n in range(99)))
    for base in (few, many):
        line = Line(base)
        line.ask("fear of servers", ON)
        base.asked.clear()
        assert line.ask("fear of servers", ON).reply.outcome == "found"
    assert few.asked == many.asked
