"""What Slack tells is read as who said what to the bot where, or as nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.slack_app.arrivals import of_choice, of_command, of_event
from bot.people import Person, Place

BOT = "U0BOT"
TS = "1795296326.000001"
MENTION = {"type": "app_mention", "user": "U1", "text": "<@U0BOT> meta", "ts": TS, "channel": "C1"}
CHANGED = {"type": "message", "subtype": "message_changed", "channel": "C1", "ts": "1795296330.000001"}


def told(event: dict[str, Any]) -> dict[str, Any]:
    return {"team_id": "T1", "event_id": "Ev1", "event": event}


def test_a_mention_opens_a_thread_on_itself() -> None:
    arrival = of_event(told(MENTION), BOT)
    assert arrival is not None
    assert (arrival.text, arrival.delivery, arrival.message) == ("meta", "slack:T1:Ev1", f"slack:T1:C1:{TS}")
    assert arrival.person == Person(platform="slack", workspace="T1", user="U1")
    assert arrival.place == Place(platform="slack", workspace="T1", channel="C1", thread=TS)


def test_a_direct_message_is_a_conversation_of_its_own() -> None:
    arrival = of_event(told(MENTION | {"type": "message", "channel": "D1", "channel_type": "im"}), BOT)
    assert arrival is not None
    assert arrival.place == Place(platform="slack", workspace="T1", channel="D1", direct=True)


@pytest.mark.parametrize(
    "event",
    [
        MENTION | {"channel": "D1"},
        MENTION | {"user": BOT},
        MENTION | {"user": "USLACKBOT"},
        MENTION | {"bot_id": "B1"},
        MENTION | {"subtype": "bot_message"},
        MENTION | {"type": "message"},
        CHANGED | {"message": MENTION | {"user": BOT}},
        CHANGED | {"message": MENTION, "previous_message": MENTION},
        {"type": "channel_created", "channel": {"id": "C1"}},
        {"type": "reaction_added", "user": "U1"},
    ],
)
def test_what_is_no_persons_words_to_the_bot_is_nothing(event: dict[str, Any]) -> None:
    assert of_event(told(event), BOT) is None


def test_an_edit_is_known_as_one_of_its_message() -> None:
    arrival = of_event(told(CHANGED | {"message": MENTION, "previous_message": MENTION | {"text": "x"}}), BOT)
    assert arrival is not None
    assert arrival.edited
    assert arrival.message == f"slack:T1:C1:{TS}"
    assert not arrival.may_be_first(datetime.fromtimestamp(float(TS), UTC))


def test_a_mention_that_came_by_editing_may_be_answered_for_a_minute() -> None:
    arrival = of_event(told(MENTION | {"edited": {"user": "U1"}}), BOT)
    assert arrival is not None
    written = datetime.fromtimestamp(float(TS), UTC)
    assert arrival.may_be_first(written + timedelta(seconds=59))
    assert not arrival.may_be_first(written + timedelta(seconds=61))


def test_a_command_is_its_askers_alone_even_in_a_direct_message() -> None:
    command = {"team_id": "T1", "channel_id": "D1", "user_id": "U1", "trigger_id": "1.2", "text": "AT&amp;T"}
    arrival = of_command(command, BOT)
    assert (arrival.text, arrival.delivery) == ("AT&T", "slack:T1:1.2")
    assert arrival.place == Place(platform="slack", workspace="T1", channel="D1")


@pytest.mark.parametrize(
    ("container", "place"),
    [
        ({"channel_id": "C1", "thread_ts": TS}, {"channel": "C1", "thread": TS}),
        ({"channel_id": "D1"}, {"channel": "D1", "direct": True}),
        ({"channel_id": "D1", "is_ephemeral": True}, {"channel": "D1"}),
    ],
)
def test_a_choice_is_asked_where_its_message_stands(container: dict[str, Any], place: dict[str, Any]) -> None:
    user = {"id": "U1", "team_id": "T1"}
    arrival = of_choice(
        {"team": None, "user": user, "trigger_id": "1.2", "container": container, "actions": [{"value": "meta"}]}
    )
    assert arrival.text == "meta"
    assert arrival.place == Place(platform="slack", workspace="T1", **place)
