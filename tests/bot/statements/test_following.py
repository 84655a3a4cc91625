"""The index follows the change log: what came, changed or went answers at once, and costs no more than itself."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from string import ascii_lowercase
from threading import Event
from typing import Any

import pytest

from bot.answer import Found
from bot.line import Line
from bot.statements.entry import Entry
from bot.statements.following import Following
from knowledge.claim import Claim
from tests.bot.samples import GUIDANCE, ON, both, claim

from .changing_base import ChangingBase


def saying(key: str, english: str, **fields: Any) -> Claim:
    return claim(key, statement=both(english, "Aussage."), **fields)


FEAR = saying("fear", "Meta pours money into servers out of fear.")
QUESTION = "fear of servers at meta"
UNNAMED = "fear of servers"


def answering(line: Line, text: str) -> list[str]:
    """The claims that answer, none where nothing is found."""
    answer = line.ask(text, ON).answer
    return [entry.claim.id for entry in answer.entries] if isinstance(answer, Found) else []


def test_nothing_is_read_before_it_is_needed() -> None:
    base = ChangingBase(FEAR)
    Following(base)
    assert base.asked == []


def test_a_question_that_names_answer_reads_no_statement() -> None:
    base = ChangingBase(GUIDANCE)
    Line(base).ask("meta capex", ON)
    assert {"claims", "changes", "claim"}.isdisjoint(base.asked)


def test_only_approved_claims_are_read_first() -> None:
    base = ChangingBase(FEAR, claim("waiting", state="proposed"))
    assert Following(base).current().where(lambda _: True) == ["fear"]


def test_while_nothing_changes_only_the_number_is_asked_for() -> None:
    base = ChangingBase(FEAR)
    following = Following(base)
    following.current()
    base.asked.clear()
    following.current()
    assert base.asked == ["change_number"]


def test_a_change_costs_one_claim_however_often_it_changed() -> None:
    base = ChangingBase(FEAR, GUIDANCE)
    following = Following(base)
    following.current()
    base.put(FEAR.model_copy(update={"direction": "up"}))
    base.put(FEAR.model_copy(update={"direction": "down"}))
    base.asked.clear()
    following.current()
    assert base.asked == ["change_number", "changes", "claim"]


def test_a_change_of_something_else_reads_no_claim() -> None:
    base = ChangingBase(FEAR)
    following = Following(base)
    following.current()
    base.touch_article()
    base.asked.clear()
    assert following.current().where(lambda _: True) == ["fear"]
    assert "claim" not in base.asked


def test_a_new_claim_answers() -> None:
    base = ChangingBase(GUIDANCE)
    line = Line(base)
    assert answering(line, QUESTION) == []
    base.put(FEAR)
    assert answering(line, QUESTION)[:1] == ["fear"]


def test_an_edited_claim_answers_by_what_it_says_now() -> None:
    base = ChangingBase(FEAR, GUIDANCE)
    line = Line(base)
    assert answering(line, QUESTION)[:1] == ["fear"]
    base.put(saying("fear", "Meta buys quantum processors."))
    assert answering(line, QUESTION) == []
    assert answering(line, "does meta buy quantum processors")[:1] == ["fear"]


def test_a_retired_claim_answers_no_more() -> None:
    base = ChangingBase(FEAR, GUIDANCE)
    line = Line(base)
    assert answering(line, QUESTION)[:1] == ["fear"]
    base.retire("fear")
    assert answering(line, QUESTION) == []


def test_a_claim_that_is_approved_answers_from_then_on() -> None:
    base = ChangingBase(FEAR.model_copy(update={"state": "proposed"}), GUIDANCE)
    line = Line(base)
    assert answering(line, QUESTION) == []
    base.put(FEAR)
    assert answering(line, QUESTION)[:1] == ["fear"]


def test_an_index_that_followed_answers_as_one_that_was_filled_at_once() -> None:
    base = ChangingBase(GUIDANCE)
    line = Line(base)
    line.ask(QUESTION, ON)
    for one in (FEAR, saying("other", "Fear of servers at Meta."), saying("fear", "Meta loves servers, without fear.")):
        base.put(one)
        line.ask(QUESTION, ON)
    assert line.ask(QUESTION, ON).answer == Line(base).ask(QUESTION, ON).answer


class TestMeanwhile:
    """Another process writes between two looks at the base: the answer is one that was right then or is right now."""

    @pytest.mark.parametrize(
        ("text", "moment"),
        [
            (QUESTION, "change_number"),
            (QUESTION, "evidence"),
            (QUESTION, "evidence_of"),
            (UNNAMED, "change_number"),
            (UNNAMED, "evidence_of"),
        ],
    )
    def test_a_claim_that_goes_is_shown_or_not(self, text: str, moment: str) -> None:
        base = ChangingBase(FEAR, GUIDANCE)
        line = Line(base)
        line.ask(text, ON)
        base.meanwhile[moment] = lambda: base.retire("fear")
        assert answering(line, text)[:1] in ([], ["fear"])
        assert base.meanwhile == {}
        assert answering(line, text) == []

    @pytest.mark.parametrize(
        ("text", "moment"),
        [(QUESTION, "change_number"), (QUESTION, "evidence"), (UNNAMED, "change_number"), (UNNAMED, "evidence_of")],
    )
    def test_a_claim_that_comes_is_shown_or_not(self, text: str, moment: str) -> None:
        base = ChangingBase(GUIDANCE)
        line = Line(base)
        line.ask(text, ON)
        base.meanwhile[moment] = lambda: base.put(FEAR)
        assert answering(line, text)[:1] in ([], ["fear"])
        assert base.meanwhile == {}
        assert answering(line, text)[:1] == ["fear"]

    def test_a_claim_that_goes_while_others_answer_leaves_these(self) -> None:
        base = ChangingBase(FEAR, saying("also", "Meta pours money into servers for fear."), GUIDANCE)
        line = Line(base)
        assert set(answering(line, UNNAMED)) >= {"fear", "also"}
        base.meanwhile["evidence_of"] = lambda: base.retire("fear")
        assert answering(line, UNNAMED)[:1] == ["also"]

    def test_a_claim_that_comes_disturbs_nobody_who_looks_the_index_through(self) -> None:
        statements = Following(ChangingBase(FEAR, GUIDANCE)).current()
        new = iter(range(9))

        def looked_at(_: Entry) -> bool:
            statements.put(saying(f"new-{next(new)}", "Fear."))
            return True

        assert statements.where(looked_at) == ["fear", "guidance"]


@pytest.fixture
def restless() -> Iterator[None]:
    """Threads take turns as often as they can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def wordy(number: int) -> Claim:
    """A claim that says 26 words of its own."""
    own = f"{ascii_lowercase[number // 26]}{ascii_lowercase[number % 26]}"
    return saying(
        f"claim-{number}", f"Servers and wires {' '.join(f'of{own}{other}{other}' for other in ascii_lowercase)}."
    )


@pytest.mark.usefixtures("restless")
@pytest.mark.parametrize("text", ["servers and wires", "fear of serverx", "fear of servers 40 billion dollars"])
def test_threads_ask_one_line_while_the_base_changes(text: str) -> None:
    base = ChangingBase(FEAR, GUIDANCE)
    line = Line(base)
    done = Event()

    def change() -> None:
        try:
            for number in range(150):
                base.put(wordy(number))
                line.ask(UNNAMED, ON)
        finally:
            done.set()

    def ask() -> None:
        while not done.is_set():
            line.ask(text, ON)

    with ThreadPoolExecutor(3) as threads:
        for work in [threads.submit(one) for one in (change, ask, ask)]:
            work.result()
    assert line.ask(text, ON).answer == Line(base).ask(text, ON).answer
