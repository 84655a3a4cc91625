"""Refusals as the platform words them: a status, a code and, for a bad form, the place of each problem."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

INVALID_FORM = 50035

KNOWN: dict[int, tuple[int, str]] = {
    0: (401, "401: Unauthorized"),
    10003: (404, "Unknown Channel"),
    10004: (404, "Unknown Guild"),
    10008: (404, "Unknown Message"),
    10013: (404, "Unknown User"),
    10015: (404, "Unknown Webhook"),
    10062: (404, "Unknown interaction"),
    10063: (404, "Unknown application command"),
    40060: (400, "Interaction has already been acknowledged."),
    50001: (403, "Missing Access"),
    50003: (403, "Cannot execute action on a DM channel"),
    50005: (403, "Cannot edit a message authored by another user"),
    50006: (400, "Cannot send an empty message"),
    50007: (403, "Cannot send messages to this user"),
    50013: (403, "Missing Permissions"),
    50027: (401, "Invalid Webhook Token"),
    INVALID_FORM: (400, "Invalid Form Body"),
    50109: (400, "The request body contains invalid JSON."),
}


@dataclass
class ApiError(Exception):
    """An answer that is no success; handlers raise it."""

    status: int
    code: int
    message: str
    extra: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)

    def body(self) -> dict[str, Any]:
        return {"message": self.message, "code": self.code, **self.extra}


@dataclass(frozen=True)
class Problem:
    """One thing wrong in a form: where, the platform's code for it, and words."""

    path: tuple[str | int, ...]
    code: str
    message: str

    def under(self, *prefix: str | int) -> "Problem":
        return Problem((*prefix, *self.path), self.code, self.message)

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path)) or 'body'}: {self.message} [{self.code}]"


def refused(code: int) -> ApiError:
    """The platform's refusal of this code."""
    status, message = KNOWN[code]
    return ApiError(status, code, message)


def invalid_form(problems: Iterable[Problem]) -> ApiError:
    """50035: each problem stands at its place in a tree shaped like the form."""
    tree: dict[str, Any] = {}
    for problem in problems:
        place = tree
        for step in problem.path:
            place = place.setdefault(str(step), {})
        place.setdefault("_errors", []).append({"code": problem.code, "message": problem.message})
    return ApiError(400, INVALID_FORM, "Invalid Form Body", {"errors": tree})
