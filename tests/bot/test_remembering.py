"""What was asked before is answered by the same object, for as long as nothing on which the answer depends changed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.line import Line
from bot.remembering import MOST, RememberingLine
from knowledge.fault import Fault
from knowledge.store import Store
from tests.bot.fake_base import BrokenBase
from tests.curated import opened_copy

DAY = date(2026, 11, 21)


@pytest.fixture
def line(shipped_store: Store) -> RememberingLine:
    return RememberingLine(shipped_store)


@pytest.fixture
def own(shipped_base: Path, tmp_path: Path) -> Iterator[Store]:
    """A base that a test may change."""
    with opened_copy(shipped_base, tmp_path) as store:
        yield store


def test_the_same_question_has_the_same_answer_as_a_line_without_memory(line: RememberingLine, shipped: Line) -> None:
    first, again = line.ask("meta capex", DAY), line.ask("meta capex", DAY)
    assert again is first
    assert again.reply == shipped.ask("meta capex", DAY).reply


def test_the_day_the_language_and_the_question_before_make_another_question(line: RememberingLine) -> None:
    first = line.ask("and google?", DAY)
    last = line.ask("meta capex", DAY).question
    others = [
        line.ask("and google?", date(2027, 11, 21)),
        line.ask("and google?", DAY, "de"),
        line.ask("and google?", DAY, None, last),
    ]
    assert not any(other is first for other in others)
    assert others[2].question.subjects == ("alphabet",)


def test_a_change_of_the_base_makes_every_answer_be_worked_out_anew(own: Store) -> None:
    line = RememberingLine(own)
    before = line.ask("meta capex", DAY)
    article = before.reply.citations[0].title
    key = next(one.id for one in own.articles() if one.title == article)
    own.withdraw_article(key, "wanted back", who="test", at=datetime.now(UTC))
    after = line.ask("meta capex", DAY)
    assert after is not before
    assert article not in [one.title for one in after.reply.citations]


def test_no_more_answers_are_kept_than_there_is_room_for(line: RememberingLine) -> None:
    first, second = line.ask("a0", DAY), line.ask("a1", DAY)
    for number in range(2, MOST):
        line.ask(f"a{number}", DAY)
    assert line.ask("a0", DAY) is first
    line.ask("one more", DAY)
    assert line.ask("a0", DAY) is first
    assert line.ask("a1", DAY) is not second


def test_a_long_text_is_not_kept(line: RememberingLine) -> None:
    text = "meta " * 50
    assert line.ask(text, DAY) is not line.ask(text, DAY)


def test_a_base_that_fails_fails_for_what_was_asked_before_too() -> None:
    line = RememberingLine(BrokenBase(Fault("away")))
    for _ in range(2):
        with pytest.raises(Fault, match="away"):
            line.ask("meta", DAY)
