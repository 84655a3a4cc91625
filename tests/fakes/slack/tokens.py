"""Who calls: tokens with the workspace and the kind of access that they stand for, and what became of them."""

from dataclasses import dataclass
from typing import Literal

from .ids import Ids
from .values import Breach, Refusal
from .workspace import Workspace

State = Literal["live", "token_revoked", "account_inactive", "invalid_auth"]


@dataclass(slots=True)
class Grant:
    """A token's meaning."""

    workspace: Workspace
    app_level: bool
    state: State = "live"


class Tokens:
    """All tokens that were ever given out, and the codes that can be exchanged for one."""

    def __init__(self, ids: Ids) -> None:
        self._ids = ids
        self._grants: dict[str, Grant] = {}
        self._codes: dict[str, Workspace] = {}

    def issue(self, workspace: Workspace, *, app_level: bool = False) -> str:
        """A new token."""
        token = self._ids.token("xapp-1" if app_level else "xoxb")
        self._grants[token] = Grant(workspace, app_level)
        return token

    def end(self, token: str, state: State = "token_revoked") -> None:
        """From now on the token is answered with this error; `live` makes it good again."""
        self._grants[token].state = state

    def end_all(self, workspace: Workspace, state: State = "token_revoked") -> None:
        """The bot's tokens of a workspace are good no more."""
        for found in self._grants.values():
            if found.workspace is workspace and not found.app_level:
                found.state = state

    def grant(self, token: str | None, *, app_level: bool = False) -> Grant:
        """What a token stands for, or the refusal."""
        if not token:
            raise Breach("not_authed")
        found = self._grants.get(token)
        if found is None:
            raise Refusal("invalid_auth")
        if found.state != "live":
            raise Refusal(found.state)
        if found.app_level != app_level:
            raise Breach("not_allowed_token_type")
        return found

    def code(self, workspace: Workspace) -> str:
        """A code as it comes back from the page on which a person allows the app."""
        code = self._ids.new("code")
        self._codes[code] = workspace
        return code

    def exchange(self, code: str) -> Workspace:
        """The workspace of a code, once."""
        workspace = self._codes.pop(code, None)
        if workspace is None:
            raise Refusal("invalid_code")
        return workspace
