"""The shipped list of common words against the script that makes it."""

from tests.common_words import LIST, made


def test_the_shipped_list_is_what_its_script_makes() -> None:
    assert LIST.read_text(encoding="utf-8").splitlines() == made()
