"""How long and how many: the limits of blocks and elements that no schema knows.

Each rule names a place inside an object of one type (`*` is each item of a list) with the least and the most; the
numbers are those of Slack's reference as slack_sdk's models and `slackblocks` carry them, and a test compares them.
"""

from collections.abc import Iterator
from typing import Any

from .values import Json

Rules = dict[str, tuple[int, int]]

_OPTIONS: Rules = {
    "options": (1, 100),
    "options.*.text.text": (1, 75),
    "options.*.value": (1, 150),
    "options.*.description.text": (1, 75),
    "options.*.url": (1, 3000),
    "option_groups": (1, 100),
    "option_groups.*.label.text": (1, 75),
    "option_groups.*.options": (1, 100),
    "option_groups.*.options.*.text.text": (1, 75),
    "option_groups.*.options.*.value": (1, 150),
}
_FEW: Rules = _OPTIONS | {"options": (1, 10)}

EVERYWHERE: Rules = {
    "block_id": (1, 255),
    "action_id": (1, 255),
    "placeholder.text": (1, 150),
    "confirm.title.text": (1, 100),
    "confirm.text.text": (1, 300),
    "confirm.confirm.text": (1, 30),
    "confirm.deny.text": (1, 30),
    "accessibility_label": (1, 75),
}

LIMITS: dict[str, Rules] = {
    "plain_text": {"text": (1, 3000)},
    "mrkdwn": {"text": (1, 3000)},
    "text": {"text": (1, 12000)},
    "link": {"url": (1, 3000)},
    "raw_text": {"text": (1, 12000)},
    "raw_number": {"text": (1, 12000)},
    "section": {"text.text": (1, 3000), "fields": (1, 10), "fields.*.text": (1, 2000)},
    "header": {"text.text": (1, 150)},
    "context": {"elements": (1, 10)},
    "context_actions": {"elements": (1, 5)},
    "actions": {"elements": (1, 25)},
    "rich_text": {"elements": (1, 1000)},
    "markdown": {"text": (1, 12000)},
    "alert": {"text.text": (1, 200)},
    "input": {"label.text": (1, 2000), "hint.text": (1, 2000)},
    "image": {"image_url": (1, 3000), "alt_text": (1, 2000), "title.text": (1, 2000)},
    "video": {"title.text": (1, 199), "author_name": (1, 49), "description.text": (1, 200)},
    "table": {"rows": (1, 100), "rows.*": (1, 20), "column_settings": (1, 20)},
    "data_table": {"rows": (2, 201), "rows.*": (1, 20), "caption": (1, 3000)},
    "data_visualization": {
        "title": (1, 50),
        "chart.series": (1, 12),
        "chart.series.*.name": (1, 20),
        "chart.series.*.data": (1, 20),
        "chart.series.*.data.*.label": (1, 20),
        "chart.segments": (1, 12),
        "chart.segments.*.label": (1, 20),
        "chart.axis_config.categories": (1, 20),
        "chart.axis_config.categories.*": (1, 20),
        "chart.axis_config.x_label": (1, 50),
        "chart.axis_config.y_label": (1, 50),
    },
    "card": {"title.text": (1, 150), "subtitle.text": (1, 150), "body.text": (1, 200), "actions": (1, 3)},
    "carousel": {"elements": (1, 10)},
    "container": {"title.text": (1, 150), "subtitle.text": (1, 150), "child_blocks": (1, 10)},
    "plan": {"tasks": (1, 50)},
    "button": {"text.text": (1, 75), "value": (0, 2000), "url": (1, 3000)},
    "icon_button": {"value": (0, 2000), "visible_to_user_ids": (1, 10)},
    "feedback_buttons": {
        "positive_button.text.text": (1, 75),
        "positive_button.value": (1, 2000),
        "positive_button.accessibility_label": (1, 75),
        "negative_button.text.text": (1, 75),
        "negative_button.value": (1, 2000),
        "negative_button.accessibility_label": (1, 75),
    },
    "static_select": _OPTIONS,
    "multi_static_select": _OPTIONS,
    "overflow": _OPTIONS | {"options": (1, 5)},
    "checkboxes": _FEW,
    "radio_buttons": _FEW,
}


def objects(value: object, pointer: str) -> Iterator[tuple[str, Json]]:
    """Every object inside a value with its JSON pointer, outer ones first."""
    if isinstance(value, dict):
        yield pointer, value
        for key, inner in value.items():
            yield from objects(inner, f"{pointer}/{key}")
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from objects(inner, f"{pointer}/{index}")


def length_problems(value: object, pointer: str) -> list[str]:
    """What is too short or too long inside a value, worded as Slack words it."""
    problems = []
    for place, found in objects(value, pointer):
        rules = EVERYWHERE | LIMITS.get(str(found.get("type")), {})
        for path, (least, most) in rules.items():
            for where, measured in _at(found, path.split("."), place):
                problems += _judged(where, measured, least, most)
    return problems


def _at(value: Any, path: list[str], pointer: str) -> Iterator[tuple[str, str | list[Any]]]:
    if not path:
        if isinstance(value, (str, list)):
            yield pointer, value
        return
    step, *rest = path
    if step == "*" and isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _at(inner, rest, f"{pointer}/{index}")
    elif isinstance(value, dict) and value.get(step) is not None:
        yield from _at(value[step], rest, f"{pointer}/{step}")


def _judged(pointer: str, value: str | list[Any], least: int, most: int) -> list[str]:
    unit = "characters" if isinstance(value, str) else "items"
    if len(value) < least:
        return [f"must be more than {least - 1} {unit} [json-pointer:{pointer}]"]
    if len(value) > most:
        return [f"must be less than {most + 1} {unit} [json-pointer:{pointer}]"]
    return []
