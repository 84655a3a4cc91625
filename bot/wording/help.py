"""How to ask: questions that work and the verbs, in one reply; a test asks each of them of the shipped base."""

from typing import Final

from bot.reply import Action, Line, Note, Reply
from bot.wording.curating import said
from bot.wording.phrases import phrase
from knowledge.value import Language

_EXAMPLES: Final[dict[Language, tuple[str, ...]]] = {
    "en": ("meta", "alphabet vs amazon", "nvidia data-centre revenue", "who is Elliott?"),
    "de": ("meta", "alphabet gegen amazon", "Nettogewinn von Meta", "Investitionsausgaben Microsoft"),
}


def help_lines(language: Language) -> tuple[str, ...]:
    """Questions that work on the shipped base, in `language`."""
    return _EXAMPLES[language]


def help_reply(language: Language, examples: tuple[str, ...], name: str) -> Reply:
    """How to ask: with questions that have an answer here, and the name of a subject that has sources, if any."""
    sources = phrase("help_sources_of", language, name) if name else phrase("help_sources", language)
    told = {sources: "help_sources_what"}
    verbs = ("coverage", "check", "settings", "digest")
    told |= {phrase(f"help_{verb}", language): f"help_{verb}_what" for verb in verbs}
    lines = [Line(label=word, figure=phrase(key, language), is_sentence=True) for word, key in told.items()]
    lines.append(Line(label=said("help_add", language), figure=said("help_add_what", language), is_sentence=True))
    notes = ("help_what", "help_try") if examples else ("help_what",)
    return Reply(
        outcome="help",
        language=language,
        headline=phrase("help", language),
        notes=tuple(Note(kind="hint", text=phrase(key, language)) for key in notes),
        lines=tuple(lines),
        actions=tuple(Action(label=question, ask=question) for question in examples),
    )
