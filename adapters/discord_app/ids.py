"""The ids of buttons, selects and forms: what they do, in which language, and to which answer.

All that a press means stands in its id, so that it is understood by any process at any time; nothing of it is
remembered but the answer, which the records keep under its key.
"""

import re
from dataclasses import dataclass
from typing import Final

from knowledge.value import Language

ASK: Final = r"(?P<how>ask|start):(?P<language>en|de):(?P<ask>[\s\S]+)"
DELETING: Final = "delete:"
"""How the id of a button begins that takes a reply away, before who may press it."""
DELETE: Final = DELETING + r"(?P<asker>\d+)"
PRIVATE: Final = "private"
PUBLIC: Final = "public"
"""For whom what comes of a picked name is."""

ACT: Final = (
    r"(?P<act>more|quotes|compare|wrong|helpful|unhelpful|share|turn-more|turn-quotes|pick)"
    r":(?P<language>en|de):(?P<key>[\w-]{1,40})(?::(?P<rest>\w{1,30}))?"
)


@dataclass(frozen=True, slots=True)
class Act:
    """What is to be done with the answer of `key`; `rest` is a person's id, a page's number or an audience."""

    act: str
    language: Language
    key: str
    rest: str = ""

    @property
    def id(self) -> str:
        """The act as an id."""
        return acting(self.act, self.language) + self.key + (f":{self.rest}" if self.rest else "")

    @classmethod
    def of(cls, ident: str) -> "Act | None":
        """The act of an id, None where it is none."""
        found = re.fullmatch(ACT, ident)
        return cls.matched(found) if found else None

    @classmethod
    def matched(cls, found: re.Match[str]) -> "Act":
        """The act of an id that fits."""
        return cls(found["act"], language_in(found), found["key"], found["rest"] or "")


def acting(act: str, language: Language) -> str:
    """How the id of an act begins, before the key of the answer."""
    return f"{act}:{language}:"


DEED: Final = r"decide-(?P<what>[a-z_]{1,13}):(?P<language>en|de):(?P<matter>[^/\s]{1,60})/(?P<mark>\w{0,12})"
GRANT: Final = r"curate:(?P<language>en|de)"
"""The picker of who is to curate."""


@dataclass(frozen=True, slots=True)
class Deed:
    """What a curator does about the matter of this name, of which that was seen for which `mark` stands."""

    what: str
    language: Language
    matter: str
    mark: str

    @property
    def id(self) -> str:
        """The deed as an id, of a button and of the form that it opens."""
        return f"decide-{self.what}:{self.language}:{self.matter}/{self.mark}"

    @classmethod
    def of(cls, ident: str) -> "Deed | None":
        """The deed of an id, None where it is none."""
        found = re.fullmatch(DEED, ident)
        return cls.matched(found) if found else None

    @classmethod
    def matched(cls, found: re.Match[str]) -> "Deed":
        """The deed of an id that fits."""
        return cls(found["what"], language_in(found), found["matter"], found["mark"])


def grant_id(language: Language) -> str:
    """The id of the picker of who is to curate."""
    return f"curate:{language}"


def ask_id(language: Language, ask: str, how: str = "ask") -> str:
    """The id of a button that asks; with `start` for the eyes of whoever presses it."""
    return f"{how}:{language}:{ask}"


def delete_id(asker: int) -> str:
    """The id of a button by which this person takes a reply away."""
    return f"{DELETING}{asker}"


def language_in(found: re.Match[str]) -> Language:
    """The language that stands in an id."""
    return "de" if found["language"] == "de" else "en"
