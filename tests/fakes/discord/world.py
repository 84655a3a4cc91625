"""Who and what there is on the server: people, guilds, channels, messages. Plain values, no wire forms."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.fakes.discord.deliveries import Delivery

ADMINISTRATOR = 1 << 3
MANAGE_CHANNELS = 1 << 4
MANAGE_GUILD = 1 << 5
VIEW_CHANNEL = 1 << 10
SEND_MESSAGES = 1 << 11
SEND_IN_THREADS = 1 << 38
MEMBER = VIEW_CHANNEL | SEND_MESSAGES | 1 << 14 | 1 << 15 | 1 << 16 | 1 << 31 | SEND_IN_THREADS

SUPPRESS_EMBEDS = 1 << 2
EPHEMERAL = 1 << 6
LOADING = 1 << 7
COMPONENTS_V2 = 1 << 15

TEXT, DIRECT, GROUP, THREAD = 0, 1, 3, 11


@dataclass(eq=False)
class Role:
    """What its members may do in its guild besides what all may."""

    id: int
    name: str
    permissions: int


@dataclass(eq=False)
class User:
    """An account; `permissions` are what it may do in every guild, `locale` is its client's language.

    Commands tell what somebody may do; with a message only the `roles` are told.
    """

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    permissions: int = MEMBER
    roles: list[Role] = field(default_factory=list)

    @property
    def mention(self) -> str:
        return f"<@{self.id}>"


@dataclass(eq=False)
class Channel:
    """A guild's text channel, a thread in one, a direct message or a group; `bot_permissions` are the bot's here."""

    id: int
    name: str
    kind: int = TEXT
    guild: "Guild | None" = None
    parent: "Channel | None" = None
    people: list[User] = field(default_factory=list)
    bot_permissions: int = MEMBER


@dataclass(eq=False)
class Guild:
    """A server of a team; without the bot in it, only people who installed the bot for themselves reach it there.

    `system_channel` is where the platform tells who has come.
    """

    id: int
    name: str
    owner: User
    with_bot: bool = True
    locale: str = "en-US"
    channels: list[Channel] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    system_channel: Channel | None = None


@dataclass(eq=False)
class Message:
    """A message as it stands now; `versions` keeps each body that made it so, as it was sent.

    Attributes:
        delivery: what a person did that this answers, where that is known.
        body: the last body sent, so that a test sees `allowed_mentions` and the like.
        pings: whom its last version would ping, under the `allowed_mentions` it came with.
        hidden_from_all_but: the only reader of an ephemeral message.
    """

    id: int
    channel: Channel
    author: User
    at: float
    content: str = ""
    embeds: list[dict[str, Any]] = field(default_factory=list)
    components: list[dict[str, Any]] = field(default_factory=list)
    attachments: list[dict[str, Any]] = field(default_factory=list)
    flags: int = 0
    reference: "Message | None" = None
    mentions: list[User] = field(default_factory=list)
    edited_at: float | None = None
    deleted: bool = False
    hidden_from_all_but: User | None = None
    delivery: "Delivery | None" = None
    webhook: bool = False
    versions: list[dict[str, Any]] = field(default_factory=list)
    files: dict[str, bytes] = field(default_factory=dict)
    pings: list[str] = field(default_factory=list)

    @property
    def ephemeral(self) -> bool:
        return bool(self.flags & EPHEMERAL)

    @property
    def loading(self) -> bool:
        return bool(self.flags & LOADING)

    @property
    def body(self) -> dict[str, Any]:
        return self.versions[-1] if self.versions else {}

    @property
    def text(self) -> str:
        """Everything a reader sees as words, from top to bottom."""
        from tests.fakes.discord.components import texts

        embedded = [text for embed in self.embeds for text in embed_texts(embed)]
        return "\n".join(part for part in (self.content, *texts(self.components), *embedded) if part)


def embed_texts(embed: dict[str, Any]) -> list[str]:
    """An embed's words: they count together against the limit of 6,000."""
    fields = [text for one in embed.get("fields", []) for text in (one["name"], one["value"])]
    ends = [(embed.get("author") or {}).get("name", ""), (embed.get("footer") or {}).get("text", "")]
    return [str(text) for text in (embed.get("title"), embed.get("description"), *fields, *ends) if text]
