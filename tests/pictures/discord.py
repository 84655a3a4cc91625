"""A Discord message as HTML: its text with rows of buttons, or Components V2, which have their text inside."""

from tests.pictures.forms import Draw, Json, Undrawn, draw, drawn, element, plain
from tests.pictures.markdown import markdown_html

ROW, BUTTON, SELECT, TYPED, PEOPLE, SECTION, TEXT, SEPARATOR, CONTAINER, LABEL = 1, 2, 3, 4, 5, 9, 10, 14, 17, 18
_BUTTONS = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link"}
_LARGE = 2


def discord_html(message: Json) -> str:
    """The text and the components of a message."""
    unseen = message.keys() - {"content", "components", "flags", "allowed_mentions"}
    if unseen:
        raise Undrawn(f"no picture of {sorted(unseen)} of a message: teach its renderer to draw it")
    text = element("div", markdown_html(message["content"]), "text") if message.get("content") else ""
    return text + _inside(message.get("components", []))


def discord_modal_html(modal: Json) -> str:
    """A form: its title, its fields, and the buttons that close it, in the words of Discord's own client."""
    unseen = modal.keys() - {"title", "components", "custom_id"}
    if unseen:
        raise Undrawn(f"no picture of {sorted(unseen)} of a form: teach its renderer to draw it")
    ends = element("span", "Cancel", "button secondary") + element("span", "Submit", "button primary")
    return element("h2", plain(modal["title"])) + _inside(modal["components"]) + element("div", ends, "row")


def _label(component: Json) -> str:
    drawn(component, "label", "description", "component")
    optional = "" if component["component"].get("required", True) else " (optional)"
    hint = element("small", plain(component["description"])) if component.get("description") else ""
    inside = draw({TYPED: _typed, SELECT: _select}, component["component"], "component")
    return element("div", element("b", plain(component["label"]) + optional) + hint + inside, "label")


def _typed(component: Json) -> str:
    drawn(component, "style", "value", "required", "min_length", "max_length", "placeholder", "label")
    return element("div", plain(component.get("value") or component.get("placeholder") or " "), "field")


def _select(component: Json) -> str:
    drawn(component, "options", "required", "min_values", "max_values", "placeholder", "disabled")
    chosen = [one["label"] for one in component["options"] if one.get("default")]
    return element("div", plain(", ".join(chosen) or component.get("placeholder") or " ") + " ⌄", "field")


def _people(component: Json) -> str:
    drawn(component, "min_values", "max_values", "placeholder", "disabled", "required")
    return element("div", plain(component["placeholder"]) + " ⌄", "field")


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
    PEOPLE: _people,
    LABEL: _label,
}
