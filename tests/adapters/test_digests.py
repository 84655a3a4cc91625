"""The commands for digests: ordered, listed, looked at, explained; bad input gets one sentence and changes nothing."""

import json

import pytest

from tests.adapters.program import Program

CHANNEL = "slack:T1:C1"
ADD = ("subscriptions", "add", CHANNEL, "09:00", "Europe/Berlin", "daily", "meta", "--tell", "U1")


def test_an_order_is_kept_listed_paused_and_removed(ready: Program) -> None:
    assert ready.run("subscriptions", "list").out == "No channel has ordered a digest.\n"
    added = ready.run(*ADD)
    assert (added.code, CHANNEL in added.out, "Europe/Berlin" in added.out) == (0, True, True)
    [listed] = [json.loads(line) for line in ready.run("subscriptions", "list", "--json").out.splitlines()]
    assert (listed["at"], listed["days"], listed["on"], listed["standing"]) == ("09:00", "daily", "meta", "on")
    assert ready.run("subscriptions", "pause", CHANNEL, "--reason", "holidays").out == "Paused.\n"
    assert "holidays" in ready.run("subscriptions", "list").out
    assert ready.run("subscriptions", "remove", CHANNEL).out == "Removed.\n"
    assert ready.run("subscriptions", "remove", CHANNEL).out == "This channel has no digest.\n"


def test_a_preview_shows_what_would_come(ready: Program) -> None:
    ready.run(*ADD)
    shown = ready.run("digest", "preview", CHANNEL)
    assert (shown.code, shown.out.startswith("AI spending · ")) == (0, True)
    assert "US$35–40 bn" in shown.out


def test_why_none_came_is_explained(ready: Program) -> None:
    assert ready.run("digest", "explain", CHANNEL, "2026-01-05").out == (
        "This channel has no digest, and none of that day is on record.\n"
    )
    ready.run(*ADD)
    assert ready.run("digest", "explain", CHANNEL, "2026-01-05").out.startswith(
        "It would have been due at 2026-01-05 08:00:00 UTC, and nothing claimed it"
    )
    assert ready.run("digest", "explain", CHANNEL, "2099-01-05").out == "It will be due at 2099-01-05 08:00:00 UTC.\n"


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("subscriptions", "add", "C1", "--tell", "U1"), "'C1' is no channel; name one as slack:T012:C034."),
        (("subscriptions", "add", "irc:T1:C1", "--tell", "U1"), "'irc' is no platform; there are slack and discord."),
        (("digest", "preview", CHANNEL), f"the channel {CHANNEL} has no digest"),
        (("subscriptions", "add", CHANNEL, "25:00", "--tell", "U1"), "25:00 is no time of day; write it as 09:00."),
        (("subscriptions", "add", CHANNEL, "9:00", "--tell", "U1"), "Name your time zone too"),
    ],
)
def test_what_is_wrong_gets_one_sentence(ready: Program, arguments: tuple[str, ...], sentence: str) -> None:
    done = ready.run(*arguments)
    assert (done.code in {1, 2}, sentence in done.err, done.out) == (True, True, "")
    assert ready.run("subscriptions", "list").out == "No channel has ordered a digest.\n"
