"""Whatever Discord is sent is drawn as text, or refused."""

from typing import Any

import pytest

from adapters.discord_app.escaping import escape
from tests.pictures.discord import BUTTON, CONTAINER, ROW, SECTION, SEPARATOR, TEXT, discord_html
from tests.pictures.forms import Undrawn
from tests.pictures.markdown import markdown_html
from tests.pictures.reading import HOSTILE, seen

WORDS = {"type": TEXT, "content": HOSTILE}
PRESS = {"type": BUTTON, "style": 2, "label": HOSTILE, "custom_id": "x"}
COMPONENTS: list[dict[str, Any]] = [
    {"type": ROW, "components": [PRESS]},
    WORDS,
    {"type": SECTION, "components": [WORDS], "accessory": {**PRESS, "label": "beside"}},
    {"type": SECTION, "components": [{"type": TEXT, "content": "beside"}], "accessory": PRESS},
    {"type": CONTAINER, "accent_color": 0xFF0000, "components": [{"type": SEPARATOR, "divider": True}, WORDS]},
]


@pytest.mark.parametrize("component", COMPONENTS)
def test_hostile_text_of_every_component_is_text(component: dict[str, Any]) -> None:
    assert HOSTILE in seen(discord_html({"components": [component]}))


@pytest.mark.parametrize("front", ["", "# ", "## ", "-# ", "> ", "- ", "1. "])
def test_hostile_content_is_text(front: str) -> None:
    assert seen(discord_html({"content": front + HOSTILE})) == HOSTILE


def test_escaped_text_reads_as_it_was() -> None:
    text = "**a** _b_ `c` ~~d~~ ||e|| [f](https://x.example) <@1> # g"
    assert seen(markdown_html(escape(text))) == text


@pytest.mark.parametrize("around", ["**{}**", "__{}__", "`{}`", "||{}||", "[{}](https://x.example)", "```{}```"])
def test_hostile_styled_content_is_text(around: str) -> None:
    assert seen(discord_html({"content": around.format(HOSTILE)})) == HOSTILE


@pytest.mark.parametrize(
    ("unseen", "message"),
    [
        ("embeds", {"content": "x", "embeds": [{"title": "y"}]}),
        ("type 99", {"components": [{"type": 99}]}),
        ("type 3", {"components": [{"type": ROW, "components": [{"type": 3, "options": []}]}]}),
        ("emoji", {"components": [{**PRESS, "emoji": {"name": "x"}}]}),
        ("accessory type 11", {"components": [{"type": SECTION, "components": [], "accessory": {"type": 11}}]}),
    ],
)
def test_what_is_not_drawn_is_refused_by_name(unseen: str, message: dict[str, Any]) -> None:
    with pytest.raises(Undrawn, match=unseen):
        discord_html(message)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**bold** *it* __u__ ~~no~~", "<div><b>bold</b> <i>it</i> <u>u</u> <s>no</s></div>"),
        (r"**a \* b** \*c\*", "<div><b>a * b</b> *c*</div>"),
        ("a\nb", "<div>a<br>b</div>"),
        ("# big\n-# small", "<h1>big</h1><small>small</small>"),
        ("> one\n> two\nthree", "<blockquote>one<br>two</blockquote><div>three</div>"),
        ("- one\n- two", "<ul><li>one</li><li>two</li></ul>"),
        ("see <https://x.example/a>", '<div>see <a href="https://x.example/a">https://x.example/a</a></div>'),
        ("[it](https://x.example)", '<div><a href="https://x.example">it</a></div>'),
        ("```\n*x*\n```", "<pre>*x*</pre>"),
        ("<@1>", '<div><span class="mention">&lt;@1&gt;</span></div>'),
    ],
)
def test_discords_markup(text: str, html: str) -> None:
    assert markdown_html(text) == html
