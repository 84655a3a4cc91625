"""What comes of a wish: the settings shown, or what is to be changed and what is then said.

Pure. Nothing is changed here; whoever keeps the change says its reply only when it is kept. Who may change a channel's
setting is for the platform to know (`Authority`).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, cast

from bot.people import Audience
from bot.reply import Line, Note, Reply
from bot.verbs.wishes import Wish
from bot.wording.curating import said
from bot.wording.phrases import phrase
from knowledge.value import Language

Authority = Literal["allowed", "refused", "no_manager", "unknown", "none"]
"""Whether somebody may change the setting of a channel; `none` where channels have no settings.

It is refused to whoever is no admin, and to whoever may not manage the server that the channel is in.
"""

_OBSTACLES: Final = {
    "none": "no_channel",
    "refused": "may_not",
    "no_manager": "may_not_manage",
    "unknown": "cannot_tell",
}


class Standing(NamedTuple):
    """The settings as they are, and the language that is spoken without one; no audience where there is no channel."""

    language: Language | None
    audience: Audience | None
    spoken: Language


@dataclass(frozen=True, kw_only=True)
class ToLanguage:
    """A person's language is to be this one, or None of its own."""

    language: Language | None


@dataclass(frozen=True, kw_only=True)
class ToAudience:
    """A channel's audience is to be this one."""

    audience: Audience


class Decision(NamedTuple):
    """What to say, and what is to be kept before it is said."""

    reply: Reply
    change: ToLanguage | ToAudience | None = None


def decide(wish: Wish, standing: Standing, authority: Authority, language: Language) -> Decision:
    """What comes of a wish by somebody with this authority, told in `language` where it changes none."""
    match wish.setting:
        case "all":
            return Decision(_shown(standing, language))
        case "unknown":
            return Decision(_said(language, "wrong_setting"))
        case "language":
            return _of_language(wish.value, standing, language)
        case "channel":
            return _of_channel(wish.value, authority, language)


def none_kept(language: Language) -> Reply:
    """The reply where nobody is known whose settings could be kept, as at a terminal."""
    return _said(language, "settings_in_chats")


def nobody_known(verb: str, language: Language) -> Reply:
    """The reply to a verb that is for people in chats, where nobody is known, as at a terminal."""
    if verb == "settings":
        return none_kept(language)
    note = Note(kind="hint", text=said("at_terminal", language))
    return Reply(outcome="help", language=language, headline=said(verb, language), notes=(note,))


def _of_language(value: str, standing: Standing, language: Language) -> Decision:
    if not value:
        return Decision(_said(language, "wrong_language"))
    chosen = None if value == "auto" else cast("Language", value)
    told = _said(chosen or standing.spoken, f"now_language_{value}", "a_question_decides")
    return Decision(told, ToLanguage(language=chosen))


def _of_channel(value: str, authority: Authority, language: Language) -> Decision:
    if authority != "allowed":
        return Decision(_said(language, _OBSTACLES[authority]))
    if not value:
        return Decision(_said(language, "wrong_channel"))
    audience = cast("Audience", value)
    told = phrase(f"now_channel_{audience}", language)
    reply = Reply(
        outcome="help",
        language=language,
        headline=phrase("settings", language),
        notes=(Note(kind="hint", text=told),),
        announcement=told,
    )
    return Decision(reply, ToAudience(audience=audience))


def _shown(standing: Standing, language: Language) -> Reply:
    chosen = phrase(f"language_{standing.language or 'auto'}", language)
    lines = [Line(label=phrase("your_language", language), figure=chosen, notes=_notes(["set_language"], language))]
    if standing.audience:
        audience = phrase(f"channel_{standing.audience}", language)
        notes = _notes(["set_channel"], language)
        lines.append(Line(label=phrase("this_channel", language), figure=audience, notes=notes))
    return Reply(
        outcome="help",
        language=language,
        headline=phrase("settings", language),
        notes=_notes(["a_question_decides"], language),
        lines=tuple(lines),
    )


def _said(language: Language, *keys: str) -> Reply:
    return Reply(outcome="help", language=language, headline=phrase("settings", language), notes=_notes(keys, language))


def _notes(keys: Iterable[str], language: Language) -> tuple[Note, ...]:
    return tuple(Note(kind="hint", text=phrase(key, language)) for key in keys)
