"""The structure of blocks, judged by two who know it better than a fake: Slack's types and the genuine models.

The schema lies beside the project (`../shared/oracles`) and is generated from Slack's own types. Where the folder is
missing, `missing()` says so for a test to skip; the models of slack_sdk judge in any case.
"""

import copy
import functools
import json
from pathlib import Path

from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match
from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from tests.fakes.schema import Schema

from .values import Json

SCHEMA = Path(__file__).parents[4] / "shared" / "oracles" / "slack-known-block.schema.json"
BEYOND_THE_SCHEMA = frozenset({"data_visualization"})  # newer than the schema's types
_MODELLED = frozenset(str(getattr(kind, "type", None)) for kind in Block.__subclasses__())
_MALFORMED = (SlackObjectFormationError, AttributeError, KeyError, TypeError, ValueError)


def missing() -> str | None:
    """Why the schema cannot judge here, if it cannot."""
    return None if SCHEMA.exists() else f"{SCHEMA} is not there"


def structure_problems(block: Json, pointer: str) -> list[str]:
    """What is wrong with the form of one block."""
    kind = block.get("type")
    known = _validators()
    if kind in known:
        return _schema_problems(known[str(kind)], block, pointer) or _model_problems(block, pointer)
    if known and kind not in BEYOND_THE_SCHEMA:
        return [f"unsupported type: {kind} [json-pointer:{pointer}/type]"]
    return _model_problems(block, pointer)


def view_problems(view: Json) -> list[str]:
    """What slack_sdk's model of a view finds wrong with it; its blocks are judged one by one elsewhere."""
    try:
        View(**{**view, "blocks": [{"type": "divider"}] if view.get("blocks") else []}).validate_json()
    except _MALFORMED as error:
        return [f"{error} [json-pointer:/view]"]
    return []


@functools.cache
def _validators() -> dict[str, Schema]:
    """A validator for each type of block, so that an error names the block's own field."""
    if missing():
        return {}
    definitions = json.loads(SCHEMA.read_text())["definitions"]
    found = {}
    for branch in definitions["KnownBlock"]["anyOf"]:
        name = branch["$ref"].rpartition("/")[2]
        first = definitions[name].get("anyOf", [definitions[name]])[0]
        kind = first["properties"]["type"]["const"]
        found[kind] = Schema({"$ref": f"#/definitions/{name}", "definitions": definitions}, Draft7Validator)
    return found


def _schema_problems(schema: Schema, block: Json, pointer: str) -> list[str]:
    error = best_match(schema.errors(block))
    if error is None:
        return []
    place = "/".join((pointer, *(str(step) for step in error.absolute_path)))
    return [f"{error.message[:300]} [json-pointer:{place}]"]


def _model_problems(block: Json, pointer: str) -> list[str]:
    if block.get("type") not in _MODELLED:
        return []
    try:
        parsed = Block.parse(copy.deepcopy(block))
        if parsed is not None:
            parsed.to_dict()
    except _MALFORMED as error:
        return [f"{error} [json-pointer:{pointer}]"]
    return []
