"""What must not be kept of a person's words: addresses, mentions and what looks like a key are struck out.

It goes by form alone and rather strikes out too much: a word lost from a question that is kept costs little. Whatever
holds an @ goes whole, so that neither an e-mail address nor a password in a URL is left in part. A number of 15 digits
is an id or a card; a run of 20 characters in which letters and digits alternate without a break is a key, while names
with their years ("Meta-2024-Investitionen") stay.
"""

import re
from typing import Final

STRUCK: Final = "***"
"""What stands in place of what is struck out."""

_HIDDEN: Final = re.compile(
    r"""
      <[@\#!&][^<>\s]*>?                                          # a person, a channel, a group, as platforms write it
    | \S*@\S+                                                     # an address, a name with its sign, a URL's password
    | \b(?:xox[a-z]|xapp|[sp]k|gh[oprsu]|github_pat|glpat)[-_][-\w.]{10,}          # keys with a known beginning
    | \beyJ[-\w.]{10,}                                            # a signed ticket, as sites hand them out
    | \b(?i:pass(?:word|wort)?|pwd|token|secret|api[-_ ]?key)\s*[:=]\s*\S+         # what somebody calls a secret
    | (?=[\w+/=.~-]*?(?:[A-Za-z]\d+[A-Za-z]|\d[A-Za-z]+\d))[\w+/=.~-]{20,}         # any other key
    | \b[UWBCDGT](?=\d|[A-Z\d]*\d[A-Z])[A-Z\d]{8,}\b              # an id of Slack's
    | \b\d{15,}\b                                                 # an id of Discord's, a number of a card
    """,
    re.VERBOSE,
)


def masked(text: str) -> str:
    """`text` with all of that struck out."""
    return _HIDDEN.sub(STRUCK, text)
