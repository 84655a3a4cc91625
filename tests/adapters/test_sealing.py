"""What is sealed is read with its own key alone."""

import pytest
from cryptography.fernet import Fernet
from pydantic import SecretStr

from adapters.sealing import Seal
from knowledge.fault import Fault

KEY = SecretStr(Fernet.generate_key().decode())


def test_what_was_closed_is_opened_by_the_same_key() -> None:
    assert Seal(KEY).open(Seal(KEY).close("xoxb-1 ü")) == "xoxb-1 ü"


def test_what_is_closed_shows_nothing_of_itself() -> None:
    assert "xoxb" not in Seal(KEY).close("xoxb-1")


def test_another_key_opens_nothing() -> None:
    assert Seal(SecretStr(Fernet.generate_key().decode())).open(Seal(KEY).close("xoxb-1")) is None


@pytest.mark.parametrize("changed", ["", "xoxb-1", "gAAAAA==", "ü", "a\x00b"])
def test_what_nobody_closed_is_not_opened(changed: str) -> None:
    assert Seal(KEY).open(changed) is None


def test_what_was_closed_too_long_ago_is_not_opened() -> None:
    fernet = Fernet(KEY.get_secret_value())
    old = fernet.encrypt_at_time(b"state", 1_000).decode()
    assert (Seal(KEY).open(old), Seal(KEY).open(old, within=600)) == ("state", None)


def test_a_key_that_is_missing_is_asked_for_with_how_to_make_one() -> None:
    with pytest.raises(Fault, match=r"^CAPEX_SECRET_KEY is not set; make one with: python -c "):
        Seal(None)


@pytest.mark.parametrize("wrong", ["password", "é" * 44, "A" * 40, "A" * 42])
def test_a_key_of_another_form_is_told_and_not_shown(wrong: str) -> None:
    with pytest.raises(Fault, match=r"^CAPEX_SECRET_KEY is not 32 bytes in URL-safe base64; make one with: ") as told:
        Seal(SecretStr(wrong))
    assert wrong not in str(told.value)
