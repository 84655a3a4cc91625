"""What the proof finds, in both languages; see `knowledge.reason`. One phrase a key, in the order of the rules.

The English is what mends a file; the German is for curators, who see neither file nor field.
"""

from typing import Final

from knowledge.reason import Reasons
from knowledge.unfit import why as unfit

_NAMES: Final[dict[str, tuple[str, str]]] = {
    "unit_percent": ("percent", "Prozent"),
    "unit_count": ("count", "(Anzahl)"),
    "unit_times": ("times", "(Vielfaches)"),
    "the_year": ("year", "das Jahr"),
    "the_half": ("half", "das Halbjahr"),
    "the_quarter": ("quarter", "das Quartal"),
    "the_month": ("month", "den Monat"),
    "the_week": ("week", "die Woche"),
    "the_day": ("day", "den Tag"),
    "the_fiscal_year": ("fiscal_year", "das Geschäftsjahr"),
    "the_fiscal_half": ("fiscal_half", "das Geschäftshalbjahr"),
    "the_fiscal_quarter": ("fiscal_quarter", "das Geschäftsquartal"),
    "the_since": ("since", "die Zeit"),
    "the_span": ("span", "die Spanne"),
    "the_relative": ("relative", "die Zeit"),
    "flow_per_year": ("per_year", "pro Jahr"),
    "flow_per_quarter": ("per_quarter", "pro Quartal"),
    "flow_per_month": ("per_month", "pro Monat"),
    "status_actual": ("actual", "Ist"),
    "status_guidance": ("guidance", "Ausblick"),
    "status_plan": ("plan", "Plan"),
    "status_forecast": ("forecast", "Prognose"),
    "status_estimate": ("estimate", "Schätzung"),
    "status_alleged": ("alleged", "Behauptung"),
    "status_opinion": ("opinion", "Meinung"),
    "field_subject": ("subject", "Wessen Zahl"),
    "field_speaker": ("speaker", "Wer es sagt"),
    "field_via": ("via", "Überliefert durch"),
    "field_metric": ("metric", "Kennzahl"),
    "field_period": ("period", "Zeitraum"),
    "field_baseline": ("baseline", "Vergleichszeitraum"),
    "field_basis": ("basis", "Was sie umfasst"),
    "field_status": ("status", "Ist oder Prognose"),
    "field_of": ("of", "Anteil woran"),
    "field_direction": ("direction", "Richtung"),
    "language_en": ("en", "Englisch"),
    "language_de": ("de", "Deutsch"),
    "month_day": ("{0}-{1}", "{1}.{0}."),
}

