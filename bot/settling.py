"""Settings as they stand in the records, and what is written there when somebody changes them.

What comes of a wish is decided elsewhere; here it is looked up and kept.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.people import Person, Place
from bot.records.port import Records
from bot.reply import Reply
from bot.verbs.ordering import Footing
from bot.verbs.settings import Authority, Standing, ToAudience, ToLanguage, decide
from bot.verbs.wishes import Wish
from knowledge.value import Language

_NO_FOOTING = Footing()


@dataclass(frozen=True, slots=True)
class Manner:
    """How a text came: the language to answer in whatever it shows, that of the person's client, and with whose say.

    `authority` is whether the person may change the settings of the channel, `footing` what decides about orders there,
    `aside` whether the reply is for the person's eyes only. `after` is the key of the answer that the text replies to,
    where the platform shows which one that is.
    """

    language: Language | None = None
    hint: Language | None = None
    authority: Authority = "none"
    after: str = ""
    footing: Footing = _NO_FOOTING
    aside: bool = False


@dataclass(frozen=True, slots=True)
class Settled:
    """What is said of the settings, and what keeps the change of which it speaks, if it speaks of any."""

    reply: Reply
    keep: Callable[[], None] | None


class Settling:
    """Shows and changes settings in the records."""

    def __init__(self, records: Records) -> None:
        self._records = records

    def settled(  # noqa: PLR0913, PLR0917 - who wishes what, where, when and how
        self, wish: Wish, person: Person, place: Place, at: datetime, manner: Manner, language: Language
    ) -> Settled:
        """What comes of a wish, told in `language`; nothing is kept yet."""
        authority: Authority = "none" if place.direct else manner.authority
        audience = None if authority == "none" else self._records.audience(place)
        standing = Standing(self._records.preferred(person), audience, manner.hint or "en")
        reply, change = decide(wish, standing, authority, language)
        match change:
            case ToLanguage():
                return Settled(reply, lambda: self._records.prefer(person, change.language, at))
            case ToAudience():
                return Settled(reply, lambda: self._records.show_to(place, change.audience, at))
        return Settled(reply, None)
