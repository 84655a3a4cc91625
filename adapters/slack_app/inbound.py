"""Slack's text made plain: what a person typed, without Slack's codes for people, channels and links.

Slack writes `<@U1>`, `<#C1|name>`, `<!here>`, `<https://…|label>` for what is live and escapes only `& < >`. A code
becomes its label or nothing, the bot's own mention nothing whatever its label; then the escapes are undone once, so
that what a person typed literally stays literal. Of a text that adds an article the address is what counts.
"""

import re
from typing import Final

from bot.verbs.grammar import verb_in

_CODE: Final = re.compile(r"<(?P<target>[@#!][^<>|]*|[A-Za-z][A-Za-z0-9+.-]*:[^<>|]*)(?:\|(?P<label>[^<>]*))?>")
_ESCAPE: Final = re.compile("&(amp|lt|gt);")
_SIGNS: Final = {"amp": "&", "lt": "<", "gt": ">"}


def first_address(text: str) -> str:
    """The first address of the web that Slack found in a text, empty where it found none."""
    addresses = (code["target"] for code in _CODE.finditer(text) if code["target"].startswith(("http://", "https://")))
    return _unescaped(next(addresses, ""))


def plain_text(text: str, bot_user: str) -> str:
    """`text` as it was typed; `bot_user` is the bot's own id, whose mention says nothing."""

    def labelled(code: re.Match[str]) -> str:
        return " " if code["target"] == f"@{bot_user}" else code["label"] or " "

    said = _unescaped(_CODE.sub(labelled, text)).strip()
    typed = verb_in(said)
    address = first_address(text) if typed and typed.verb == "add" else ""
    return f"{said.split()[0]} {address}" if address else said


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda escape: _SIGNS[escape[1]], text)