_FINDINGS: Final[dict[str, tuple[str, str]]] = {
    # quotes
    "words_elsewhere": (
        "the words stand in the text at {}, not at {}",
        "die Worte stehen im Text an Stelle {}, nicht an Stelle {}",
    ),
    "words_missing": ("the text does not hold these words at {}: '{}'", "an Stelle {} steht im Text nicht „{}“"),
    # amounts
    "bounded": ("{} {} {}", "{} {} {}"),
    "ranging": ("{0} {1} to {2} {3}", "{1} bis {2} {3}"),
    "no_amount": ("no amount", "keinen Betrag"),
    "reads_another": ("the reader finds {0} in '{1}', not {2}", "„{1}“ ergibt {0}, nicht {2}"),
    "quote_reads_another": ("in the whole quote the reader finds {}, not {}", "das ganze Zitat ergibt {}, nicht {}"),
    # statements
    "statement_says": ("the statement says {}, not {}", "der Satz nennt {}, nicht {}"),
    "not_the_period": ("'{}' ({}) is not the claim's period", "„{}“ ({}) ist nicht der Zeitraum der Aussage"),
    "none_the_period": (
        "the statement names times, and none of them is the claim's period",
        "der Satz nennt Zeiten, und keine davon ist der Zeitraum der Aussage",
    ),
    "not_the_amount": ("'{}' ({}) is not the claim's amount", "„{}“ ({}) ist nicht der Betrag der Aussage"),
    "number_of_nothing": (
        "the number '{}' is neither amount nor period nor a name",
        "die Zahl „{}“ gehört weder zum Betrag noch zum Zeitraum noch zu einem Namen",
    ),
    # names
    "unknown_subject": ("the subject '{}' is not known", "der Name „{}“ ist nicht bekannt"),
    "unknown_speaker": ("the speaker '{}' is not known", "wer „{}“ ist, ist nicht bekannt"),
    "unknown_source": ("the source '{}' is not known", "die Quelle „{}“ ist nicht bekannt"),
    "unknown_metric": ("the metric '{}' is not known", "die Kennzahl „{}“ ist nicht bekannt"),
    "unknown_whole": ("the whole '{}' is not known", "das Ganze „{}“ ist nicht bekannt"),
    "unknown_basis": ("the basis '{}' is not known", "der Umfang „{}“ ist nicht bekannt"),
    "unknown_topic": ("the topic '{}' is not known", "das Thema „{}“ ist nicht bekannt"),
    "unknown_claim": ("the claim '{}' is not known", "die Aussage „{}“ ist nicht bekannt"),
    "broad_metric": (
        "'{}' is a broad metric; file the claim under one of: {}",
        "„{}“ ist als Kennzahl zu weit; wähle eine von diesen: {}",
    ),
    "own_contrast": ("a claim is no contrast to itself", "eine Aussage steht sich nicht selbst gegenüber"),
    # labels
    "since_when": ("a period of kind 'since' has a first day", "ein Zeitraum mit „seit“ hat einen ersten Tag"),
    "label_other": ("the label of this period is '{}', not '{}'", "dieser Zeitraum heißt „{}“, nicht „{}“"),
    "is_whole": ("'{0}' is a whole {1}, not a span", "„{0}“ ist keine Spanne, sondern etwas Ganzes: {1}"),
    "label_of_kind": ("'{}' is the label of a period of kind '{}'", "„{}“ heißt ein Zeitraum der Art „{}“"),
    "label_no_end": (
        "the label '{}' names {}, which is not that end of it",
        "die Bezeichnung „{}“ nennt {}, und dort liegt dieses Ende nicht",
    ),
    "label_neither_end": (
        "the label '{}' names the year of neither end",
        "die Bezeichnung „{}“ nennt weder das Jahr des Anfangs noch das des Endes",
    ),
    "label_length": (
        "the label '{}' does not last from {} to {}",
        "die Bezeichnung „{}“ passt nicht zur Dauer vom {} bis {}",
    ),
    "label_unsaid": (
        "the label '{}' says '{}', which the words '{}' do not",
        "die Bezeichnung „{}“ sagt „{}“, die Worte „{}“ sagen es nicht",
    ),
    # periods
    "span": ("{} {} to {}", "{} {} bis {}"),
    "open": ("open", "offen"),
    "no_period": ("no period", "keinen Zeitraum"),
    "words_unprinted": ("'{}' stands in neither quote nor context", "„{}“ steht weder im Zitat noch im Kontext"),
    "period_unread": (
        "the reader finds {0} in '{1}'; mend it, or name the period as inferred",
        "„{1}“ ergibt {0}; berichtige es oder kennzeichne den Zeitraum als erschlossen",
    ),
    "period_unsaid": (
        "the period is inferred, so the statement says it; it says {}",
        "der Zeitraum ist erschlossen, also muss der Satz ihn nennen; er nennt {}",
    ),
    "not_cumulative": (
        "a {} is no cumulative period; its sum is its 'total'",
        "bei der Art „{}“ gibt es kein „alles bis dahin“; wähle „im ganzen Zeitraum“",
    ),
    "flow_unsaid": ("the statement does not say '{}'", "im Satz fehlt „{}“"),
    "not_before": (
        "'{}' ({}) is neither a year before '{}' nor just before it",
        "„{}“ ({}) liegt weder ein Jahr vor „{}“ noch unmittelbar davor",
    ),
    # times
    "begins_after": (
        "is '{}' and begins on {}, after the article ({})",
        "„{}“ passt nicht: Der Zeitraum beginnt am {}, nach dem Artikel ({})",
    ),
    "ended_before": (
        "is '{}' and ended on {}, long before the article ({})",
        "„{}“ passt nicht: Der Zeitraum endete am {}, lange vor dem Artikel ({})",
    ),
    "since_ends": (
        "'since' ends at the article's date, {}, not on {}",
        "ein Zeitraum mit „seit“ endet am Tag des Artikels, {}, nicht am {}",
    ),
    "relative_ends": (
        "'relative' begins or ends at the article's date, {}",
        "ein relativer Zeitraum beginnt oder endet am Tag des Artikels, {}",
    ),
    "not_counted": (
        "{} to {} is no whole number of weeks or months",
        "vom {} bis {} sind es keine ganzen Wochen oder Monate",
    ),
    "no_fiscal_end": (
        "the vocabulary gives no end of the fiscal year of '{}'",
        "wann das Geschäftsjahr von {} endet, ist nicht bekannt",
    ),
    "fiscal_ends": (
        "ends on {}; the fiscal year of '{}' ends on {}",
        "der Zeitraum endet am {}; das Geschäftsjahr von {} endet am {}",
    ),
    # inferred
    "name_unprinted": (
        "no name of '{}' stands in quote or context; give the context, or name it as inferred",
        "kein Name von „{}“ steht in Zitat oder Kontext; ergänze den Kontext oder kennzeichne ihn als erschlossen",
    ),
    "period_unprinted": (
        "the period has no words of the article and is not named as inferred",
        "der Zeitraum hat keine Worte im Artikel und ist nicht als erschlossen gekennzeichnet",
    ),
    "inferred_twice": ("'{}' is inferred twice", "„{}“ ist zweimal als erschlossen gekennzeichnet"),
    "inferred_empty": (
        "'{}' is named as inferred and has no value",
        "„{}“ ist als erschlossen gekennzeichnet und hat keinen Wert",
    ),
    # languages
    "missing_language": ("'{}' is missing", "der Text auf {} fehlt"),
    "different_numbers": (
        "its two languages say different numbers",
        "die beiden Sprachen nennen verschiedene Zahlen",
    ),
    # exemptions
    "exempted": (
        "is exempted from the rule '{}' and keeps it; drop the exemption",
        "ist von der Regel „{}“ ausgenommen und hält sie ein; die Ausnahme kann weg",
    ),
}

why: Final = Reasons({**unfit.phrases, **_NAMES, **_FINDINGS})
"""Why a claim is not proved, with the names that the types have for their kinds."""
