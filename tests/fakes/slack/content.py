"""What a message, a view and a list of options must be to be taken.

Slack takes a message of blocks alone and only warns; here that is noted as a violation, because the text is all that
a notification and a screen reader get.
"""

import json
from collections.abc import Collection
from dataclasses import dataclass

from .blocks import MOST_CHARACTERS, Judge, accepted, decoded, problems_of, stamped
from .ids import Ids
from .limits import length_problems
from .oracle import view_problems
from .values import Breach, Json

MOST_UPDATED = 4_000
MOST_ATTACHMENTS = 100
MOST_OPTIONS = 100
LARGEST_VIEW = 250_000


@dataclass(frozen=True, slots=True)
class Content:
    """A message as Slack keeps it, and what Slack only warns of."""

    text: str
    blocks: list[Json]
    warnings: tuple[str, ...] = ()


def message(
    fields: Json,
    ids: Ids,
    unknown: Collection[str] = (),
    most: int = MOST_CHARACTERS,
    judge: Judge = problems_of,
) -> Content:
    """The content of a message, or the breach that keeps Slack from taking it."""
    text = _text(fields, most)
    blocks = accepted(fields["blocks"], ids, unknown, judge) if fields.get("blocks") else []
    attached = [
        text_of for one in _attachments(fields) if (text_of := str(one.get("text") or one.get("fallback") or ""))
    ]
    for attachment in _attachments(fields):
        if attachment.get("blocks"):
            blocks += accepted(attachment["blocks"], ids, unknown, judge)
    if not (text.strip() or blocks or attached):
        raise Breach("no_text")
    if fields.get("metadata"):
        _check_metadata(fields["metadata"])
    warnings = () if text.strip() else ("missing_fallback_text",)
    return Content(text or "\n".join(attached), blocks, warnings)


def view(value: object, ids: Ids, kind: str) -> Json:
    """A view as Slack keeps it; `kind` is what the method opens, `modal` or `home`."""
    if isinstance(value, str):
        try:
            value = json.loads(value)
        except ValueError:
            raise Breach("invalid_arguments", "must be valid json [json-pointer:/view]") from None
    if not isinstance(value, dict):
        raise Breach("invalid_arguments", "must provide an object [json-pointer:/view]")
    problems = _view_problems(value, kind)
    if problems:
        raise Breach("invalid_arguments", *problems)
    if len(json.dumps(value)) > LARGEST_VIEW:
        raise Breach("view_too_large")
    return {**value, "blocks": stamped(value["blocks"], ids)}


def options(payload: Json) -> list[Json]:
    """The options with which a bot answers a picker."""
    if not isinstance(payload.get("options", payload.get("option_groups")), list):
        raise Breach("invalid_options", "options or option_groups must be a list")
    if payload.get("options") == []:
        return []
    problems = length_problems({"type": "static_select", **payload}, "")
    groups = payload.get("option_groups", [payload])
    found = [option for group in groups for option in group.get("options", [])]
    for option in found:
        text = option.get("text", {})
        if text.get("type") != "plain_text" or not isinstance(option.get("value"), str):
            problems.append(f"an option needs a plain_text and a value: {option}")
    if problems:
        raise Breach("invalid_options", *problems)
    return found


def _text(fields: Json, most: int) -> str:
    text, markdown = fields.get("text"), fields.get("markdown_text")
    if markdown and (text or fields.get("blocks")):
        raise Breach("markdown_text_conflict")
    words = markdown or text or ""
    if not isinstance(words, str):
        raise Breach("invalid_arguments", "must be a string [json-pointer:/text]")
    if len(words) > most:
        raise Breach("msg_too_long", f"{len(words)} characters, {most} are allowed")
    return words


def _attachments(fields: Json) -> list[Json]:
    value = fields.get("attachments") or []
    found = decoded(value)
    if len(found) > MOST_ATTACHMENTS:
        raise Breach("too_many_attachments")
    return found


def _check_metadata(value: object) -> None:
    metadata = json.loads(value) if isinstance(value, str) else value
    if not isinstance(metadata, dict) or not {"event_type", "event_payload"} <= metadata.keys():
        raise Breach("invalid_metadata_format")


def _view_problems(value: Json, kind: str) -> list[str]:
    problems = [f"must be {kind} [json-pointer:/view/type]"] if value.get("type") != kind else []
    if kind == "modal" and not value.get("title"):
        problems.append("missing required field: title [json-pointer:/view]")
    blocks = value.get("blocks")
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        return [*problems, "missing required field: blocks [json-pointer:/view]"]
    asks = any(block.get("type") == "input" for block in blocks)
    if kind == "modal" and asks and not value.get("submit"):
        problems.append("missing required field: submit; there are input blocks [json-pointer:/view]")
    problems += [
        f"must be plain_text [json-pointer:/view/{key}]"
        for key in ("title", "submit", "close")
        if not _plain(value.get(key))
    ]
    return [*problems, *view_problems(value), *problems_of(blocks, "/view/blocks", kind)]


def _plain(value: object) -> bool:
    return value is None or (isinstance(value, dict) and value.get("type") == "plain_text")
