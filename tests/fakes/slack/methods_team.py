"""Who and where: identity, people, channels, installation, and the door to Socket Mode."""

from .asked import Asked
from .values import Breach, Json, Refusal
from .workspace import User
from .world import World


def auth_test(_world: World, asked: Asked) -> Json:
    """auth.test."""
    space = asked.workspace
    return {
        "ok": True,
        "url": f"https://{space.name}.slack.com/",
        "team": space.name,
        "user": space.bot_user.name,
        "team_id": space.id,
        "user_id": space.bot_user.id,
        "bot_id": space.bot_id,
        "is_enterprise_install": False,
    }


def revoke(world: World, asked: Asked) -> Json:
    """auth.revoke."""
    if asked.token:
        world.tokens.end(asked.token)
    return {"ok": True, "revoked": True}


def users_info(_world: World, asked: Asked) -> Json:
    """users.info; the locale only when asked for."""
    user = person(asked, "user").told(asked.workspace.id)
    if str(asked.args.get("include_locale", "")).lower() not in {"1", "true"}:
        del user["locale"]
    return {"ok": True, "user": user}


def conversations_info(_world: World, asked: Asked) -> Json:
    """conversations.info."""
    space = asked.workspace
    channel = space.channels.get(str(asked.need("channel")))
    if channel is None or (channel.kind == "group" and space.bot_user.id not in channel.members):
        raise Refusal("channel_not_found")
    return {"ok": True, "channel": channel.told(space.bot_user.id)}


def conversations_open(_world: World, asked: Asked) -> Json:
    """conversations.open with one person."""
    return {"ok": True, "channel": {"id": asked.workspace.direct(person(asked, "users")).id}}


def team_info(_world: World, asked: Asked) -> Json:
    """team.info."""
    space = asked.workspace
    return {"ok": True, "team": {"id": space.id, "name": space.name, "domain": space.name}}


def oauth(world: World, asked: Asked) -> Json:
    """oauth.v2.access: a code and the app's secret for a token."""
    given = asked.basic or (asked.args.get("client_id"), asked.args.get("client_secret"))
    if given[0] != world.client_id:
        raise Breach("invalid_client_id")
    if given[1] != world.client_secret:
        raise Breach("bad_client_secret")
    space = world.tokens.exchange(str(asked.need("code")))
    return {
        "ok": True,
        "app_id": world.app_id,
        "authed_user": {"id": space.alice.id},
        "scope": world.scopes,
        "token_type": "bot",
        "access_token": world.tokens.issue(space),
        "bot_user_id": space.bot_user.id,
        "team": {"id": space.id, "name": space.name},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def person(asked: Asked, name: str) -> User:
    """The person whom an argument names."""
    found = asked.workspace.users.get(str(asked.need(name)))
    if found is None:
        raise Refusal("user_not_found")
    return found


METHODS = {
    "auth.test": auth_test,
    "auth.revoke": revoke,
    "users.info": users_info,
    "conversations.info": conversations_info,
    "conversations.open": conversations_open,
    "team.info": team_info,
    "oauth.v2.access": oauth,
}
