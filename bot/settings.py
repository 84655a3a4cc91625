"""Settings from the environment, read once at start and handed on; nothing else reads the environment."""

from collections.abc import Mapping

from pydantic import PositiveInt, SecretStr, ValidationError

from bot.allowance import MOST
from knowledge.fault import Fault
from knowledge.value import Value

SLACK_API = "https://slack.com/api/"
DISCORD_API = "https://discord.com/api/v10"


class Settings(Value):
    """What the environment sets; tokens and the database's address are secret.

    `database_url` is where the base is kept; None means the file in the user's data folder. The `_api_url`s are whole
    bases as the SDKs take them. `questions_per_minute` is how much one person may ask.
    """

    database_url: SecretStr | None = None
    slack_bot_token: SecretStr | None = None
    slack_app_token: SecretStr | None = None
    discord_token: SecretStr | None = None
    slack_api_url: str = SLACK_API
    discord_api_url: str = DISCORD_API
    discord_gateway_url: str | None = None
    questions_per_minute: PositiveInt = MOST

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """The settings in `environment`; an empty variable counts as unset. Raises Fault for what cannot be meant."""
        names = {name: f"CAPEX_{name.upper()}" if name not in _ECOSYSTEM else name.upper() for name in cls.model_fields}
        try:
            return cls.model_validate({name: environment[key] for name, key in names.items() if environment.get(key)})
        except ValidationError as error:
            wrong = error.errors(include_input=False)[0]  # the value may be a secret
            raise Fault(f"{names[str(wrong['loc'][0])]}: {wrong['msg'].lower()}") from None


_ECOSYSTEM = frozenset({"slack_bot_token", "slack_app_token", "discord_token"})
"""Settings whose variables have the names that their platforms gave them."""
