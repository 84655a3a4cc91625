"""The fixed words of curation in both languages, one pair a line; see `bot.wording.phrases`."""

from typing import Final

from knowledge.value import Language

_PHRASES: Final[dict[str, tuple[str, str]]] = {
    # doubts
    "subject_unknown": ("whose figure it is, is not known", "wessen Zahl das ist, ist nicht bekannt"),
    "subject_from_before": ("the name stands in a sentence before", "der Name steht in einem Satz davor"),
    "metric_from_before": ("what is measured stands in a sentence before", "die Kennzahl steht in einem Satz davor"),
    "metric_guessed": ("what is measured is not said in so many words", "die Kennzahl steht nicht wörtlich da"),
    "whole_unknown": ("of which whole it is a share is not known", "wovon es ein Anteil ist, ist nicht bekannt"),
    "period_missing": ("no period is named", "es ist kein Zeitraum genannt"),
    "period_from_before": ("the period stands in a sentence before", "der Zeitraum steht in einem Satz davor"),
    "period_derived": ("the period is derived", "der Zeitraum ist erschlossen"),
    "fiscal_year_unknown": ("when the firm's own year ends is not known", "das Ende des Geschäftsjahres ist unbekannt"),
    "fiscal_or_calendar": ("fiscal or calendar, that is not said", "Geschäfts- oder Kalenderjahr, das steht nicht da"),
    "status_weak": ("fact or forecast, the words are weak", "Ist oder Prognose, die Worte sagen es schwach"),
    "end_of_range": ("it may be one end of a range", "es ist vielleicht ein Ende einer Spanne"),
    "in_table": ("it stands in a table", "es steht in einer Tabelle"),
    "several_possible": ("it may belong to several", "es kann zu mehreren gehören"),
    # the card
    "claim": ("Proposed claim", "Vorgeschlagene Aussage"),
    "report": ("Said to be wrong", "Als falsch gemeldet"),
    "article": ("Suggested article", "Vorgeschlagener Artikel"),
    "gap": ("Asked without an answer", "Ohne Antwort gefragt"),
    "in_article": ("In the article", "Im Artikel"),
    "doubt": ("Open: {}", "Offen: {}"),
    "sure": ("Read with {} confidence", "Gelesen mit {} Sicherheit"),
    "objection": ("The proof objects: {}", "Der Beweis widerspricht: {}"),
    "disagrees": ("It disagrees with what the base says: {}", "Sie widerspricht der Wissensbasis: {}"),
    "no_statement_en": ("It has no sentence in English yet.", "Sie hat noch keinen Satz auf Englisch."),
    "no_statement_de": ("It has no sentence in German yet.", "Sie hat noch keinen Satz auf Deutsch."),
    "reported": ("“{}” (asked: {})", "„{}“ (gefragt: {})"),
    "asked_times": ("{} times, last on {}", "{}-mal, zuletzt am {}"),
    "nothing_waits": ("Nothing waits for a curator.", "Nichts wartet auf eine Freigabe."),
    "nothing_known": ("the claim is gone", "die Aussage ist nicht mehr da"),
    # buttons and forms
    "approve": ("Approve", "Freigeben"),
    "edit": ("Edit…", "Ändern…"),
    "reject": ("Reject…", "Ablehnen…"),
    "retire": ("Retire…", "Zurückziehen…"),
    "stands": ("It stands…", "Sie stimmt…"),
    "accept": ("Fetch it", "Abrufen"),
    "decline": ("Decline…", "Ablehnen…"),
    "close_gap": ("Done with", "Erledigt"),
    "skip": ("Skip", "Überspringen"),
    "reason": ("Why?", "Warum?"),
    "edit_title": ("Edit the claim", "Aussage ändern"),
    "reason_title": ("Reason", "Begründung"),
    "typed": ("You typed: {}", "Du hattest eingegeben: {}"),
    # the parts of a claim
    "part_subject": ("Whose figure", "Wessen Zahl"),
    "part_metric": ("What is measured", "Kennzahl"),
    "part_quote": ("Quote, word for word", "Zitat, wörtlich"),
    "part_amount": ("Amount, as the quote prints it", "Betrag, wie im Zitat gedruckt"),
    "part_measure": ("Kind of figure", "Art der Zahl"),
    "part_of": ("Share of what", "Anteil woran"),
    "part_direction": ("Direction", "Richtung"),
    "part_period": ("Period", "Zeitraum"),
    "part_flow": ("Per period or in all", "Je Zeitraum oder insgesamt"),
    "part_status": ("Fact or forecast", "Ist oder Prognose"),
    "part_scenario": ("Condition", "Bedingung"),
    "part_speaker": ("Who says it", "Wer es sagt"),
    "part_via": ("Told by", "Überliefert durch"),
    "part_basis": ("What it covers", "Was sie umfasst"),
    "part_statement_en": ("Sentence in English", "Satz auf Englisch"),
    "part_statement_de": ("Sentence in German", "Satz auf Deutsch"),
    # what a part may be
    "measure_level": ("an amount", "ein Betrag"),
    "measure_change": ("a change", "eine Veränderung"),
    "measure_share": ("a share", "ein Anteil"),
    "measure_ratio": ("a ratio", "ein Verhältnis"),
    "measure_count": ("a number of things", "eine Anzahl"),
    "measure_statement": ("no figure, a statement", "keine Zahl, eine Aussage"),
    "direction_up": ("up", "nach oben"),
    "direction_down": ("down", "nach unten"),
    "direction_flat": ("flat", "gleich"),
    "direction_none": ("none", "keine"),
    "flow_total": ("in the whole period", "im ganzen Zeitraum"),
    "flow_per_year": ("per year", "pro Jahr"),
    "flow_per_quarter": ("per quarter", "pro Quartal"),
    "flow_per_month": ("per month", "pro Monat"),
    "flow_cumulative": ("all up to then", "alles bis dahin"),
    "flow_point": ("at that moment", "zu diesem Zeitpunkt"),
    "status_actual": ("actual: it has happened", "Ist: es ist geschehen"),
    "status_guidance": ("guidance: its own outlook", "Ausblick: der eigene"),
    "status_plan": ("plan", "Plan"),
    "status_forecast": ("forecast by others", "Prognose anderer"),
    "status_estimate": ("estimate", "Schätzung"),
    "status_alleged": ("alleged", "Behauptung"),
    "status_opinion": ("opinion", "Meinung"),
    "scenario_none": ("none", "keine"),
    "scenario_required": ("what would be needed", "was nötig wäre"),
    "scenario_conditional": ("only if something else happens", "nur wenn etwas anderes eintritt"),
    "edit_what": ("✎ Subject…", "✎ Wer, was…"),
    "edit_figure": ("✎ Figure…", "✎ Zahl…"),
    "edit_standing": ("✎ Period, status…", "✎ Zeitraum, Status…"),
    "edit_words": ("✎ Wording…", "✎ Wortlaut…"),
    # decided
    "approved": ("Approved; it answers from now on.", "Freigegeben; sie antwortet ab jetzt."),
    "rejected": ("Rejected: {}", "Abgelehnt: {}"),
    "edited": ("Changed.", "Geändert."),
    "retired": ("Retired: {}", "Zurückgezogen: {}"),
    "stood": ("The figure stands: {}", "Die Zahl stimmt: {}"),
    "accepted": ("It will be fetched.", "Er wird abgerufen."),
    "declined": ("Declined: {}", "Abgelehnt: {}"),
    "closed": ("Done with.", "Erledigt."),
    "refused": ("That was not done: {}.", "Das ging nicht: {}."),
    # what people are told
    "add": ("Add an article", "Artikel hinzufügen"),
    "add_what": ("Give its address: add https://…", "Gib die Adresse an: hinzufügen https://…"),
    "help_add": ("add", "hinzufügen"),
    "help_add_what": (
        "and an address: suggests an article, on which a curator decides",
        "und eine Adresse: schlägt einen Artikel vor, über den die Redaktion entscheidet",
    ),
    "only_aside": (
        "Type it after /capex or in a direct message, where only you see the answer.",
        "Schreib es hinter /capex oder in einer Direktnachricht, wo nur du die Antwort siehst.",
    ),
    "suggested": (
        "Thanks. A curator will decide whether it is read; you will be told.",
        "Danke. Ob er gelesen wird, entscheidet jemand von der Redaktion; du bekommst Bescheid.",
    ),
    "fetching": ("It is being fetched; you get a message.", "Er wird abgerufen; du bekommst eine Nachricht."),
    "only_curators": (
        "Only curators review claims. Whoever runs the bot names them.",
        "Aussagen geben nur Kuratoren frei. Wer den Bot betreibt, benennt sie.",
    ),
    "at_terminal": ("At a terminal: capex review, capex article add", "Im Terminal: capex review, capex article add"),
    "review": ("Review", "Freigabe"),
    "curators": ("Curators", "Kuratoren"),
    "curators_are": ("Those who approve claims here.", "Wer hier Aussagen freigibt."),
    "pick_curator": ("Add somebody, or take them off…", "Jemanden hinzufügen oder streichen…"),
    "may_not_grant": (
        "Only administrators may do that, where the bot serves just this workspace or server.",
        "Das können nur Admins, und nur wo der Bot allein diesem Workspace oder Server dient.",
    ),
    # checking a message
    "checked_in_part": (
        "The message is long; only the part with its first figures was checked.",
        "Die Nachricht ist lang; geprüft ist nur der Teil mit ihren ersten Zahlen.",
    ),
    # outcomes
    "article_told": ("About the article you gave", "Zu deinem Artikel"),
    "report_told": ("About the figure you reported", "Zu der von dir gemeldeten Zahl"),
    "proposed": ("Claims proposed: {}", "Vorgeschlagene Aussagen: {}"),
    "outcome_added": ("The article you gave is in the base: {}", "Dein Artikel ist in der Wissensbasis: {}"),
    "outcome_copied": ("The article you gave is a copy: {}", "Dein Artikel ist eine Kopie: {}"),
    "outcome_known": ("The base had the article already: {}", "Die Wissensbasis hatte den Artikel schon: {}"),
    "outcome_failed": ("The article could not be read: {}", "Der Artikel ließ sich nicht lesen: {}"),
    "gave_up": (
        "Reading it was begun {} times and never finished; whoever runs the bot finds why in its log.",
        "Das Lesen begann {}-mal und endete nie; wer den Bot betreibt, findet den Grund in seinem Log.",
    ),
    "outcome_declined": ("The article is not taken: {}", "Der Artikel wird nicht aufgenommen: {}"),
    "outcome_mended": ("The figure that you reported was mended: {}", "Die von dir gemeldete Zahl ist berichtigt: {}"),
    "outcome_retired": (
        "The figure that you reported answers no more: {}",
        "Die von dir gemeldete Zahl antwortet nicht mehr: {}",
    ),
    "outcome_stands": ("The figure that you reported stands: {}", "Die von dir gemeldete Zahl bleibt: {}"),
}


def said(key: str, language: Language, *values: object) -> str:
    """The phrase of `key` in `language`, its places filled with `values`."""
    english, german = _PHRASES[key]
    return (english if language == "en" else german).format(*values)


def keys() -> frozenset[str]:
    """Every key, for the test that looks at both languages."""
    return frozenset(_PHRASES)
