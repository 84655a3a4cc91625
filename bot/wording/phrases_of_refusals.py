"""Why an edit or a decision of a curator is refused, in both languages; see `knowledge.reason`."""

from typing import Final

from knowledge.reason import Reasons

_PHRASES: Final[dict[str, tuple[str, str]]] = {
    # the gate
    "keeps_its_id": ("a claim keeps its id and its article", "eine Aussage behält ihre Kennung und ihren Artikel"),
    "quote_withdrawn": (
        "its quote was withdrawn, so that nothing proves it",
        "ihr Zitat wurde zurückgezogen, sodass nichts sie beweist",
    ),
    "text_not_kept": (
        "the base keeps no text of the article, so that another quote or context cannot be proved",
        "die Wissensbasis hat den Text des Artikels nicht, sodass sich kein anderes Zitat beweisen lässt",
    ),
    "unproved": ("the claim '{}' does not pass the proof: {}", "die Aussage „{}“ besteht den Beweis nicht: {}"),
    # decisions
    "state_proposed": ("proposed", "vorgeschlagen"),
    "state_approved": ("approved", "freigegeben"),
    "state_retired": ("retired", "zurückgezogen"),
    "approved_already": ("the claim '{}' is approved already", "die Aussage „{}“ ist schon freigegeben"),
    "only_proposed_rejected": (
        "the claim '{}' is {}, and only a proposed one can be rejected",
        "die Aussage „{}“ ist {}, und ablehnen lässt sich nur eine vorgeschlagene",
    ),
    "only_approved_retired": (
        "the claim '{}' is {}, and only an approved one can be retired",
        "die Aussage „{}“ ist {}, und zurückziehen lässt sich nur eine freigegebene",
    ),
    "own_place": (
        "the claim '{}' cannot stand in its own place",
        "die Aussage „{}“ kann nicht an ihre eigene Stelle treten",
    ),
    "cannot_replace": (
        "the claim '{}' is {}, so that it cannot answer in place of another",
        "die Aussage „{}“ ist {} und kann deshalb nicht an Stelle einer anderen antworten",
    ),
    "give_reason": (
        "give a reason; it stands with the claim",
        "gib eine Begründung an; sie steht dann bei der Aussage",
    ),
    "give_reason_told": (
        "give a reason; it is kept, and told to whoever handed it in",
        "gib eine Begründung an; sie bleibt erhalten, und wer es eingereicht hat, erfährt sie",
    ),
    "reason_too_long": (
        "the reason is longer than {} characters; shorten it",
        "die Begründung ist länger als {} Zeichen; kürze sie",
    ),
    "unknown_claim": ("the claim '{}' is not known", "die Aussage „{}“ ist nicht bekannt"),
    "unknown_article": ("the article '{}' is not known", "der Artikel „{}“ ist nicht bekannt"),
    "changed_since": (
        "the claim '{}', or what it disagrees with, has changed since; look at it again",
        "die Aussage „{}“ oder das, dem sie widerspricht, hat sich seither geändert; sieh sie dir noch einmal an",
    ),
    "nothing_to_decide": (
        "'{}' is nothing that could be decided; see capex review --list",
        "über „{}“ lässt sich nicht entscheiden; siehe capex review --list",
    ),
    "decided_or_unknown": ("'{}' is decided already, or not known", "„{}“ ist schon entschieden oder nicht bekannt"),
    "decided_already": ("'{}' is decided already", "über „{}“ ist schon entschieden"),
    "decided_by": ("'{}' is decided by {}", "bei „{}“ gibt es nur: {}"),
    "decided_claim": ("approve or reject", "freigeben oder ablehnen"),
    "decided_report": ("retire or stands", "zurückziehen oder stehen lassen"),
    "decided_article": ("accept or decline", "abrufen oder ablehnen"),
    "decided_gap": ("close_gap", "erledigen"),
    # edits
    "nothing_changed": ("nothing was changed", "es wurde nichts geändert"),
    "no_such_key": ("that key means nothing here", "diese Taste bedeutet hier nichts"),
    "field_and_text": (
        "give a field and its text, as status=plan",
        "gib ein Feld und seinen Text an, wie status=plan",
    ),
    "no_field": ("there is no field '{}'; there are {}", "ein Feld „{}“ gibt es nicht, sondern: {}"),
    "no_choice": ("'{0}' is no {1}; there are {2}", "„{0}“ geht bei „{1}“ nicht; zur Wahl stehen: {2}"),
    "choice_measure": ("measure", "Art der Zahl"),
    "choice_direction": ("direction", "Richtung"),
    "choice_flow": ("flow", "Je Zeitraum oder insgesamt"),
    "choice_status": ("status", "Ist oder Prognose"),
    "choice_scenario": ("scenario", "Bedingung"),
    "flow_of_what": (
        "a claim without a period has no flow",
        "ohne Zeitraum gibt es nichts je Zeitraum oder insgesamt",
    ),
    "no_subject": ("no subject is known under '{}'", "unter „{}“ ist keine Firma, Person oder Gruppe bekannt"),
    "no_metric": ("no metric is known under '{}'", "unter „{}“ ist keine Kennzahl bekannt"),
    "no_word": ("no word is known under '{}'", "unter „{}“ ist kein Begriff bekannt"),
    "no_period": ("no period is read in '{}'", "in „{}“ ist kein Zeitraum zu lesen"),
    "several_periods": ("'{}' names several periods; give one", "„{}“ nennt mehrere Zeiträume; gib einen an"),
    "no_amount": ("no amount is read in '{}'", "in „{}“ ist kein Betrag zu lesen"),
    "several_amounts": ("'{}' names several amounts; give one", "„{}“ nennt mehrere Beträge; gib einen an"),
    "not_quoted": ("'{}' does not stand in the quote", "„{}“ steht nicht im Zitat"),
    "quote_holds_amount": ("the quote has to hold '{}'", "das Zitat muss „{}“ enthalten"),
    "nothing_to_quote": (
        "the base keeps no text of the article, so that no other words can be quoted",
        "die Wissensbasis hat den Text des Artikels nicht, sodass sich nichts anderes zitieren lässt",
    ),
    "not_word_for_word": (
        "'{}' does not stand in the article word for word",
        "„{}“ steht nicht Wort für Wort im Artikel",
    ),
}

why: Final = Reasons(_PHRASES)
"""Why it is refused."""
