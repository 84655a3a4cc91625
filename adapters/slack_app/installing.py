"""Installation in many workspaces: bolt's OAuth, with what the workspaces gave kept in our records, sealed.

Of an installation the bot's token and its two ids are kept, nothing of who installed it. A state, by which a browser
is known again when it comes back from Slack, is a sealed word: nothing is written for it, so that nobody fills the
records by opening the page, every process knows it, and the records of deliveries see to it that it is good once.
"""

import json
import logging
from collections.abc import Sequence
from datetime import UTC, datetime
from logging import Logger
from typing import Any, Final
from uuid import uuid4

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.error import BoltError
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.models.bot import Bot
from slack_sdk.oauth.installation_store.models.installation import Installation
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore

from adapters.ledger import Ledger
from adapters.sealing import Seal
from bot.people import Workspace
from knowledge.fault import Fault

_LOG: Final = logging.getLogger("capex.slack")
_STATE_SECONDS: Final = 600


class Installations(AsyncInstallationStore):
    """The installations in our records; bolt asks for the bot's part alone."""

    def __init__(self, ledger: Ledger, seal: Seal) -> None:
        self._ledger = ledger
        self._seal = seal

    @property
    def logger(self) -> Logger:
        """Where it logs."""
        return _LOG

    async def async_save(self, installation: Installation) -> None:
        """Keep an installation; raises BoltError, for which bolt shows a page, where it cannot."""
        reason = _why_not(installation)
        if reason is None:
            try:
                await self._keep(installation)
            except Fault as fault:
                reason = str(fault)
        if reason:
            _LOG.error("an installation was not kept", extra={"reason": reason})
            raise BoltError(reason)

    async def async_find_bot(
        self,
        *,
        enterprise_id: str | None,  # noqa: ARG002 - a workspace's id is its own in every organisation
        team_id: str | None,
        is_enterprise_install: bool | None = False,  # noqa: ARG002 - none is kept
    ) -> Bot | None:
        """The bot of a workspace; None where it is not installed, or the key is another."""
        sealed = await self._ledger.installation(_workspace(team_id)) if team_id else None
        if sealed is None:
            return None
        kept = self._seal.open(sealed)
        if kept is None:
            _LOG.error("an installation cannot be read: CAPEX_SECRET_KEY is not the key that it was sealed with")
            return None
        return Bot(team_id=team_id, installed_at=0.0, **json.loads(kept))

    async def _keep(self, made: Installation) -> None:
        kept = {"bot_token": made.bot_token, "bot_id": made.bot_id, "bot_user_id": made.bot_user_id}
        sealed = self._seal.close(json.dumps(kept))
        await self._ledger.install(_workspace(str(made.team_id)), sealed, datetime.now(UTC))
        _LOG.info("a workspace has installed the bot", extra={"team": made.team_id})


class States(AsyncOAuthStateStore):
    """States that are good once, for ten minutes."""

    def __init__(self, ledger: Ledger, seal: Seal) -> None:
        self._ledger = ledger
        self._seal = seal

    @property
    def logger(self) -> Logger:
        """Where it logs."""
        return _LOG

    async def async_issue(self, *_: Any, **__: Any) -> str:
        """A new state."""
        return self._seal.close(uuid4().hex)

    async def async_consume(self, state: str) -> bool:
        """Whether a state is good, which it is no more afterwards."""
        word = self._seal.open(state, within=_STATE_SECONDS)
        return word is not None and await self._ledger.is_new(f"slack-install:{word}", datetime.now(UTC))


class InstalledOnly(AsyncAuthorize):
    """The token of the workspace that speaks; Slack is not asked about it, as every answer would wait for that."""

    def __init__(self, store: Installations) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._store = store

    async def __call__(self, *, enterprise_id: str | None, team_id: str | None, **_: Any) -> AuthorizeResult | None:
        """None where the bot is not installed; raises Fault where the records cannot be used."""
        try:
            bot = await self._store.async_find_bot(enterprise_id=enterprise_id, team_id=team_id)
        except Fault as fault:
            _LOG.error("an installation could not be looked up", extra={"reason": str(fault)})
            raise
        if bot is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_token=bot.bot_token,
            bot_id=bot.bot_id,
            bot_user_id=bot.bot_user_id,
        )


def oauth(
    ledger: Ledger, seal: Seal, credentials: tuple[str, str], scopes: Sequence[str], api_url: str
) -> AsyncOAuthSettings:
    """Bolt's settings, with our stores in them; `credentials` are client id and secret."""
    store = Installations(ledger, seal)
    client_id, client_secret = credentials
    settings = AsyncOAuthSettings(
        client_id=client_id,
        client_secret=client_secret,
        scopes=scopes,
        user_scopes=[],
        authorization_url=f"{api_url.removesuffix('api/')}oauth/v2/authorize",
        installation_store=store,
        installation_store_bot_only=True,
        state_store=States(ledger, seal),
        state_expiration_seconds=_STATE_SECONDS,
        logger=_LOG,
    )
    settings.authorize = InstalledOnly(store)
    return settings


def _why_not(installation: Installation) -> str | None:
    """Why an installation cannot be kept, if it cannot."""
    if installation.is_enterprise_install or not installation.team_id:
        return "the bot is installed by workspace, not for a whole organisation"
    if installation.bot_refresh_token:
        return "the app has token rotation switched on, which the bot does not know"
    return None if installation.bot_token else "Slack gave no token for the bot"


def _workspace(team: str) -> Workspace:
    return Workspace(platform="slack", id=team)
