"""Who may curate, who may name curators, and the words in which all of it is told."""

import re
from datetime import UTC, datetime

import pytest

from bot.curation.fields import CHOICES, FIELDS
from bot.curation.roles import Roles
from bot.people import Person, Workspace
from bot.records import MemoryRecords
from bot.settings import Settings
from bot.verbs.grammar import curating_in
from bot.wording.curating import keys, said
from knowledge.fault import Fault

NOW = datetime(2025, 5, 2, tzinfo=UTC)
ANNA = Person(platform="slack", workspace="T1", user="U1")
BEN = Person(platform="slack", workspace="T1", user="U2")


def one() -> bool:
    """The bot serves a single workspace."""
    return True


def several() -> bool:
    """It serves several."""
    return False


PLACES = [f"<{place}>" for place in range(3)]


def test_who_is_named_in_the_setting_curates_and_nobody_else() -> None:
    roles = Roles([ANNA], MemoryRecords(), one)
    elsewhere = Person(platform="slack", workspace="T2", user="U1")
    assert [roles.may(one) for one in (ANNA, BEN, elsewhere)] == [True, False, False]


def test_a_curator_in_discord_is_one_in_every_server_and_in_direct_messages() -> None:
    roles = Roles([Person(platform="discord", workspace="1", user="5")], MemoryRecords(), several)
    assert roles.may(Person(platform="discord", workspace="", user="5"))
    assert not roles.may(Person(platform="slack", workspace="", user="5"))


def test_who_is_chosen_curates_until_chosen_again() -> None:
    roles = Roles([], MemoryRecords(), one)
    assert roles.toggle(BEN, ANNA, NOW)
    assert roles.may(BEN)
    assert not roles.toggle(BEN, ANNA, NOW)
    assert not roles.may(BEN)


def test_a_grant_counts_only_while_there_is_one_workspace() -> None:
    workspaces = ["T1"]
    roles = Roles([], MemoryRecords(), lambda: len(workspaces) == 1)
    roles.toggle(BEN, ANNA, NOW)
    workspaces.append("T2")
    assert not roles.may(BEN)
    assert not roles.may_grant("allowed")
    workspaces.remove("T2")
    assert roles.may(BEN)


def test_a_grant_in_discord_goes_with_the_server_whose_administrator_gave_it() -> None:
    records = MemoryRecords()
    roles = Roles([], records, one)
    granted = Person(platform="discord", workspace="7", user="5")
    roles.toggle(granted, Person(platform="discord", workspace="7", user="6"), NOW)
    assert roles.may(granted)
    records.forget_workspace(Workspace(platform="discord", id="7"), NOW)
    assert not roles.may(granted)


def test_only_who_surely_administers_names_curators() -> None:
    roles = Roles([], MemoryRecords(), one)
    assert [roles.may_grant(one) for one in ("allowed", "refused", "unknown", "none")] == [True, False, False, False]


def test_the_setting_lists_persons() -> None:
    found = Settings.from_environment({"CAPEX_CURATORS": "slack:T1:U1, discord:1:5 slack:T1:U2"}).curators
    assert found == (ANNA, Person(platform="discord", workspace="1", user="5"), BEN)
    assert Settings.from_environment({}).curators == ()


@pytest.mark.parametrize("wrong", ["anna", "slack:", "teams:T1:U1", "slack:T1:"])
def test_a_setting_that_names_nobody_is_told_in_one_sentence(wrong: str) -> None:
    with pytest.raises(Fault, match=r"^CAPEX_CURATORS must be persons such as slack:T0123:U0123, separated by commas$"):
        Settings.from_environment({"CAPEX_CURATORS": wrong})


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("add https://paper.example/a?b=C", "add"),
        ("hinzufügen HTTPS://paper.example", "add"),
        ("add", "add"),
        ("/capex review", "review"),
        ("Freigabe", "review"),
        ("curators", "curators"),
        ("add meta to the list", None),
        ("review of meta capex", None),
        ("add https://a.example https://b.example", None),
        ("sources", None),
    ],
)
def test_a_verb_of_curation_is_one_only_with_what_it_takes(text: str, verb: str | None) -> None:
    typed = curating_in(text)
    assert (typed.verb if typed else None) == verb


@pytest.mark.parametrize("key", sorted(keys()))
def test_a_phrase_has_the_same_places_in_both_languages_on_one_line(key: str) -> None:
    english, german = (said(key, language, *PLACES) for language in ("en", "de"))
    assert sorted(re.findall(r"<\d>", english)) == sorted(re.findall(r"<\d>", german))
    assert all(words and words == " ".join(words.split()) for words in (english, german))


def test_every_choice_of_every_part_has_its_words() -> None:
    named = {f"{part}_{choice}" for part, choices in CHOICES.items() for choice in choices}
    assert named | {f"part_{part}" for part in FIELDS} <= keys()
