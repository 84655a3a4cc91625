"""What Slack may do to a message of the bot's, and what then becomes of it: one row for each trouble.

The table knows nothing of how the bot hears of Slack, so that every transport is held to the same.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from tests.fakes.slack import Entry, SlackServer

POST, URL = "chat.postMessage", "response_url"

Fate = Literal[
    "in its thread", "plain in its thread", "beside it", "for its asker alone", "in private", "an apology", "in place"
]
"""Where an answer comes to stand.

- plain in its thread: as sections of text
- beside it: in the channel, outside of the thread
- in place: instead of the message that was clicked
"""

SORRY = "Sorry, something went wrong here; please ask again later."
ELSEWHERE = "Slack does not let me write where you asked, so here is the answer:"


@dataclass(frozen=True)
class Trouble:
    """A trouble and its end.

    Attributes:
        begin: makes Slack do it, before the bot is asked.
        fates: all that becomes of the answer, in order; nothing, where it is empty.
        tries: how often the call that is troubled is made.
        pauses: for how long the bot waits before it tries again.
        code: Slack's word for it in the log; None where nothing is logged but information.
    """

    name: str
    begin: Callable[[SlackServer], object]
    fates: tuple[Fate, ...]
    tries: int = 1
    pauses: tuple[float, ...] = ()
    code: str | None = None

    def __str__(self) -> str:
        return self.name


def refused(code: str, *fates: Fate, times: int = 1, tries: int = 1, logged: str | None = None) -> Trouble:
    """Slack refuses the post."""
    name = code if times == 1 else f"{code} {times} times"
    return Trouble(name, lambda slack: slack.faults.refuse(POST, code, times=times), fates, tries, code=logged)


def away(*codes: str, fates: tuple[Fate, ...]) -> list[Trouble]:
    """Refusals that are logged, and after which nothing more is tried where the bot was asked."""
    return [refused(code, *fates, logged=code) for code in codes]


PAGE = "<html>Bad gateway</html>"

POSTS = [
    # busy
    Trouble("busy once", lambda slack: slack.faults.rate_limit(POST, retry_after=7), ("in its thread",), 2, (7.0,)),
    Trouble(
        "busy on and on",
        lambda slack: slack.faults.rate_limit(POST, retry_after=2, times=9),
        ("for its asker alone",),
        3,
        (2.0, 2.0),
        "ratelimited",
    ),
    Trouble(
        "busy for an hour",
        lambda slack: slack.faults.rate_limit(POST, retry_after=3600),
        ("for its asker alone",),
        code="ratelimited",
    ),
    # in trouble of its own
    Trouble("away once", lambda slack: slack.faults.fail(POST, status=503), ("in its thread",), 2, (0.5,)),
    Trouble(
        "away on and on",
        lambda slack: slack.faults.fail(POST, status=503, times=9),
        ("for its asker alone",),
        3,
        (0.5, 1.0),
        "internal_error",
    ),
    Trouble("broken", lambda slack: slack.faults.fail(POST), ("for its asker alone",), code="internal_error"),
    Trouble(
        "broken after posting",
        lambda slack: slack.faults.fail(POST, after=True),
        ("in its thread", "for its asker alone"),
        code="internal_error",
    ),
    Trouble("line cut", lambda slack: slack.faults.cut(POST), ("for its asker alone",), code=""),
    Trouble(
        "line cut after posting",
        lambda slack: slack.faults.cut(POST, after=True),
        ("in its thread", "for its asker alone"),
        code="",
    ),
    Trouble(
        "a page of a gateway",
        lambda slack: slack.faults.garble(POST, PAGE, "text/html", status=502),
        ("for its asker alone",),
        code="",
    ),
    Trouble(
        "half an answer",
        lambda slack: slack.faults.garble(POST, '{"ok": tr', "application/json"),
        ("for its asker alone",),
        code="",
    ),
    *away("internal_error", "fatal_error", "request_timeout", "rate_limited", fates=("for its asker alone",)),
    # blocks
    Trouble("an unknown block", lambda slack: slack.refuse_blocks("rich_text"), ("plain in its thread",), 2),
    refused("invalid_blocks", "in its thread", tries=2),
    refused("invalid_blocks", "plain in its thread", times=2, tries=3),
    refused("invalid_blocks", "an apology", times=3, tries=4, logged="invalid_blocks"),
    refused("msg_too_long", "plain in its thread", tries=2),
    refused("msg_blocks_too_long", "plain in its thread", tries=2),
    # places
    refused("cannot_reply_to_message", "beside it", tries=2),
    refused("restricted_action_non_threadable_channel", "beside it", tries=2),
    *away("channel_not_found", "is_archived", "thread_not_found", "message_not_found", fates=()),
    *away(
        "not_in_channel",
        "restricted_action",
        "restricted_action_read_only_channel",
        "restricted_action_thread_locked",
        "restricted_action_thread_only_channel",
        fates=("in private",),
    ),
    # unknown to the bot
    refused("ekm_access_denied", "an apology", tries=2, logged="ekm_access_denied"),
]
"""What happens to the answer to a mention."""

ENDS = ["token_revoked", "account_inactive", "invalid_auth", "token_expired"]
"""Words by which a workspace ends the bot's access."""

CLICKS = [
    Trouble("busy once", lambda slack: slack.faults.rate_limit(URL, retry_after=3), ("in place",), pauses=(3.0,)),
    Trouble("broken once", lambda slack: slack.faults.fail(URL), ("in place",), pauses=(0.5,)),
    Trouble(
        "broken on and on",
        lambda slack: slack.faults.fail(URL, times=9),
        ("in place",),
        pauses=(0.5, 1.0),
        code="internal_error",
    ),
    Trouble("line cut once", lambda slack: slack.faults.cut(URL), ("in place",), pauses=(0.5,)),
    Trouble(
        "line cut on and on", lambda slack: slack.faults.cut(URL, times=9), ("in place",), pauses=(0.5, 1.0), code=""
    ),
    Trouble(
        "an address that is gone",
        lambda slack: slack.faults.fail(URL, status=410),
        ("in place",),
        code="internal_error",
    ),
    Trouble("blocks refused", lambda slack: slack.faults.refuse(URL, "invalid_blocks"), ("in place",)),
    Trouble(
        "an archived channel",
        lambda slack: slack.faults.refuse(URL, "channel_is_archived"),
        (),
        code="channel_is_archived",
    ),
]
"""What happens to the answer to a click on a message that all can see."""


def fate_of(entry: Entry, slack: SlackServer) -> Fate:
    """Where an entry stands, in answer to alice."""
    if entry.kind == "update":
        return "in place"
    if entry.to is not None:
        return "for its asker alone"
    if entry.text == SORRY:
        return "an apology"
    if entry.channel == slack.workspace.direct(slack.workspace.alice).id:
        return "in private"
    if entry.thread is None:
        return "beside it"
    plain = {block["type"] for block in entry.blocks} <= {"section", "actions", "context_actions"}
    return "plain in its thread" if plain else "in its thread"
