"""Wire forms of users, guilds, channels and messages, as complete as the platform sends them.

What a session may read depends on its intents: without the message content intent, the words of a message reach the
bot only if the message is its own, mentions it, or is a direct message. The same rule holds inside a referenced
message.
"""

from typing import Any

from tests.fakes.discord.clock import timestamp
from tests.fakes.discord.world import DIRECT, GROUP, MANAGE_GUILD, THREAD, Channel, Guild, Message, Role, User

Json = dict[str, Any]
NO_CONTENT: Json = {"content": "", "embeds": [], "attachments": [], "components": []}
JOINED = timestamp(1_700_000_000)


def user_form(user: User) -> Json:
    return {
        "id": str(user.id),
        "username": user.name.lower(),
        "global_name": None if user.bot else user.name,
        "discriminator": "0",
        "avatar": None,
        "avatar_decoration_data": None,
        "primary_guild": None,
        "public_flags": 0,
        "flags": 0,
        "bot": user.bot,
    }


def member_form(user: User, *, whole: bool = False) -> Json:
    """A member; with `whole` also the user and its permissions, as interactions carry them."""
    form: Json = {
        "roles": [str(role.id) for role in user.roles],
        "joined_at": JOINED,
        "nick": None,
        "avatar": None,
        "banner": None,
        "premium_since": None,
        "deaf": False,
        "mute": False,
        "flags": 0,
        "pending": False,
        "communication_disabled_until": None,
    }
    return {**form, "user": user_form(user), "permissions": str(user.permissions)} if whole else form


def channel_form(channel: Channel) -> Json:
    form: Json = {"id": str(channel.id), "type": channel.kind, "flags": 0, "last_message_id": None}
    if channel.kind in (DIRECT, GROUP):
        form["recipients"] = [user_form(person) for person in channel.people]
        if channel.kind == GROUP:
            form |= {"name": channel.name, "icon": None, "owner_id": str(channel.people[0].id)}
        return form
    assert channel.guild is not None
    form |= {"guild_id": str(channel.guild.id), "name": channel.name, "rate_limit_per_user": 0}
    if channel.kind == THREAD:
        assert channel.parent is not None
        archive = {"archived": False, "auto_archive_duration": 1440, "locked": False, "archive_timestamp": JOINED}
        counts = {"message_count": 0, "member_count": 1, "total_message_sent": 0}
        owner = str(channel.guild.owner.id)
        return {**form, **counts, "parent_id": str(channel.parent.id), "owner_id": owner, "thread_metadata": archive}
    return {**form, "parent_id": None, "topic": None, "position": 0, "nsfw": False, **_overwrites(channel)}


def _overwrites(channel: Channel) -> Json:
    """Where the bot may less or more than in its guild, the channel says so for everybody."""
    assert channel.guild is not None
    usual, here = channel_permissions(channel.guild), channel.bot_permissions & ~MANAGE_GUILD
    changed = {"id": str(channel.guild.id), "type": 0, "allow": str(here & ~usual), "deny": str(usual & ~here)}
    return {"permission_overwrites": [changed] if here != usual else []}


def role_form(role: Role) -> Json:
    return {
        "id": str(role.id),
        "name": role.name,
        "permissions": str(role.permissions),
        "position": 0,
        "color": 0,
        "colors": {"primary_color": 0, "secondary_color": None, "tertiary_color": None},
        "hoist": False,
        "managed": False,
        "mentionable": False,
        "icon": None,
        "unicode_emoji": None,
        "flags": 0,
    }


def guild_form(guild: Guild, bot: User) -> Json:
    """GUILD_CREATE's whole guild."""
    everyone = Role(guild.id, "@everyone", channel_permissions(guild))
    empty = ("emojis", "stickers", "features", "voice_states", "presences", "stage_instances")
    nothing = ("icon", "splash", "banner", "description", "rules_channel_id", "vanity_url_code")
    zero = ("verification_level", "default_message_notifications", "explicit_content_filter", "mfa_level", "nsfw_level")
    return {
        "id": str(guild.id),
        "name": guild.name,
        "owner_id": str(guild.owner.id),
        "preferred_locale": guild.locale,
        "unavailable": False,
        "large": False,
        "joined_at": JOINED,
        "member_count": 3,
        "roles": [role_form(one) for one in (everyone, *guild.roles)],
        "members": [{**member_form(bot), "user": user_form(bot)}],
        "channels": [channel_form(one) for one in guild.channels if one.kind != THREAD],
        "threads": [channel_form(one) for one in guild.channels if one.kind == THREAD],
        "guild_scheduled_events": [],
        "soundboard_sounds": [],
        "afk_timeout": 300,
        "premium_tier": 0,
        "premium_subscription_count": 0,
        "system_channel_flags": 0,
        "system_channel_id": str(guild.system_channel.id) if guild.system_channel else None,
        **{key: [] for key in empty},
        **dict.fromkeys(nothing),
        **dict.fromkeys(zero, 0),
    }


def channel_permissions(guild: Guild) -> int:
    """What everybody may do: what the bot may in the first channel, and never managing the guild."""
    return guild.channels[0].bot_permissions & ~MANAGE_GUILD if guild.channels else 0


def message_form(message: Message, *, read_by: User | None, all_content: bool = True) -> Json:
    """A message; `read_by` the bot whose right to the words is asked, unless it may read all."""
    form: Json = {
        "id": str(message.id),
        "type": 19 if message.reference else 20 if message.webhook and message.delivery else 0,
        "channel_id": str(message.channel.id),
        "author": user_form(message.author),
        "content": message.content,
        "timestamp": timestamp(message.at),
        "edited_timestamp": None if message.edited_at is None else timestamp(message.edited_at),
        "tts": False,
        "pinned": False,
        "mention_everyone": False,
        "mentions": [user_form(user) for user in message.mentions],
        "mention_roles": [],
        "attachments": message.attachments,
        "embeds": [{"type": "rich", **embed} for embed in message.embeds],
        "components": message.components,
        "flags": message.flags,
    }
    if message.webhook:
        form |= {"webhook_id": str(message.author.id), "application_id": str(message.author.id)}
    if message.delivery is not None and message.delivery.metadata:
        form["interaction_metadata"] = message.delivery.metadata
    if message.reference is not None:
        form["message_reference"] = _reference_form(message.reference)
        told = None if message.reference.deleted else message.reference
        shown = told and message_form(told, read_by=read_by, all_content=all_content)
        form["referenced_message"] = shown and {
            key: value for key, value in shown.items() if key != "referenced_message"
        }
    return form if all_content or read_by is None or readable(message, read_by) else {**form, **NO_CONTENT}


def readable(message: Message, bot: User) -> bool:
    """Whether the bot reads this message's words without the message content intent."""
    return message.channel.kind == DIRECT or message.author is bot or bot in message.mentions


def _reference_form(message: Message) -> Json:
    form = {"type": 0, "channel_id": str(message.channel.id), "message_id": str(message.id)}
    return {**form, "guild_id": str(message.channel.guild.id)} if message.channel.guild else form


def message_event(message: Message, *, read_by: User, all_content: bool) -> Json:
    """The message as the gateway tells of it: with the guild and the member."""
    form = message_form(message, read_by=read_by, all_content=all_content)
    if message.channel.guild is None:
        return {**form, "channel_type": message.channel.kind}
    return {**form, "guild_id": str(message.channel.guild.id), "member": member_form(message.author)}
