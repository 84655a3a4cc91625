"""Slack's text made plain: what a person typed, without Slack's codes for people, channels and links.

Slack writes `<@U1>`, `<#C1|name>`, `<!here>`, `<https://…|label>` for what is live and escapes only `& < >`. A code
becomes its label or nothing, the bot's own mention nothing whatever its label; then the escapes are undone once, so
that what a person typed literally stays literal.
"""

import re
from typing import Final

_CODE: Final = re.compile(r"<(?P<target>[@#!][^<>|]*|[A-Za-z][A-Za-z0-9+.-]*:[^<>|]*)(?:\|(?P<label>[^<>]*))?>")
_ESCAPE: Final = re.compile("&(amp|lt|gt);")
_SIGNS: Final = {"amp": "&", "lt": "<", "gt": ">"}


def plain_text(text: str, bot_user: str) -> str:
    """`text` as it was typed; `bot_user` is the bot's own id, whose mention says nothing."""

    def labelled(code: re.Match[str]) -> str:
        return " " if code["target"] == f"@{bot_user}" else code["label"] or " "

    return _ESCAPE.sub(lambda escape: _SIGNS[escape[1]], _CODE.sub(labelled, text)).strip()
