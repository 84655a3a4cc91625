"""Components of a message or a modal: walking them, and the form in which the platform gives them back.

The platform numbers every component and fills in what was left out; the library reads some of those fields without
asking whether they are there, so an echo of the request would not do.
"""

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
USER_SELECT = 5
SELECTS = frozenset({3, 5, 6, 7, 8})
SECTION, TEXT_DISPLAY, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER, LABEL = 9, 10, 11, 12, 13, 14, 17, 18
LINK_STYLE, PREMIUM_STYLE = 5, 6

Path = tuple[str | int, ...]


def children(component: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """What stands inside a component, each with its place in it."""
    for index, child in enumerate(component.get("components") or []):
        yield ("components", index), child
    for key in ("accessory", "component"):
        if isinstance(component.get(key), dict):
            yield (key,), component[key]


def walk(components: Iterable[dict[str, Any]], at: Path = ("components",)) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every component at any depth, in reading order, with its place."""
    for index, component in enumerate(components):
        yield from _walk_one((*at, index), component)


def _walk_one(at: Path, component: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    yield at, component
    for step, child in children(component):
        yield from _walk_one((*at, *step), child)


def texts(components: Iterable[dict[str, Any]]) -> list[str]:
    """The texts of all text displays."""
    return [str(one["content"]) for _, one in walk(components) if one["type"] == TEXT_DISPLAY]


def medium(sent: dict[str, Any]) -> dict[str, Any]:
    """A picture or file that was named by its address."""
    return {"id": "1", "url": sent["url"], "proxy_url": sent["url"], "width": None, "height": None}


DEFAULTS: dict[int, dict[str, Any]] = {
    STRING_SELECT: {"min_values": 1, "max_values": 1},
    THUMBNAIL: {"description": None, "spoiler": False},
    FILE: {"spoiler": False, "name": None, "size": None},
    SEPARATOR: {"spacing": 1, "divider": True},
    CONTAINER: {"accent_color": None, "spoiler": False},
    **{kind: {"min_values": 1, "max_values": 1} for kind in SELECTS},
}
MAY_BE_NULL = frozenset({"accent_color", "description", "name", "size", "url"})


def given_back(components: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The components as the platform answers them: numbered and complete."""
    listed = list(components)
    taken = {one["id"] for _, one in walk(listed) if one.get("id")}
    free = (number for number in itertools.count(1) if number not in taken)
    return [_complete(component, free) for component in listed]


def _complete(component: dict[str, Any], free: Iterator[int]) -> dict[str, Any]:
    kind = component["type"]
    given = {key: value for key, value in component.items() if value is not None or key in MAY_BE_NULL}
    whole = {**DEFAULTS.get(kind, {}), **given}
    whole["id"] = component.get("id") or next(free)
    for key in ("accessory", "component"):
        if key in whole:
            whole[key] = _complete(whole[key], free)
    if "components" in whole:
        whole["components"] = [_complete(child, free) for child in whole["components"]]
    if "media" in whole:
        whole["media"] = medium(whole["media"])
    if "file" in whole:
        whole["file"] = medium(whole["file"])
    if kind == GALLERY:
        whole["items"] = [
            {"description": None, "spoiler": False, **item, "media": medium(item["media"])} for item in whole["items"]
        ]
    return whole
