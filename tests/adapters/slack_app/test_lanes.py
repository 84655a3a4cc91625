"""Messages of a channel follow each other at a pace and in their order; no channel waits for another."""

import asyncio
import logging
from dataclasses import replace

import pytest

from adapters.slack_app.lanes import Crowded, Lanes
from adapters.slack_app.patience import Patience
from bot.line import Line
from tests.adapters.slack_app.wires import Hourglass, over_sockets
from tests.fakes.slack import SlackServer

pytestmark = pytest.mark.asyncio


class Sandglass(Hourglass):
    """Time that passes only when it is turned."""

    def __init__(self) -> None:
        super().__init__()
        self._turned = asyncio.Event()

    async def pause(self, seconds: float) -> None:
        self.pauses.append(seconds)
        await self._turned.wait()
        self._time += seconds

    def turn(self) -> None:
        self._turned.set()


async def said(lanes: Lanes, channel: str, text: str, log: list[tuple[str, float]], glass: Hourglass) -> None:
    async with lanes.turn(channel):
        log.append((text, glass.now()))


async def settle() -> None:
    for _ in range(20):
        await asyncio.sleep(0)


async def test_a_burst_is_spread_over_seconds_in_its_order() -> None:
    glass, log = Hourglass(), list[tuple[str, float]]()
    lanes = Lanes(glass.patience)
    await asyncio.gather(*(said(lanes, "C1", str(number), log, glass) for number in range(5)))
    assert log == [("0", 0.0), ("1", 1.0), ("2", 2.0), ("3", 3.0), ("4", 4.0)]


async def test_one_message_in_an_idle_channel_waits_for_nothing() -> None:
    glass = Hourglass()
    await said(Lanes(glass.patience), "C1", "a", [], glass)
    assert glass.pauses == []


async def test_a_channel_that_waits_holds_up_no_other() -> None:
    glass, log = Sandglass(), list[tuple[str, float]]()
    lanes = Lanes(glass.patience)
    texts = [("C1", "a"), ("C1", "b"), ("C2", "c")]
    work = [asyncio.create_task(said(lanes, *one, log, glass)) for one in texts]
    await settle()
    assert [text for text, _ in log] == ["a", "c"]
    glass.turn()
    await asyncio.gather(*work)
    assert [text for text, _ in log] == ["a", "c", "b"]


async def test_what_is_too_much_for_a_channel_is_refused_and_logged_once(caplog: pytest.LogCaptureFixture) -> None:
    glass, log = Sandglass(), list[tuple[str, float]]()
    lanes = Lanes(replace(glass.patience, most_waiting=2))
    work = [asyncio.create_task(said(lanes, "C1", str(number), log, glass)) for number in range(7)]
    await settle()  # the first is said, the second has its turn and pauses, two wait for theirs
    glass.turn()
    ends = await asyncio.gather(*work, return_exceptions=True)
    assert [text for text, _ in log] == ["0", "1", "2", "3"]
    assert [isinstance(end, Crowded) for end in ends] == [False] * 4 + [True] * 3
    told = [(one.getMessage(), vars(one)["channel"], vars(one)["waiting"]) for one in caplog.records]
    assert told == [("too many messages wait in a channel", "C1", 2)]


async def test_a_channel_is_told_of_again_after_its_crowd_has_gone(caplog: pytest.LogCaptureFixture) -> None:
    glass = Hourglass()
    lanes = Lanes(replace(glass.patience, most_waiting=0))
    for _ in range(2):
        crowd = (said(lanes, "C1", "a", [], glass) for _ in range(4))
        await asyncio.gather(*crowd, return_exceptions=True)
    assert len(caplog.records) == 2


async def test_a_failed_message_leaves_its_turn_to_the_next() -> None:
    glass, log = Hourglass(), list[tuple[str, float]]()
    lanes = Lanes(glass.patience)
    with pytest.raises(ZeroDivisionError):
        async with lanes.turn("C1"):
            raise ZeroDivisionError
    await said(lanes, "C1", "next", log, glass)
    assert log == [("next", 1.0)]


async def test_lanes_are_forgotten() -> None:
    glass = Hourglass()
    lanes = Lanes(glass.patience)
    for number in range(100):
        await said(lanes, f"C{number}", "a", [], glass)
        await glass.pause(0.5)
    assert lanes.known <= 3


async def test_a_bot_that_is_to_end_keeps_no_pace() -> None:
    glass, log = Sandglass(), list[tuple[str, float]]()
    lanes = Lanes(glass.patience)
    work = [asyncio.create_task(said(lanes, "C1", str(number), log, glass)) for number in range(20)]
    await settle()
    assert len(log) == 1
    lanes.hurry()
    await asyncio.gather(*work)
    assert [text for text, _ in log] == [str(number) for number in range(20)]


async def test_answers_in_a_channel_are_a_second_apart(slack: SlackServer, shipped: Line) -> None:
    glass = Hourglass()
    async with over_sockets(slack, shipped, glass.patience):
        asked = [await slack.mention("meta") for _ in range(4)]
        for one in asked:
            await slack.reply(one)
    assert glass.pauses == pytest.approx([1.0] * 3)


async def test_a_channel_of_which_slack_takes_its_time_holds_up_no_other(slack: SlackServer, shipped: Line) -> None:
    patience = replace(Patience(), pace=0.0)
    other = slack.workspace.add_channel("other")
    async with over_sockets(slack, shipped, patience):
        held = slack.faults.hold("chat.postMessage", times=1)
        slow = await slack.mention("meta")
        await slack.acknowledged(slow)
        waiting = await slack.mention("microsoft")
        quick = await slack.mention("amazon", channel=other)
        await slack.reply(quick)
        assert slack.replies_to(slow) == slack.replies_to(waiting) == []
        held.release()
        await slack.reply(waiting)
    assert [entry.delivery for entry in slack.messages] == [quick, slow, waiting]


async def test_an_answer_in_a_crowded_channel_is_for_its_asker_alone(
    slack: SlackServer, shipped: Line, caplog: pytest.LogCaptureFixture
) -> None:
    async with over_sockets(slack, shipped, replace(Patience(), most_waiting=0)):
        held = slack.faults.hold("chat.postMessage", times=1)
        await slack.acknowledged(await slack.mention("meta"))
        await slack.quiet()
        late = await slack.mention("microsoft")
        reply = await slack.reply(late)
        held.release()
        await slack.called("chat.postMessage")
    assert (reply.kind, reply.to) == ("ephemeral", slack.workspace.alice.id)
    assert reply.text.startswith("Microsoft")
    assert [one.levelno for one in caplog.records if one.name == "capex.slack"] == [logging.WARNING]
