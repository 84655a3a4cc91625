"""Settings from the environment, read once at start and handed on; nothing else reads the environment."""

from collections.abc import Mapping

from pydantic import Field, SecretStr

from knowledge.value import Value

_DATABASE_URL = "CAPEX_DATABASE_URL"


class Settings(Value):
    """What the environment sets.

    `database_url` is where the base is kept; None means the file in the user's data folder. It may hold a password and
    is therefore secret.
    """

    database_url: SecretStr | None = Field(default=None)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """The settings in `environment`; an empty variable counts as unset."""
        url = environment.get(_DATABASE_URL)
        return cls(database_url=SecretStr(url) if url else None)
