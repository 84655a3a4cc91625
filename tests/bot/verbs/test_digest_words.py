"""What is wished of digests, in any order and in both languages; what is wrong is named, and a question stays one."""

from datetime import time
from typing import get_args

import pytest

from bot.names import Names
from bot.schedule import DAILY, WEEKDAYS
from bot.verbs.commands import command_in
from bot.verbs.digest_words import DigestWish, digest_wish
from bot.wording.titles import Titles
from knowledge.value import Language

META, CAPEX = ("subject", "meta"), ("metric", "capex")


def wish(argument: str, names: Names) -> DigestWish:
    found = digest_wish(argument, names)
    assert found is not None, argument
    return found


@pytest.mark.parametrize(
    ("argument", "act"),
    [("", "show"), ("show", "show"), ("on", "on"), ("an", "on"), ("off", "off"), ("aus", "off"), ("now", "now"),
     ("Vorschau", "preview"), ("jetzt", "now"), ("open", "open"), ("öffnen", "open"), ("schließen", "close")],
)  # fmt: skip
def test_the_first_word_says_what_to_do(shipped_names: Names, argument: str, act: str) -> None:
    assert wish(argument, shipped_names).act == act


@pytest.mark.parametrize(
    "argument",
    [
        "on 09:00 Europe/Berlin weekdays meta capex de",
        "on de capex, meta weekdays europe/berlin 9:00",
        "an um 9 Uhr Europe/Berlin werktags meta und capex deutsch",
        "on at 9am in Europe/Berlin weekdays for meta and capex german",
    ],
)
def test_words_come_in_any_order_and_language(shipped_names: Names, argument: str) -> None:
    found = wish(argument, shipped_names)
    assert (found.at, found.zone, found.days, found.language) == (time(9), "Europe/Berlin", WEEKDAYS, "de")
    assert set(found.on or ()) == {META, CAPEX}
    assert found.wrong is None


def test_what_is_not_said_is_left_open(shipped_names: Names) -> None:
    assert wish("on", shipped_names) == DigestWish(act="on")


@pytest.mark.parametrize(
    ("typed", "at"),
    [("09:00", time(9)), ("9", time(9)), ("9.30", time(9, 30)), ("17h", time(17)), ("5pm", time(17)), ("12am", time(0)),
     ("12:15pm", time(12, 15)), ("23:59", time(23, 59)), ("0:00", time(0))],
)  # fmt: skip
def test_times_are_read_as_they_are_written(shipped_names: Names, typed: str, at: time) -> None:
    assert wish(f"on {typed}", shipped_names).at == at


@pytest.mark.parametrize("typed", ["25:00", "9:60", "24:00", "13pm", "0am", "999"])
def test_a_time_that_is_none_is_named(shipped_names: Names, typed: str) -> None:
    found = wish(f"on {typed} Europe/Berlin", shipped_names)
    assert (found.wrong, found.typed) == ("wrong_time", typed)


@pytest.mark.parametrize(
    ("typed", "wrong", "meant"),
    [
        ("Europe/Berlim", "near_zone", "Europe/Berlin"),
        ("Mars/Crater", "wrong_zone", ""),
        ("Berlin", "near_zone", "Europe/Berlin"),
        ("New York", "near_zone", "America/New_York"),
        ("Wien", "near_zone", "Europe/Vienna"),
    ],
)
def test_a_zone_that_is_none_is_named_with_what_it_may_mean(
    shipped_names: Names, typed: str, wrong: str, meant: str
) -> None:
    found = wish(f"on 09:00 {typed}", shipped_names)
    assert (found.wrong, found.typed.casefold(), found.meant) == (wrong, typed.casefold(), meant)


def test_a_name_that_nobody_knows_is_named(shipped_names: Names) -> None:
    found = wish("on 09:00 meta zorp", shipped_names)
    assert (found.wrong, found.typed) == ("wrong_name", "zorp")


def test_a_name_may_hold_a_slip(shipped_names: Names) -> None:
    assert wish("on mircosoft", shipped_names).on == (("subject", "microsoft"),)


@pytest.mark.parametrize("typed", ["meta", "lunch", "25:00", "daily"])
def test_after_time_stands_a_time_and_nothing_else(shipped_names: Names, typed: str) -> None:
    found = wish(f"on time {typed}", shipped_names)
    assert (found.wrong, found.typed) == ("wrong_time", typed)
    assert wish("an uhrzeit 9:30", shipped_names).at == time(9, 30)


@pytest.mark.parametrize(
    ("typed", "wrong", "meant"),
    [
        ("meta", "wrong_zone", ""),
        ("New_York", "near_zone", "America/New_York"),
        ("lunchtime", "wrong_zone", ""),
    ],
)
def test_after_zone_stands_a_zone_and_nothing_else(shipped_names: Names, typed: str, wrong: str, meant: str) -> None:
    found = wish(f"on zone {typed}", shipped_names)
    assert (found.wrong, found.typed, found.meant) == (wrong, typed.replace("_", " "), meant)
    assert wish("an zeitzone europe/berlin", shipped_names).zone == "Europe/Berlin"


@pytest.mark.parametrize("language", get_args(Language))
def test_every_name_that_is_offered_is_understood(shipped_names: Names, language: Language) -> None:
    titles = Titles(shipped_names, language)
    named = {("subject", one): titles.subject(one) for one in shipped_names.subjects}
    named |= {("metric", one): titles.metric(one) for one in shipped_names.metrics}
    wrong = {title for owner, title in named.items() if wish(f"on {title}", shipped_names).on != (owner,)}
    assert wrong == set()


@pytest.mark.parametrize("text", ["digest on time 09:00 zone Europe/Berlin daily silent", "digest on 9:00", "digest"])
@pytest.mark.parametrize("spoken", get_args(Language))
def test_words_for_when_tell_no_language(shipped_names: Names, text: str, spoken: Language) -> None:
    found = command_in(text, shipped_names, None, spoken)
    assert found is not None
    assert found.language == spoken


def test_everything_takes_names_back(shipped_names: Names) -> None:
    assert wish("on everything", shipped_names).on == ()
    assert wish("an alles", shipped_names).on == ()


@pytest.mark.parametrize(("typed", "days"), [("daily", DAILY), ("täglich", DAILY), ("werktags", WEEKDAYS)])
def test_days_are_said_in_a_word(shipped_names: Names, typed: str, days: frozenset[int]) -> None:
    assert wish(f"on {typed}", shipped_names).days == days


def test_days_without_news_are_the_channels_choice(shipped_names: Names) -> None:
    assert wish("on silent", shipped_names).on_empty_days is False
    assert wish("an immer", shipped_names).on_empty_days is True


@pytest.mark.parametrize(
    "text",
    ["digest of metas spending", "digest what meta says on the bubble of all things", "überblick über metas Ausgaben",
     "digest on why everyone thinks that spending will explode soon", "follow the money at meta", "follows meta"],
)  # fmt: skip
def test_anything_else_is_a_question(shipped_names: Names, text: str) -> None:
    assert command_in(text, shipped_names, None, "en") is None


@pytest.mark.parametrize("text", ["follow meta capex", "folge meta capex", "follow capex and meta"])
def test_what_is_followed_is_a_list_of_names(shipped_names: Names, text: str) -> None:
    found = command_in(text, shipped_names, None, "en")
    assert found is not None
    assert (found.verb, set(found.named)) == ("follow", {META, CAPEX})
