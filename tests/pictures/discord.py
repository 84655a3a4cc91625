"""A Discord message as HTML: its text with rows of buttons, or Components V2, which have their text inside."""

from tests.pictures.forms import Draw, Json, Undrawn, draw, drawn, element, plain
from tests.pictures.markdown import markdown_html

ROW, BUTTON, SECTION, TEXT, SEPARATOR, CONTAINER = 1, 2, 9, 10, 14, 17
_BUTTONS = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link"}
_LARGE = 2


def discord_html(message: Json) -> str:
    """The text and the components of a message."""
    unseen = message.keys() - {"content", "components", "flags", "allowed_mentions"}
    if unseen:
        raise Undrawn(f"no picture of {sorted(unseen)} of a message: teach its renderer to draw it")
    text = element("div", markdown_html(message["content"]), "text") if message.get("content") else ""
    return text + _inside(message.get("components", []))


def _inside(components: list[Json]) -> str:
    return "".join(draw(_COMPONENTS, one, "component") for one in components)


def _row(component: Json) -> str:
    drawn(component, "components")
    return element("div", _inside(component["components"]), "row")


def _button(component: Json) -> str:
    drawn(component, "style", "label", "url", "disabled")
    off = " disabled" if component.get("disabled") else ""
    outside = " ↗" if component.get("url") else ""
    return element("span", plain(component["label"]) + outside, f"button {_BUTTONS[component['style']]}{off}")


def _section(component: Json) -> str:
    drawn(component, "components", "accessory")
    beside = draw({BUTTON: _button}, component["accessory"], "accessory")
    return element("div", element("div", _inside(component["components"]), "body") + beside, "section")


def _text(component: Json) -> str:
    drawn(component, "content")
    return element("div", markdown_html(component["content"]), "text")


def _separator(component: Json) -> str:
    drawn(component, "divider", "spacing")
    size = "large" if component.get("spacing") == _LARGE else "small"
    return element("div", "<hr>" if component.get("divider", True) else "", f"separator {size}")


def _container(component: Json) -> str:
    drawn(component, "components", "accent_color", "spoiler")
    colour = component.get("accent_color")
    accent = {} if colour is None else {"style": f"border-left-color: #{colour:06x}"}
    spoiler = " spoiler" if component.get("spoiler") else ""
    return element("div", _inside(component["components"]), f"container{spoiler}", **accent)


_COMPONENTS: dict[int, Draw] = {
    ROW: _row,
    BUTTON: _button,
    SECTION: _section,
    TEXT: _text,
    SEPARATOR: _separator,
    CONTAINER: _container,
}
