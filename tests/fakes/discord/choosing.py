"""What a person can choose: registered commands, their options, a message's controls, a modal's fields.

The client of a person offers only what is there and refuses values that do not fit. A helper that let a test press a
button nobody sees would prove nothing, so each wrong choice here fails the test and names what there was.
"""

from collections.abc import Mapping
from typing import Any

from tests.fakes.discord.command_book import CommandBook
from tests.fakes.discord.command_limits import GROUP, SUBCOMMAND
from tests.fakes.discord.components import BUTTON, LINK_STYLE, ROW, SELECTS, STRING_SELECT, TEXT_INPUT, walk
from tests.fakes.discord.world import Message, User

STRING, INTEGER, BOOLEAN, NUMBER = 3, 4, 5, 10
TYPES: dict[int, tuple[type, ...]] = {STRING: (str,), INTEGER: (int,), BOOLEAN: (bool,), NUMBER: (int, float)}
SHORTEST = {"length": 0, "value": -(2**53)}
LONGEST = {"length": 6000, "value": 2**53}

Json = dict[str, Any]


def command(book: CommandBook, guild_id: int | None, kind: int, name: str) -> Json:
    """The registered command of this type and name."""
    there = [one for one in book.reachable(guild_id) if one["type"] == kind]
    for one in there:
        if one["name"] == name:
            return one
    raise AssertionError(
        f"no command {name!r} of type {kind} is registered; there are {[one['name'] for one in there]}"
    )


def allowed(command_: Json, *, context: int, installed: int, user: User, in_guild: bool) -> None:
    """Whether a person sees the command here: its contexts, installations and permissions."""
    contexts, name = command_["contexts"], command_["name"]
    if contexts is None:
        contexts = [0, 1, 2] if command_.get("dm_permission", True) else [0]
    assert context in contexts, f"{name!r} is not offered in context {context}, only in {contexts}"
    assert installed in command_["integration_types"], f"{name!r} is not offered for installation {installed}"
    needed = int(command_["default_member_permissions"] or 0)
    assert not in_guild or user.permissions & needed == needed, f"{name!r} is hidden from {user.name}"


def options(command_: Json, path: list[str], values: Mapping[str, Any], focused: str | None = None) -> list[Json]:
    """The options as the client sends them, inside the sub-commands of the path."""
    known: list[Json] = command_.get("options") or []
    if path:
        word = path[0]
        nested = [one for one in known if one["type"] in (SUBCOMMAND, GROUP)]
        found = next((one for one in nested if one["name"] == word), None)
        assert found, f"no sub-command {word!r} of {command_['name']!r}; there are {[one['name'] for one in nested]}"
        return [{"name": word, "type": found["type"], "options": options(found, path[1:], values, focused)}]
    assert not any(one["type"] in (SUBCOMMAND, GROUP) for one in known), f"{command_['name']!r} wants a sub-command"
    given = {option["name"]: option for option in known}
    assert values.keys() <= given.keys(), (
        f"{command_['name']!r} has no options {values.keys() - given.keys()}; it has {list(given)}"
    )
    missing = {name for name, option in given.items() if option.get("required")} - values.keys()
    assert focused or not missing, f"{command_['name']!r} needs {missing}"
    return [_option(given[name], value, focused=name == focused) for name, value in values.items()]


def _option(option: Json, value: Any, *, focused: bool) -> Json:
    name, kind = option["name"], option["type"]
    if focused:
        assert option.get("autocomplete"), f"option {name!r} has no autocomplete"
        return {"name": name, "type": kind, "value": value, "focused": True}
    if isinstance(value, User):
        return {"name": name, "type": kind, "value": str(value.id)}
    assert isinstance(value, TYPES.get(kind, (str,))), f"option {name!r} does not take {value!r}"
    choices = [choice["value"] for choice in option.get("choices") or []]
    assert not choices or value in choices, f"option {name!r} offers {choices}, not {value!r}"
    ends = "length" if isinstance(value, str) else "value"
    size = len(value) if isinstance(value, str) else value
    least, most = option.get(f"min_{ends}", SHORTEST[ends]), option.get(f"max_{ends}", LONGEST[ends])
    assert least <= size <= most, f"option {name!r} takes {least} to {most}, not {size}"
    return {"name": name, "type": kind, "value": value}


def control(message: Message, user: User, custom_id: str | None, label: str | None) -> Json:
    """The button or select of a message, found by its id or by its words."""
    assert not message.deleted, "the message is deleted"
    assert message.hidden_from_all_but in (None, user), f"{user.name} does not see this private message"
    there = [one for _, one in walk(message.components) if one["type"] == BUTTON or one["type"] in SELECTS]
    for one in there:
        if one.get("custom_id", "") == custom_id or (
            label is not None and label == one.get("label", one.get("placeholder"))
        ):
            assert not one.get("disabled"), f"{one} is disabled"
            assert one.get("style") != LINK_STYLE or one["type"] != BUTTON, f"{one} is a link"
            return one
    seen = [(one.get("custom_id"), one.get("label", one.get("placeholder"))) for one in there]
    raise AssertionError(f"no control {custom_id or label!r} on this message; there are {seen}")


def selected(select: Json, values: list[str]) -> list[str]:
    """The values, if the select lets them be chosen."""
    assert select["type"] in SELECTS, f"{select} is no select"
    offered = [option["value"] for option in select.get("options") or []]
    assert select["type"] != STRING_SELECT or set(values) <= set(offered), f"{values} are not among {offered}"
    least, most = select["min_values"], select["max_values"]
    assert least <= len(values) <= most, f"{least} to {most} values can be chosen, not {len(values)}"
    return values


def filled_in(modal: Json, values: Mapping[str, Any]) -> list[Json]:
    """The modal's components with what a person wrote, complete as the client sends them."""
    fields = {one["custom_id"] for _, one in walk(modal["components"]) if one.get("custom_id")}
    assert values.keys() <= fields, f"the modal has no fields {values.keys() - fields}; it has {fields}"
    return [_filled(component, index, values) for index, component in enumerate(modal["components"], 1)]


def _filled(component: Json, number: int, values: Mapping[str, Any]) -> Json:
    base = {"type": component["type"], "id": component.get("id") or number}
    if component["type"] == ROW:
        inner = [_field(one, 100 * number + index, values) for index, one in enumerate(component["components"])]
        return {**base, "components": inner}
    if "component" in component:
        return {**base, "component": _field(component["component"], 100 * number, values)}
    return base


def _field(field: Json, number: int, values: Mapping[str, Any]) -> Json:
    name = field["custom_id"]
    base = {"type": field["type"], "id": field.get("id") or number, "custom_id": name}
    if field["type"] != TEXT_INPUT:
        chosen = list(values.get(name, []))
        wanted = field.get("required", True)
        assert chosen or not wanted, f"the modal wants {name!r} chosen"
        return {**base, "values": selected({"min_values": 1, "max_values": 1, **field}, chosen) if chosen else []}
    text = values.get(name, field.get("value") or "")
    assert text or not field.get("required", True), f"the modal wants {name!r} filled in"
    least, most = field.get("min_length") or 0, field.get("max_length") or 4000
    assert not text or least <= len(text) <= most, f"{name!r} takes {least} to {most} characters, not {len(text)}"
    return {**base, "value": text}
