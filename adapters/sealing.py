"""Secrets that others gave the bot, sealed with the operator's own key before they are kept anywhere.

Who reads the records without the key reads nothing, and a changed word is not opened at all. The key is Fernet's: 32
random bytes in URL-safe base64, so that a password is never mistaken for one.
"""

from typing import Final

from cryptography.fernet import Fernet, InvalidToken
from pydantic import SecretStr

from knowledge.fault import Fault

_MAKE_ONE: Final = (
    'make one with: python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'
)


class Seal:
    """Closes and opens what was closed with the same key."""

    def __init__(self, key: SecretStr | None) -> None:
        """Raises Fault where there is no key, or none of the right form."""
        if key is None:
            raise Fault(f"CAPEX_SECRET_KEY is not set; {_MAKE_ONE}")
        try:
            self._fernet = Fernet(key.get_secret_value())
        except ValueError:
            raise Fault(f"CAPEX_SECRET_KEY is not 32 bytes in URL-safe base64; {_MAKE_ONE}") from None

    def close(self, text: str) -> str:
        """The text, to be read by this key only."""
        return self._fernet.encrypt(text.encode()).decode("ascii")

    def open(self, sealed: str, within: int | None = None) -> str | None:
        """The text that was closed, within so many seconds if given; None where this key did not close it."""
        try:
            return self._fernet.decrypt(sealed.encode(), within).decode()
        except InvalidToken:
            return None
