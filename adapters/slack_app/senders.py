"""What sends in each workspace, one a token: the answers there and the digests keep the pace of a channel together.

The token of the one workspace is known from the start, those of many are looked up when they are wanted, as any of
them may have changed in another process.
"""

from collections.abc import Callable

from adapters.slack_app.installing import Installations
from adapters.slack_app.sending import Sender


class Senders:
    """The senders of this process."""

    def __init__(self, make: Callable[[str], Sender]) -> None:
        """`make` makes what sends with a token."""
        self._make = make
        self._made: dict[str, Sender] = {}
        self._tokens: dict[str, str] = {}
        self._installations: Installations | None = None

    def knows(self, team: str, token: str) -> None:
        """There is one workspace, which is this."""
        self._tokens[team] = token

    def asks(self, installations: Installations) -> None:
        """There are as many workspaces as have installed the app."""
        self._installations = installations

    def with_token(self, token: str) -> Sender:
        """The sender of a token; another one where access had ended, as the workspace may have given it back."""
        made = self._made.get(token)
        if made is None or made.ended:
            made = self._made[token] = self._make(token)
        return made

    async def of(self, team: str) -> Sender | None:
        """The sender of a workspace; None where it is not this process's."""
        token = self._tokens.get(team)
        if token is None and self._installations:
            bot = await self._installations.async_find_bot(enterprise_id=None, team_id=team)
            token = bot.bot_token if bot else None
        return self.with_token(token) if token else None
