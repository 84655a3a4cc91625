"""The wire form of an interaction: where it happens, who acts, through which installation of the bot."""

from typing import Any

from tests.fakes.discord.deliveries import AUTOCOMPLETE, Delivery
from tests.fakes.discord.payloads import channel_form, member_form, message_form, user_form
from tests.fakes.discord.world import DIRECT, MEMBER, Channel, User

GUILD_CONTEXT, BOT_DIRECT, PRIVATE = 0, 1, 2
GUILD_INSTALL, USER_INSTALL = 0, 1
LARGEST_FILE = 10 * 2**20

Json = dict[str, Any]


def context_of(channel: Channel) -> int:
    return GUILD_CONTEXT if channel.guild else BOT_DIRECT if channel.kind == DIRECT else PRIVATE


def installation_of(channel: Channel) -> int:
    """Where the bot is no member, only a person's own installation brings it there."""
    with_bot = channel.guild.with_bot if channel.guild else channel.kind == DIRECT
    return GUILD_INSTALL if with_bot else USER_INSTALL


def owners_of(channel: Channel, user: User) -> dict[str, str]:
    if installation_of(channel) == USER_INSTALL:
        return {"1": str(user.id)}
    return {"0": str(channel.guild.id) if channel.guild else "0"}


def interaction_form(delivery: Delivery, application_id: int, data: Json, locale: str | None) -> Json:
    channel, user = delivery.channel, delivery.user
    form: Json = {
        "id": str(delivery.id),
        "application_id": str(application_id),
        "type": delivery.kind,
        "data": data,
        "token": delivery.token,
        "version": 1,
        "channel_id": str(channel.id),
        "channel": {**channel_form(channel), "permissions": str(user.permissions)},
        "locale": locale or user.locale,
        "app_permissions": str(channel.bot_permissions if installation_of(channel) == GUILD_INSTALL else MEMBER),
        "entitlements": [],
        "entitlement_sku_ids": [],
        "authorizing_integration_owners": owners_of(channel, user),
        "context": context_of(channel),
        "attachment_size_limit": LARGEST_FILE,
    }
    if channel.guild is None:
        form["user"] = user_form(user)
    else:
        guild = channel.guild
        form |= {"guild_id": str(guild.id), "guild_locale": guild.locale, "member": member_form(user, whole=True)}
        form["guild"] = {"id": str(guild.id), "locale": guild.locale, "features": []}
    if delivery.message is not None and delivery.kind != AUTOCOMPLETE and "target_id" not in data:
        form["message"] = message_form(delivery.message, read_by=None)
    return form


def metadata_of(delivery: Delivery, **more: Any) -> Json:
    """What messages in answer say of the interaction they come from."""
    owners = owners_of(delivery.channel, delivery.user)
    form = {"id": str(delivery.id), "type": delivery.kind, "user": user_form(delivery.user)}
    return {**form, "authorizing_integration_owners": owners, **more}
