"""Settings from the environment, read once at start and handed on; nothing else reads the environment."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field, PositiveInt, SecretStr, ValidationError, field_validator

from bot.allowance import MOST
from bot.people import Person, person_of
from knowledge.fault import Fault
from knowledge.value import Value

SLACK_API = "https://slack.com/api/"
DISCORD_API = "https://discord.com/api/v10"
HTTP_PORT = 3000

SlackWay = Literal["socket", "http", "installs"]
"""Socket Mode or signed HTTP for one workspace, or signed HTTP for each that installs the app."""


class Settings(Value):
    """What the environment sets; tokens and the database's address are secret.

    `database_url` is where the base is kept; None means the file in the user's data folder. The `_api_url`s are whole
    bases as the SDKs take them. `http_port` is where signed requests are awaited, any free one with 0; `secret_key`
    seals what workspaces give the bot when they install it. `questions_per_minute` is how much one person may ask.
    `curators` are the persons who approve claims in chats.
    """

    database_url: SecretStr | None = None
    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    slack_signing_secret: SecretStr | None = None
    slack_client_id: str | None = None
    slack_client_secret: SecretStr | None = None
    discord_token: SecretStr | None = None
    secret_key: SecretStr | None = None
    http_port: int = Field(HTTP_PORT, ge=0, le=65535)
    slack_api_url: str = SLACK_API
    discord_api_url: str = DISCORD_API
    discord_gateway_url: str | None = None
    questions_per_minute: PositiveInt = MOST
    curators: tuple[Person, ...] = ()

    @field_validator("curators", mode="before")
    @classmethod
    def _each_a_person(cls, listed: object) -> object:
        """Keys of persons, separated by commas or spaces."""
        if not isinstance(listed, str):
            return listed
        return tuple(person_of(key) for key in listed.replace(",", " ").split())

    @property
    def slack_way(self) -> SlackWay | None:
        """How Slack is to be connected, by what is set; Socket Mode goes before the others."""
        if self.slack_bot_token and self.slack_app_token:
            return "socket"
        if not self.slack_signing_secret:
            return None
        if self.slack_client_id and self.slack_client_secret:
            return "installs"
        return "http" if self.slack_bot_token else None

    @classmethod
    def variables(cls) -> dict[str, str]:
        """The variable of each setting."""
        return {name: name.upper() if name in _ECOSYSTEM else f"CAPEX_{name.upper()}" for name in cls.model_fields}

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """The settings in `environment`; an empty variable counts as unset. Raises Fault for what cannot be one."""
        names = cls.variables()
        try:
            return cls.model_validate({name: environment[key] for name, key in names.items() if environment.get(key)})
        except ValidationError as error:
            name = str(error.errors()[0]["loc"][0])
            raise Fault(f"{names[name]} must be {_KINDS[name]}") from None


_KINDS = {
    "http_port": "the number of a port, from 0 to 65535",
    "curators": "persons such as slack:T0123:U0123, separated by commas",
    "questions_per_minute": "a whole number of questions, 1 or more",
}
"""What the settings are that are no text."""

_ECOSYSTEM = frozenset(
    {
        "slack_bot_token",
        "slack_app_token",
        "slack_signing_secret",
        "slack_client_id",
        "slack_client_secret",
        "discord_token",
    }
)
"""Settings whose variables have the names that their platforms gave them."""
