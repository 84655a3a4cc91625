"""Who the bot is, where it may look, and its commands; the table of all operations."""

from typing import Any

from tests.fakes.discord.channel_routes import CHANNEL_ROUTES
from tests.fakes.discord.command_limits import command_set_problems
from tests.fakes.discord.errors import invalid_form, refused
from tests.fakes.discord.interaction_routes import INTERACTION_ROUTES
from tests.fakes.discord.payloads import channel_form, user_form
from tests.fakes.discord.thread_routes import THREAD_ROUTES
from tests.fakes.discord.web import Call, Handler

Json = dict[str, Any]


def me(call: Call) -> Json:
    return {**user_form(call.server.bot), "mfa_enabled": False, "locale": "en-US", "verified": True}


def application(call: Call) -> Json:
    server = call.server
    return {
        "id": str(server.bot.id),
        "name": server.bot.name,
        "icon": None,
        "description": "",
        "type": None,
        "bot": user_form(server.bot),
        "bot_public": True,
        "bot_require_code_grant": False,
        "verify_key": "0" * 64,
        "flags": server.application_flags,
        "flags_new": str(server.application_flags),
        "redirect_uris": [],
        "interactions_endpoint_url": None,
        "role_connections_verification_url": None,
        "owner": user_form(server.owner),
        "approximate_guild_count": len(server.guilds),
        "approximate_user_install_count": 0,
        "approximate_user_authorization_count": 0,
        "explicit_content_filter": 0,
        "team": None,
        "eligible_oauth2_scopes": ["bot", "applications.commands"],
    }


def gateway_bot(call: Call) -> Json:
    limit = {"total": 1000, "remaining": 999, "reset_after": 14_400_000, "max_concurrency": 1}
    return {"url": call.server.gateway_url, "shards": call.server.shards, "session_start_limit": limit}


def open_direct(call: Call) -> Json:
    recipient = int(call.body["recipient_id"])
    for user in call.server.users:
        if user.id == recipient:
            return channel_form(call.server.direct(user))
    raise refused(10013)


def commands(call: Call) -> list[Json]:
    return call.server.commands.of(_scope(call))


def put_commands(call: Call) -> list[Json]:
    sent: list[Json] = call.body or []
    problems = list(command_set_problems(sent))
    if problems:
        raise invalid_form(problems)
    return call.server.commands.put(_scope(call), call.server.bot.id, sent)


def _scope(call: Call) -> int | None:
    """The guild asked for; commands of another application, or of a guild without the bot, are out of reach."""
    if call.id("application_id") != call.server.bot.id:
        raise refused(50001)
    if "guild_id" not in call.params:
        return None
    if not any(guild.id == call.id("guild_id") and guild.with_bot for guild in call.server.guilds):
        raise refused(50001)
    return call.id("guild_id")


ROUTES: dict[str, Handler] = {
    "GET /users/@me": me,
    "GET /oauth2/applications/@me": application,
    "GET /applications/@me": application,
    "GET /gateway/bot": gateway_bot,
    "POST /users/@me/channels": open_direct,
    "GET /applications/{application_id}/commands": commands,
    "PUT /applications/{application_id}/commands": put_commands,
    "GET /applications/{application_id}/guilds/{guild_id}/commands": commands,
    "PUT /applications/{application_id}/guilds/{guild_id}/commands": put_commands,
    **CHANNEL_ROUTES,
    **INTERACTION_ROUTES,
    **THREAD_ROUTES,
}
