"""The fixed words of replies in both languages, one pair a line; a test holds the two languages to the same keys.

Here stand the words of answers, and the one door to all others; those have modules of their own, one a subject.
"""

from typing import Final

from bot.wording.phrases_of_checking import PHRASES_OF_CHECKING
from bot.wording.phrases_of_digests import PHRASES_OF_DIGESTS
from bot.wording.phrases_of_messages import PHRASES_OF_MESSAGES
from bot.wording.phrases_of_verbs import PHRASES_OF_VERBS
from knowledge.value import Language

_PHRASES: Final[dict[str, tuple[str, str]]] = {
    # statuses and scenarios
    "actual": ("actual", "Ist"),
    "guidance": ("guidance", "Ausblick"),
    "plan": ("plan", "Plan"),
    "forecast": ("forecast", "Prognose"),
    "estimate": ("estimate", "Schätzung"),
    "alleged": ("alleged", "Behauptung"),
    "opinion": ("opinion", "Meinung"),
    "required": ("required", "erforderlich"),
    "conditional": ("conditional", "unter Bedingung"),
    # measures
    "change": ("change", "Veränderung"),
    # bounds
    "about": ("about {}", "rund {}"),
    "almost": ("almost {}", "fast {}"),
    "at_least": ("at least {}", "mindestens {}"),
    "more_than": ("more than {}", "mehr als {}"),
    "up_to": ("up to {}", "bis zu {}"),
    "times": ("{} times", "{}-fach"),
    "for_each": ("{} for each {}", "{} je {}"),
    # flows
    "per_year": ("a year", "pro Jahr"),
    "per_quarter": ("a quarter", "pro Quartal"),
    "per_month": ("a month", "pro Monat"),
    "cumulative": ("cumulative", "kumuliert"),
    "against": ("against {}", "gegenüber {}"),
    "start_of_week": ("the start of the week", "dem Wochenbeginn"),
    "year_before": ("the year before", "dem Vorjahr"),
    # dates and periods
    "date_about": ("about {}", "um den {}"),
    "date_on_or_after": ("on or after {}", "frühestens {}"),
    "half": ("H{} {}", "{}. Halbjahr {}"),
    "week_of": ("week of {}", "Woche ab {}"),
    "since": ("since {}", "seit {}"),
    "from_on": ("from {}", "ab {}"),
    "until": ("by {}", "bis {}"),
    # people and sources
    "as_reported": ("as reported", "wie berichtet"),
    "speaker_not_named": ("speaker not named", "Sprecher nicht genannt"),
    "via": ("{}, via {}", "{}, laut {}"),
    "of": ("of {}", "({})"),
    "translated_from": ("{}, from the {}", "{}, aus dem {}"),
    "original": ("original: {}", "Original: {}"),
    # notes
    "caution_translation": ("translation", "Übersetzung"),
    "caution_period": ("period", "Zeitraum"),
    "caution_contradiction": ("contradiction", "Unstimmigkeit"),
    "caution_disputed": ("disputed", "umstritten"),
    "caution_scope": ("scope", "Abgrenzung"),
    "caution_analogy": ("analogy", "Vergleich"),
    "see_above": ("see above", "siehe oben"),
    "conflict": ("Conflict: [{}] says {}.", "Widerspruch: [{}] nennt {}."),
    "conflict_same": (
        "Conflict in the same source: it also says {}.",
        "Widerspruch in derselben Quelle: sie nennt auch {}.",
    ),
    "revised": ("Revised: earlier {} [{}].", "Geändert: früher {} [{}]."),
    "revised_later": ("Later revised to {} [{}].", "Später geändert auf {} [{}]."),
    "contrast": ("Contrast [{}]: {}", "Gegensatz [{}]: {}"),
    "yearly_change": ("{} on {}'s {} [{}] (calculated)", "{} gegenüber {} mit {} [{}] (berechnet)"),
    "age": ("The newest source is {} months old.", "Die neueste Quelle ist {} Monate alt."),
    "left_out_words": ("Not taken into account: {}.", "Nicht berücksichtigt: {}."),
    "other_language": (
        "I answer in English or German.",
        "Ich antworte auf Englisch oder Deutsch.",
    ),
    "several": (
        "Several have this; name one:",
        "Mehrere haben das; nenne eines:",
    ),
    "nearest": ("The base has: {}.", "In der Wissensbasis: {}."),
    "did_you_mean": ("Did you mean: {}?", "Gemeint: {}?"),
    "nearest_below": ("The base has:", "In der Wissensbasis:"),
    "nearest_below_of": ("Of {}, the base has:", "In der Wissensbasis zu {}:"),
    "did_you_mean_below": ("Did you mean:", "Gemeint:"),
    # not found
    "not_found": ("Not in the knowledge base", "Nicht in der Wissensbasis"),
    "unknown_name": ("Nothing is known here under {}.", "Unter {} ist hier nichts bekannt."),
    "not_understood": (
        "I did not understand {}, so I give no figure.",
        "{} habe ich nicht verstanden, daher nenne ich keine Zahl.",
    ),
    "too_long": (
        "The question is longer than {} characters; please shorten it.",
        "Die Frage ist länger als {} Zeichen; bitte kürzen.",
    ),
    "no_subject": (
        "Name a company, a person or a metric, please.",
        "Bitte nenne ein Unternehmen, eine Person oder eine Kennzahl.",
    ),
    "no_metric": ("No claim on {} of {}.", "Keine Aussage zu {} von {}."),
    "other_period": (
        "No claim on {} for {}; only for other periods.",
        "Keine Aussage zu {} für {}; nur für andere Zeiträume.",
    ),
    "no_claim": ("No claim on {}.", "Keine Aussage zu {}."),
    "not_so": ("What is known of {} does not answer that.", "Was zu {} bekannt ist, beantwortet das nicht."),
    # comparison
    "brand": ("“{0}” is read as {1}.", "„{0}“ ist als {1} gelesen."),
    "different_basis": (
        "The figures differ in basis or period; they are not set against each other.",
        "Die Zahlen unterscheiden sich in Abgrenzung oder Zeitraum und werden nicht gegeneinander gestellt.",
    ),
    # the rest
    "left": ("… {} more", "… {} weitere"),
    "left_for_example": ("… {} more; ask for example: {}", "… {} weitere; frage zum Beispiel: {}"),
    **PHRASES_OF_MESSAGES,
    **PHRASES_OF_VERBS,
    **PHRASES_OF_CHECKING,
    **PHRASES_OF_DIGESTS,
}


def phrase(key: str, language: Language, *values: object) -> str:
    """The phrase of `key` in `language`, its places filled with `values`."""
    english, german = _PHRASES[key]
    return (english if language == "en" else german).format(*values)


def keys() -> frozenset[str]:
    """Every key, for the test that looks at both languages."""
    return frozenset(_PHRASES)
