"""Discord's own OpenAPI description as the judge of every request, and of this server's own answers.

Where the folder of oracles is not there, nothing is judged by it and the limits in `limits` are all that bites.

The description writes ids as strings, while the platform's reference says that it takes them as integers too, and the
library sends integers (the message a reply refers to). Such a request passes, and its operation is remembered.
"""

import copy
import json
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from tests.fakes.discord.errors import Problem
from tests.fakes.schema import Schema

FILE = Path(__file__).parents[4] / "shared" / "oracles" / "discord-openapi.json"


class Judge(Protocol):
    """Who finds what is wrong with a request's body and with an answer; this module is the true one."""

    def request_problems(self, operation: str, body: Any) -> tuple[list[Problem], bool]:
        """See the function of this name."""

    def answer_problems(self, operation: str, status: int, body: Any) -> list[Problem]:
        """See the function of this name."""


class NothingWrong:
    """A judge that takes everything: for measuring a bot without the time that the true judge takes."""

    def request_problems(self, operation: str, body: Any) -> tuple[list[Problem], bool]:  # noqa: ARG002 - a `Judge`
        return [], False

    def answer_problems(self, operation: str, status: int, body: Any) -> list[Problem]:  # noqa: ARG002 - a `Judge`
        return []


CODES = {
    "maxLength": "BASE_TYPE_BAD_LENGTH",
    "minLength": "BASE_TYPE_BAD_LENGTH",
    "maxItems": "BASE_TYPE_BAD_LENGTH",
    "minItems": "BASE_TYPE_BAD_LENGTH",
    "required": "BASE_TYPE_REQUIRED",
    "enum": "BASE_TYPE_CHOICES",
    "maximum": "NUMBER_TYPE_MAX",
    "minimum": "NUMBER_TYPE_MIN",
}


def available() -> bool:
    return FILE.is_file()


@cache
def _description() -> dict[str, Any]:
    described: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return described


@cache
def _schemas(*, integers: bool) -> dict[str, Any]:
    schemas: dict[str, Any] = copy.copy(_description()["components"]["schemas"])
    if integers:
        schemas["SnowflakeType"] = {"type": ["string", "integer"], "pattern": "^(0|[1-9][0-9]*)$", "minimum": 0}
    return schemas


def _judge(schema: dict[str, Any], *, integers: bool = False) -> Schema:
    return Schema({**schema, "components": {"schemas": _schemas(integers=integers)}}, Draft202012Validator)


def _operation(operation: str) -> dict[str, Any]:
    method, _, path = operation.partition(" ")
    found: dict[str, Any] = _description()["paths"].get(path, {}).get(method.lower(), {})
    return found


@cache
def _request_judge(operation: str, *, integers: bool) -> Schema | None:
    content = _operation(operation).get("requestBody", {}).get("content", {})
    return _judge(content["application/json"]["schema"], integers=integers) if content else None


@cache
def _answer_judge(operation: str, status: str) -> Schema | None:
    content = _operation(operation).get("responses", {}).get(status, {}).get("content", {})
    return _judge(content["application/json"]["schema"]) if content else None


def request_problems(operation: str, body: Any) -> tuple[list[Problem], bool]:
    """What the description finds wrong in a body, and whether it passes only by taking integers for ids."""
    if not available():
        return [], False
    strict = _request_judge(operation, integers=False)
    if strict is None or not strict.errors(body):
        return [], False
    lenient = _request_judge(operation, integers=True)
    assert lenient is not None
    errors = lenient.errors(body)
    return [_problem(error) for error in errors], not errors


def answer_problems(operation: str, status: int, body: Any) -> list[Problem]:
    """What the description finds wrong in an answer of this server."""
    judge = _answer_judge(operation, str(status)) if available() else None
    return [] if judge is None else [_problem(error) for error in judge.errors(body)]


def knows(operation: str) -> bool:
    """Whether the description has this operation."""
    return bool(_operation(operation))


def _problem(error: ValidationError) -> Problem:
    deepest = _deepest(error)
    words = deepest.message if len(deepest.message) < 300 else f"{deepest.message[:300]}…"
    return Problem(tuple(deepest.absolute_path), CODES.get(str(deepest.validator), "BASE_TYPE_INVALID"), words)


def _deepest(error: ValidationError) -> ValidationError:
    """The error a reader wants: inside the one alternative that the value's `type` chose."""
    while error.context:
        branches = list(_branches(error.context))
        chosen = [branch for branch in branches if not any(_other_type(one) for one in branch)] or branches
        error = min(max(chosen, key=lambda branch: max(len(one.absolute_path) for one in branch)), key=_rank)
    return error


def _rank(error: ValidationError) -> int:
    return -len(error.absolute_path)


def _branches(context: Iterable[ValidationError]) -> Iterator[list[ValidationError]]:
    grouped: dict[Any, list[ValidationError]] = {}
    for error in context:
        grouped.setdefault(error.schema_path[0], []).append(error)
    return iter(grouped.values())


def _other_type(error: ValidationError) -> bool:
    return error.validator == "enum" and bool(error.path) and error.path[-1] == "type" and len(error.path) == 1
