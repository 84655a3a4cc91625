"""A Slack message of blocks as HTML."""

from tests.pictures.forms import Draw, Json, Undrawn, draw, drawn, element, plain
from tests.pictures.mrkdwn import mrkdwn_html

_STYLES = {"bold": "b", "italic": "i", "strike": "s", "code": "code"}


def slack_html(message: Json) -> str:
    """The blocks of a message; the text where it has none, as Slack shows it."""
    blocks = message.get("blocks")
    if not blocks:
        return element("div", mrkdwn_html(message["text"]), "block")
    return "".join(element("div", draw(_BLOCKS, block, "block"), f"block {block['type']}") for block in blocks)


def slack_modal_html(view: Json) -> str:
    """A modal: its title, its blocks, and the buttons that close it."""
    unseen = view.keys() - {"type", "title", "blocks", "submit", "close", "private_metadata", "callback_id"}
    if unseen:
        raise Undrawn(f"no picture of {sorted(unseen)} of a modal: teach its renderer to draw it")
    blocks = "".join(
        element("div", draw(_BLOCKS, block, "block"), f"block {block['type']}") for block in view["blocks"]
    )
    ends = "".join(element("span", _words(view[name]), "button") for name in ("close", "submit") if name in view)
    return element("h1", _words(view["title"])) + blocks + element("div", ends, "actions")


def _input(block: Json) -> str:
    drawn(block, "label", "element", "optional", "hint")
    optional = " (optional)" if block.get("optional") else ""
    hint = element("div", _words(block["hint"]), "context") if "hint" in block else ""
    return element("b", _words(block["label"]) + optional) + draw(_ELEMENTS, block["element"], "element") + hint


def _typed(value: Json) -> str:
    drawn(value, "multiline", "initial_value", "max_length")
    return element("div", plain(value.get("initial_value") or " "), "field")


def _picked(value: Json) -> str:
    drawn(value, "placeholder")
    return element("span", _words(value["placeholder"]) + " ⌄", "button")


def _rich_text(block: Json) -> str:
    drawn(block, "elements")
    return "".join(draw(_RICH, part, "rich text") for part in block["elements"])


def _rich(tag: str) -> Draw:
    def part(value: Json) -> str:
        drawn(value, "elements")
        return element(tag, _inline(value))

    return part


def _inline(value: Json) -> str:
    return "".join(draw(_INLINE, one, "rich text") for one in value["elements"])


def _list(value: Json) -> str:
    drawn(value, "elements", "style", "indent")
    inside = "".join(element("li", _inline(one)) for one in value["elements"])
    return element("ol" if value["style"] == "ordered" else "ul", inside, f"indent{value.get('indent', 0)}")


def _text(value: Json) -> str:
    drawn(value, "text", "style")
    return _styled(plain(value["text"]), value)


def _link(value: Json) -> str:
    drawn(value, "url", "text", "style", "unsafe")
    return _styled(element("a", plain(value.get("text") or value["url"]), href=value["url"]), value)


def _emoji(value: Json) -> str:
    drawn(value, "name", "unicode")
    if "unicode" in value:
        return "".join(chr(int(point, 16)) for point in value["unicode"].split("-"))
    return plain(f":{value['name']}:")


def _user(value: Json) -> str:
    drawn(value, "user_id")
    return element("span", plain(f"@{value['user_id']}"), "mention")


def _styled(html: str, value: Json) -> str:
    for name, wanted in value.get("style", {}).items():
        if name not in _STYLES:
            raise Undrawn(f"no picture of the style {name!r}: teach its renderer to draw it")
        html = element(_STYLES[name], html) if wanted else html
    return html


def _section(block: Json) -> str:
    drawn(block, "text", "fields", "accessory", "expand")
    parts = [element("div", _words(block["text"]), "words")] if "text" in block else []
    fields = "".join(element("div", _words(one)) for one in block.get("fields", []))
    parts += [element("div", fields, "fields")] if fields else []
    beside = draw(_ELEMENTS, block["accessory"], "element") if "accessory" in block else ""
    return element("div", "".join(parts), "body") + beside


def _context(block: Json) -> str:
    drawn(block, "elements")
    return "".join(_image(one) if one["type"] == "image" else _words(one) for one in block["elements"])


def _actions(block: Json) -> str:
    drawn(block, "elements")
    return "".join(draw(_ELEMENTS, one, "element") for one in block["elements"])


def _header(block: Json) -> str:
    drawn(block, "text")
    return element("h1", _words(block["text"]))


def _divider(block: Json) -> str:
    drawn(block)
    return "<hr>"


def _image(block: Json) -> str:
    drawn(block, "image_url", "alt_text", "title")
    title = element("div", _words(block["title"]), "title") if "title" in block else ""
    return f"{title}{element('div', plain(block['alt_text']), 'picture', title=block['image_url'])}"


def _button(value: Json) -> str:
    drawn(value, "text", "style", "url", "accessibility_label")
    return element("span", _words(value["text"]), f"button {value.get('style', '')}")


def _select(value: Json) -> str:
    drawn(value, "options", "initial_option", "placeholder")
    chosen = value.get("initial_option", {}).get("text") or value.get("placeholder")
    return element("span", (_words(chosen) if chosen else "") + " ⌄", "button")


def _words(value: Json) -> str:
    drawn(value, "text", "emoji", "verbatim")
    return draw(_WORDS, value, "text")


_WORDS: dict[str, Draw] = {
    "plain_text": lambda value: plain(value["text"]),
    "mrkdwn": lambda value: mrkdwn_html(value["text"]),
}
_ELEMENTS: dict[str, Draw] = {
    "button": _button,
    "image": _image,
    "static_select": _select,
    "plain_text_input": _typed,
    "users_select": _picked,
}
_INLINE: dict[str, Draw] = {"text": _text, "link": _link, "emoji": _emoji, "user": _user}
_RICH: dict[str, Draw] = {
    "rich_text_section": _rich("p"),
    "rich_text_quote": _rich("blockquote"),
    "rich_text_preformatted": _rich("pre"),
    "rich_text_list": _list,
}
_BLOCKS: dict[str, Draw] = {
    "rich_text": _rich_text,
    "section": _section,
    "context": _context,
    "actions": _actions,
    "header": _header,
    "divider": _divider,
    "image": _image,
    "input": _input,
}
