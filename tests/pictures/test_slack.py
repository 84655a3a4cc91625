"""Whatever Slack is sent is drawn as text, or refused."""

from typing import Any

import pytest

from tests.pictures.forms import Undrawn
from tests.pictures.mrkdwn import mrkdwn_html
from tests.pictures.reading import HOSTILE, seen
from tests.pictures.slack import slack_html

WORDS = {"type": "plain_text", "text": HOSTILE}
BUTTON = {"type": "button", "action_id": "a", "text": WORDS, "value": "v", "style": "danger"}
TEXT = {"type": "text", "text": HOSTILE, "style": {"bold": True, "italic": True, "strike": False}}
LINE = {"type": "rich_text_section", "elements": [TEXT]}
BLOCKS: list[dict[str, Any]] = [
    *(
        {"type": "rich_text", "elements": [{"type": kind, "elements": [TEXT]}]}
        for kind in ("rich_text_section", "rich_text_quote", "rich_text_preformatted")
    ),
    {"type": "rich_text", "elements": [{"type": "rich_text_list", "style": "bullet", "elements": [LINE]}]},
    {
        "type": "rich_text",
        "elements": [
            {"type": "rich_text_section", "elements": [{"type": "link", "url": "https://x.example", "text": HOSTILE}]}
        ],
    },
    {
        "type": "rich_text",
        "elements": [{"type": "rich_text_section", "elements": [{"type": "emoji", "name": HOSTILE}]}],
    },
    {"type": "section", "text": WORDS},
    {"type": "section", "text": {"type": "plain_text", "text": "beside"}, "accessory": BUTTON},
    {"type": "section", "fields": [WORDS]},
    {"type": "context", "elements": [WORDS]},
    {"type": "actions", "elements": [BUTTON]},
    {"type": "header", "text": WORDS},
    {"type": "image", "image_url": "https://x.example/a.png", "alt_text": HOSTILE},
]


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: block["type"])
def test_hostile_text_of_every_element_is_text(block: dict[str, Any]) -> None:
    assert HOSTILE in seen(slack_html({"text": "", "blocks": [block]}))


def test_hostile_addresses_stay_in_their_attribute() -> None:
    link = {"type": "link", "url": 'https://x.example/"onmouseover="alert(1)', "text": "here"}
    line = {"type": "rich_text_section", "elements": [link]}
    assert seen(slack_html({"text": "", "blocks": [{"type": "rich_text", "elements": [line]}]})) == "here"


def test_blocks_stand_in_their_order() -> None:
    blocks = [{"type": "header", "text": {"type": "plain_text", "text": word}} for word in ("first", "second")]
    shown = seen(slack_html({"text": "", "blocks": blocks}))
    assert shown.index("first") < shown.index("second")


def test_without_blocks_the_text_is_drawn() -> None:
    assert seen(slack_html({"text": "a &lt;script&gt; b"})) == "a <script> b"


def _rich(element: dict[str, Any]) -> dict[str, Any]:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": [element]}]}


@pytest.mark.parametrize(
    ("unseen", "block"),
    [
        ("hologram", {"type": "hologram"}),
        ("colour", {"type": "divider", "colour": "red"}),
        ("datepicker", {"type": "actions", "elements": [{"type": "datepicker", "action_id": "a"}]}),
        ("hologram", {"type": "rich_text", "elements": [{"type": "hologram", "elements": []}]}),
        ("broadcast", _rich({"type": "broadcast", "range": "here"})),
        ("underline", _rich({"type": "text", "text": "x", "style": {"underline": True}})),
        ("size", {"type": "context", "elements": [{"type": "mrkdwn", "text": "x", "size": 3}]}),
    ],
)
def test_what_is_not_drawn_is_refused_by_name(unseen: str, block: dict[str, Any]) -> None:
    with pytest.raises(Undrawn, match=unseen):
        slack_html({"text": "", "blocks": [block]})


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a *bold* b", "<div>a <b>bold</b> b</div>"),
        ("_it *both*_ ~no~", "<div><i>it <b>both</b></i> <s>no</s></div>"),
        ("2*3*4", "<div>2*3*4</div>"),
        ("`<b>`", "<div><code>&lt;b&gt;</code></div>"),
        ("a\n&gt; said\nb", "<div>a</div><blockquote>said</blockquote><div>b</div>"),
        ("<https://x.example|there>", '<div><a href="https://x.example">there</a></div>'),
        ("<@U1> <!here>", '<div><span class="mention">@U1</span> <span class="mention">!here</span></div>'),
        ("```x\n*y*```", "<pre>x<br>*y*</pre>"),
    ],
)
def test_slacks_markup(text: str, html: str) -> None:
    assert mrkdwn_html(text) == html
