"""Who is to read a message where it cannot stand where it belongs: the asker, and what was clicked.

Pure; read from what Slack tells.
"""

from dataclasses import dataclass
from typing import Any

from bot.people import Place
from knowledge.value import Language

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asker:
    """A person by id, and the language of the answer."""

    user: str
    language: Language = "en"


@dataclass(frozen=True, slots=True)
class Click:
    """Who clicked where; `ts` names the message that all can see and that was clicked on, if there is one."""

    asker: Asker
    place: Place
    ts: str | None


def click_of(body: Json, place: Place, language: Language) -> Click:
    """The click that Slack tells of, on a message at a place."""
    container = body["container"]
    ts = None if container.get("is_ephemeral") else container.get("message_ts")
    return Click(Asker(body["user"]["id"], language), place, ts)
