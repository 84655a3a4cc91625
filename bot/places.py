"""Where things lie on this machine: the shipped corpus and the user's data folder."""

from pathlib import Path


def shipped_corpus() -> Path:
    """The folder of the claims that come with the program."""
    return Path(__file__).resolve().parent.parent / "knowledge" / "corpus"


def data_folder() -> Path:
    """The user's folder for this program's data, where the platform keeps such folders."""
    from platformdirs import user_data_path

    return user_data_path("capex", appauthor=False)
