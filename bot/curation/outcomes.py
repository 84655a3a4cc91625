"""An outcome as it is told to whoever handed the matter in: one sentence, with the reason that was given."""

from typing import Final

from bot.reply import Action, Note, Reply
from bot.suggestion import Outcome, Verdict
from bot.verbs.grammar import verb_word
from bot.wording.curating import said

_OF_ARTICLES: Final[frozenset[Verdict]] = frozenset({"added", "copied", "known", "failed", "declined"})


def outcome_reply(outcome: Outcome) -> Reply:
    """What a person is told. Of an article that was added, its curator can review the claims at once."""
    language = outcome.language
    told = said(f"outcome_{outcome.verdict}", language, outcome.about)
    is_own = outcome.person is not None and outcome.person.key == outcome.who
    to_review = outcome.verdict == "added" and is_own and outcome.words != "0"
    words = said("proposed", language, outcome.words) if outcome.verdict == "added" else outcome.words
    actions = (Action(label=said("review", language), ask=verb_word("review", language)),) if to_review else ()
    return Reply(
        outcome="help",
        language=language,
        headline=said("article_told" if outcome.verdict in _OF_ARTICLES else "report_told", language),
        notes=tuple(Note(kind="hint", text=text) for text in (told, words) if text),
        actions=actions,
    )
