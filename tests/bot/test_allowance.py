"""A person asks so much in a minute, over all doors; what is too much is told once and then met with silence."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.allowance import MOST, WINDOW, Allowance
from bot.people import Person

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
ANNA = Person(platform="slack", workspace="T1", user="U1")
BEN = Person(platform="slack", workspace="T1", user="U2")


def after(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def used_up(allowance: Allowance, person: Person = ANNA) -> Allowance:
    while allowance.ask(person, NOW):
        pass
    return allowance


def test_so_many_questions_are_answered_and_no_more() -> None:
    allowance = Allowance()
    assert [allowance.ask(ANNA, after(second)) for second in range(MOST + 2)] == [True] * MOST + [False] * 2


def test_a_minute_after_the_first_question_a_new_window_begins() -> None:
    allowance = used_up(Allowance())
    assert not allowance.ask(ANNA, NOW + WINDOW - timedelta(microseconds=1))
    assert allowance.ask(ANNA, NOW + WINDOW)


def test_it_is_told_once_in_a_window() -> None:
    allowance = used_up(Allowance())
    assert [allowance.tell(ANNA, after(second)) for second in (1, 2, 59, 60, 61)] == [True, False, False, True, False]


def test_a_person_is_not_answered_less_for_what_another_asks() -> None:
    assert used_up(Allowance()).ask(BEN, NOW)


def test_a_question_that_was_asked_before_does_not_count() -> None:
    allowance = Allowance(1)
    allowance.ask(ANNA, NOW)
    allowance.give_back(ANNA, NOW)
    assert allowance.ask(ANNA, NOW)


def test_somebody_on_discord_is_the_same_on_all_servers_and_in_direct_messages() -> None:
    here, there = (Person(platform="discord", workspace=server, user="7") for server in ("1", ""))
    assert not used_up(Allowance(), here).ask(there, NOW)


def test_ids_of_two_workspaces_are_two_persons() -> None:
    assert used_up(Allowance()).ask(Person(platform="slack", workspace="T2", user="U1"), NOW)


@pytest.mark.parametrize(("seconds", "used"), [(0, True), (59, True), (60, False)])
def test_it_is_known_who_is_not_answered_now(seconds: int, used: bool) -> None:  # noqa: FBT001
    assert used_up(Allowance()).is_used_up(ANNA, after(seconds)) is used


def test_nobody_is_counted_who_has_not_asked() -> None:
    allowance = Allowance()
    assert not allowance.is_used_up(ANNA, NOW)
    assert allowance.persons == 0


def test_who_asked_more_than_a_minute_ago_is_forgotten() -> None:
    allowance = Allowance()
    for number in range(1000):
        allowance.ask(Person(platform="slack", workspace="T1", user=f"U{number}"), after(number))
    assert allowance.persons == WINDOW.total_seconds()
