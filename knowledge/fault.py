"""A fault: what is wrong with something that was handed in, in one clear sentence.

Raised where bad input must change nothing. It carries what a person needs to mend it, and its text is all
that is ever shown of it. What people in chats may be told is a reason, in both languages; what only concerns whoever
runs the bot is a text in English.
"""

from typing import Literal

from knowledge.reason import Reason


class Fault(Exception):
    """Bad input or a base that cannot be used; `str(fault)` is the sentence to show."""

    def __init__(self, what: "str | Reason") -> None:
        super().__init__(str(what))
        self._what = what

    def in_language(self, language: Literal["en", "de"]) -> str:
        """The sentence in `language`, where it has words for that."""
        return self._what.in_language(language) if isinstance(self._what, Reason) else self._what


class FileFault(Fault):
    """A fault in a file, at a line (counted from 1)."""

    def __init__(self, path: str, line: int, what: str) -> None:
        super().__init__(f"{path}:{line}: {what}")
        self.path = path
        self.line = line
        self.what = what
