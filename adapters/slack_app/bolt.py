"""Bolt's app, for the one workspace of a token or for all that install it.

It is told all that it would read from the environment otherwise, and has the name of its logger, as it sets the level
of the logger that has its name. Signatures are no business of it: over HTTP it is told only what Slack has signed.
"""

import logging
from typing import Any, Final

from slack_bolt.async_app import AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_bolt.oauth.async_oauth_settings import AsyncOAuthSettings
from slack_sdk.web.async_client import AsyncWebClient
from slack_sdk.web.async_slack_response import AsyncSlackResponse

_LOG: Final = logging.getLogger("capex.slack.bolt")
"""Bolt warns with pieces of what people wrote; only its errors are wanted."""

_NOT_INSTALLED: Final = (
    "Capex is not installed in this workspace, or its installation cannot be read; add it again from its install page."
)


def app_of_one(client: AsyncWebClient, identity: AsyncSlackResponse) -> AsyncApp:
    """For the workspace of the client's token, which Slack identified."""

    async def authorize() -> AuthorizeResult:
        return AuthorizeResult.from_auth_test_response(auth_test_response=identity, bot_token=client.token)

    return _app(client, authorize=authorize)


def app_of_many(client: AsyncWebClient, how: AsyncOAuthSettings) -> AsyncApp:
    """For every workspace that installs it; the client has no token."""
    return _app(client, oauth_settings=how, user_facing_authorize_error_message=_NOT_INSTALLED)


def _app(client: AsyncWebClient, **how: Any) -> AsyncApp:
    _LOG.setLevel(logging.ERROR)
    return AsyncApp(
        name=_LOG.name,
        client=client,
        signing_secret="",
        request_verification_enabled=False,
        process_before_response=True,
        logger=_LOG,
        **how,
    )
