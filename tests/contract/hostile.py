"""Words that want to be alive somewhere: each flavour is aimed at one platform and is only words on all.

The same words are asked by a person and stand in articles and claims, which anybody may have written.
"""

from typing import Final

FLAVOURS: Final = {
    "markdown": "**zorp** __zorp__ ~~zorp~~ ||zorp|| `zorp` ```zorp``` # zorp > zorp - zorp -# zorp",
    "mrkdwn": "*zorp* _zorp_ ~zorp~ `zorp` &gt; zorp &lt;!here&gt; &amp;lt; :smile:",
    "mentions": "@everyone @here @channel zorp <!channel> <!here> <!subteam^S1> <@U070000001> <#C070000001> <@&7> <@7>",
    "links": "[zorp](https://evil.example) <https://evil.example|zorp> [a] [b](https://evil.example) discord.gg/evil",
    "references": "zorp </capex:7> <t:1700000000:R> <:smile:7> <id:customize> <!date^1392734382^{date}|zorp>",
    "right-to-left": "\u202ezorp\u202c \u2067zorp\u2069 \u200fzorp \u200bzorp",
    "ansi": "\x1b[31mzorp\x1b[0m \x1b]8;;https://evil.example\x1b\\zorp\x1b]8;;\x1b\\ \x9b5mzorp \x07\x08 [bold]z[/]",
}

HOSTILE_YEARS: Final = range(2001, 2001 + len(FLAVOURS))
"""The year of which the hostile base speaks in each flavour."""
