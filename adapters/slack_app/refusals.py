"""What each refusal of Slack's means for a message that was to be sent, and what is done instead.

Pure. An error that is not named here is a defect of the bot's: it is apologised for and logged as one.
"""

import json
from typing import Any, Final, Literal

import aiohttp
from slack_sdk.errors import SlackApiError

from adapters.slack_app.retrying import TROUBLE

Json = dict[str, Any]

Course = Literal["plainly", "beside", "to the asker alone", "in private", "not at all", "never again", "as a defect"]
"""What is done with the message.

- plainly: send it once more, without the blocks that this workspace does not take
- beside: send it once more, in the channel instead of a thread that takes nothing
- to the asker alone: Slack is busy, or may have taken it already: the channel must not get it twice
- in private: the bot may not write there, so the answer goes to the asker's direct messages
- not at all: nobody is there to read it
- never again: the workspace has ended the bot's access
"""

TOO_LATE: Final = frozenset({"expired_trigger_id", "exchanged_trigger_id"})
"""A modal is opened within three seconds of the click, and once."""

GONE: Final = frozenset({"message_not_found", "cant_update_message", "edit_window_closed", "is_inactive"})
"""A message that can be changed no more."""

OUTSIDE: Final = frozenset({"not_in_channel", "channel_not_found"})
"""What Slack says of a channel of which the bot is no member, so that only a click's own address reaches it."""

INVALID: Final = frozenset({"invalid_blocks", "invalid_blocks_format"})
"""What Slack says of blocks that this workspace does not take."""

_ENDED: Final = ("token_revoked", "account_inactive", "invalid_auth", "token_expired", "not_authed")

_COURSES: Final[dict[str, Course]] = {
    **dict.fromkeys((*INVALID, "msg_blocks_too_long", "msg_too_long"), "plainly"),
    **dict.fromkeys(("cannot_reply_to_message", "restricted_action_non_threadable_channel"), "beside"),
    **dict.fromkeys(("ratelimited", "rate_limited", "message_limit_exceeded"), "to the asker alone"),
    **dict.fromkeys(
        ("internal_error", "fatal_error", "request_timeout", "service_unavailable", "team_added_to_org"),
        "to the asker alone",
    ),
    **dict.fromkeys(
        (
            "not_in_channel",
            "restricted_action",
            "restricted_action_read_only_channel",
            "restricted_action_thread_locked",
            "restricted_action_thread_only_channel",
        ),
        "in private",
    ),
    **dict.fromkeys(
        ("channel_not_found", "is_archived", "channel_is_archived", "thread_not_found", "message_not_found"),
        "not at all",
    ),
    **dict.fromkeys(_ENDED, "never again"),
}

TROUBLES: Final = (SlackApiError, aiohttp.ClientError, TimeoutError)
"""What a call of Slack's may raise, when all tries have failed."""


def course_of(error: BaseException) -> Course:
    """What to do about what a call raised."""
    if not isinstance(error, SlackApiError):
        return "to the asker alone"
    code = code_of(error)
    if code in _COURSES:
        return _COURSES[code]
    return "to the asker alone" if not code or _status(error) >= TROUBLE else "as a defect"


def course_of_code(code: str) -> Course:
    """What to do where Slack says why in one word."""
    return _COURSES.get(code, "as a defect")


def code_of(error: BaseException) -> str:
    """Slack's word for what is wrong; empty where Slack, or what stands before it, did not answer in its form."""
    if not isinstance(error, SlackApiError):
        return ""
    data = getattr(error.response, "data", None)  # the SDK also raises it with a bare answer of aiohttp
    return str(data.get("error") or "") if isinstance(data, dict) else ""


def code_in(body: str) -> str:
    """The same in the answer of a response address: JSON, or the bare word."""
    try:
        told = json.loads(body)
    except ValueError:
        told = body.strip()
    word = told.get("error") if isinstance(told, dict) else told
    return word if isinstance(word, str) and word.replace("_", "").isalnum() else ""


def refused_blocks(error: BaseException) -> str:
    """What Slack says about the blocks that it refuses, where it points at them."""
    data = getattr(error.response, "data", None) if isinstance(error, SlackApiError) else None
    return json.dumps(data.get("response_metadata") or data.get("errors") or "") if isinstance(data, dict) else ""


def _status(error: SlackApiError) -> int:
    """The status of the SDK's answer, or of aiohttp's where the SDK raised with that."""
    response: Any = error.response
    return int(response.status_code if hasattr(response, "status_code") else response.status)
