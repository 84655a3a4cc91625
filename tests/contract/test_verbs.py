"""Verbs at every door: help's questions work where they are pressed, and settings hold for the person who sets them."""

import pytest

from tests.contract.due import lost_remarks_on_the_whole, sources_due
from tests.contract.scenes import DOORS, named
from tests.contract.stage import Stage

pytestmark = pytest.mark.asyncio(loop_scope="module")

CHATS = [door for door in DOORS if door != "terminal"]


@pytest.mark.parametrize("door", DOORS)
async def test_every_question_of_help_is_answered_where_it_is_taken(stage: Stage, door: str) -> None:
    scene = named("help")
    for choice in (await stage.play(door, scene)).reply.choices:
        visit = stage.enter(door)
        await visit.say(scene.text)
        [shown] = await visit.take(choice)
        due = stage.due(scene, choice)
        assert due.outcome == "found"
        assert lost_remarks_on_the_whole(due, shown) == []
        assert shown.sources == sources_due(due, shown) != {}


@pytest.mark.parametrize("door", DOORS)
async def test_a_name_that_is_not_known_gets_one_sentence(stage: Stage, door: str) -> None:
    shown = (await stage.play(door, named("sources-of-nobody"))).reply
    assert shown.text.count("Nothing is known here under “zorp”.") == 1


@pytest.mark.parametrize("door", CHATS)
async def test_the_language_that_a_person_sets_is_that_of_the_next_answer(stage: Stage, door: str) -> None:
    visit = stage.enter(door)
    [changed] = await visit.say("settings language de")
    assert "Ab jetzt antworte ich dir auf Deutsch." in changed.text
    [shown] = await visit.say("OpenAI 2026")
    assert "Mrd. US-Dollar" in shown.text
    [english] = await visit.say("what is the loss of OpenAI in 2026?")
    assert "US$11 bn" in english.text


@pytest.mark.parametrize("door", CHATS)
async def test_it_is_that_of_nobody_else(stage: Stage, door: str) -> None:
    await stage.enter(door).say("einstellungen sprache deutsch")
    [shown] = await stage.enter(door).say("OpenAI 2026")
    assert "US$11 bn" in shown.text


@pytest.mark.parametrize("door", CHATS)
async def test_a_persons_settings_are_shown_with_what_to_type(stage: Stage, door: str) -> None:
    shown = (await stage.play(door, named("settings"))).reply
    assert "Your language: that of your client" in shown.text
    assert "settings language de, en or auto" in shown.text


async def test_at_a_terminal_the_way_to_a_language_is_told(stage: Stage) -> None:
    assert "--lang de" in (await stage.play("terminal", named("settings"))).reply.text


SETTABLE = {
    "discord-slash": "Only members with the permission Manage Server can change that.",
    "discord-mention": "Only members with the permission Manage Server can change that.",
    "discord-direct": "That is set in the channel that it is for, in Slack or Discord.",
    "slack-direct": "That is set in the channel that it is for, in Slack or Discord.",
}


@pytest.mark.parametrize("door", SETTABLE)
async def test_who_may_not_set_a_channel_is_told_who_may_or_where(stage: Stage, door: str) -> None:
    [shown] = await stage.enter(door).say("settings channel public")
    assert SETTABLE[door] in shown.text
