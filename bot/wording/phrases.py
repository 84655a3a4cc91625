"""The fixed words of replies in both languages, one pair a line; a test holds the two languages to the same keys."""

from typing import Final

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
    # comparison
    "different_basis": (
        "The figures differ in basis or period; they are not set against each other.",
        "Die Zahlen unterscheiden sich in Abgrenzung oder Zeitraum und werden nicht gegeneinander gestellt.",
    ),
    # the rest
    "left": ("… {} more", "… {} weitere"),
    "left_for_example": ("… {} more; ask for example: {}", "… {} weitere; frage zum Beispiel: {}"),
    # terminal
    "more_by_option": ("… {} more: ask with --more", "… {} weitere: mit --more fragen"),
    "more_by_word": ("… {} more: type 'more'", "… {} weitere: „mehr“ eingeben"),
    "notes_by_option": ("… notes are shortened: ask with --more", "… Hinweise sind gekürzt: mit --more fragen"),
    "notes_by_word": ("… notes are shortened: type 'more'", "… Hinweise sind gekürzt: „mehr“ eingeben"),
    "goodbye": ("Goodbye.", "Auf Wiedersehen."),
    # messages
    "delete": ("Delete", "Löschen"),
    "more": ("More", "Mehr"),
    "quotes": ("Quotes", "Zitate"),
    "compare": ("Compare…", "Vergleichen…"),
    "wrong": ("Wrong figure?", "Zahl falsch?"),
    "helpful": ("Helpful", "Hilfreich"),
    "unhelpful": ("Not helpful", "Nicht hilfreich"),
    "share": ("Share in channel", "Im Channel teilen"),
    "shared_by": ("Asked and shared by {}:", "Gefragt und geteilt von {}:"),
    "only_asker_shares": ("Only the person who asked can share this answer.", "Das kann nur teilen, wer gefragt hat."),
    "shared_already": ("This answer is shared already.", "Diese Antwort ist schon geteilt."),
    "answer_gone": (
        "This answer is no longer at hand; please ask again.",
        "Diese Antwort ist nicht mehr da; bitte frage noch einmal.",
    ),
    "thanks": ("Thanks for telling.", "Danke für die Rückmeldung."),
    "whole_answer": ("The whole answer", "Die ganze Antwort"),
    "page": ("Page {} of {}", "Seite {} von {}"),
    "next": ("Next", "Weiter"),
    "back": ("Back", "Zurück"),
    "close": ("Close", "Schließen"),
    "cancel": ("Cancel", "Abbrechen"),
    "compare_title": ("Compare", "Vergleichen"),
    "compare_with": ("Compare with", "Vergleichen mit"),
    "compare_hint": ("Type a name", "Namen eingeben"),
    "cannot_title": ("Sorry", "Entschuldigung"),
    "wrong_title": ("Wrong figure", "Falsche Zahl"),
    "wrong_which": ("Which one?", "Welche?"),
    "wrong_why": ("What is wrong with it?", "Was stimmt daran nicht?"),
    "wrong_hint": (
        "It goes to the people who keep the base, with your id.",
        "Das geht mit deiner Kennung an alle, die die Wissensbasis pflegen.",
    ),
    "send": ("Send", "Senden"),
    "wrong_thanks": (
        "Thanks. The people who keep the base will look at it.",
        "Danke. Das sehen sich alle an, die die Wissensbasis pflegen.",
    ),
    "only_asker": ("Only the person who asked can delete this reply.", "Das kann nur löschen, wer gefragt hat."),
    "cannot_answer": ("Sorry, I cannot answer just now", "Entschuldigung, das geht gerade nicht"),
    "sorry": (
        "Sorry, something went wrong here; please ask again later.",
        "Entschuldigung, hier ist etwas schiefgegangen; bitte frage später noch einmal.",
    ),
    "too_many": ("One moment, please", "Einen Moment, bitte"),
    "too_many_why": (
        "I answer {} questions a minute for each person; please go on in a minute.",
        "Ich beantworte {} Fragen pro Minute und Person; bitte mach in einer Minute weiter.",
    ),
    "too_late": (
        "That took too long for Slack; please click once more.",
        "Das hat für Slack zu lange gedauert; bitte klicke noch einmal.",
    ),
    "answered_here": (
        "Slack does not let me write where you asked, so here is the answer:",
        "Slack lässt mich nicht dort schreiben, wo du gefragt hast, darum hier die Antwort:",
    ),
    # help
    "help": ("Ask about AI spending", "Frag nach KI-Ausgaben"),
    "help_what": (
        "I answer from sourced claims and cite each figure. What I do not know, I say.",
        "Ich antworte aus belegten Aussagen und belege jede Zahl. Was ich nicht weiß, sage ich.",
    ),
    "help_try": (
        "Ask one of the questions below, or type one of these:",
        "Stell eine der Fragen unten, oder schreib eines davon:",
    ),
    "help_sources": ("sources", "quellen"),
    "help_sources_of": ("sources {}", "quellen {}"),
    "help_sources_what": (
        "the articles that have claims, newest first",
        "die Artikel mit Aussagen, die neuesten zuerst",
    ),
    "help_coverage": ("coverage", "abdeckung"),
    "help_coverage_what": ("what I have claims on", "wozu ich Aussagen habe"),
    "help_settings": ("settings", "einstellungen"),
    "help_settings_what": ("in which language I answer, and to whom", "in welcher Sprache ich antworte, und wem"),
    "welcome": ("Hello, I answer questions about AI spending", "Hallo, ich beantworte Fragen zu KI-Ausgaben"),
    "welcome_how": (
        "Mention me or type /capex and a question. To begin with:",
        "Erwähne mich oder schreib /capex und eine Frage. Für den Anfang:",
    ),
    "to_begin_with": ("To begin with", "Für den Anfang"),
    "commands": ("Commands", "Befehle"),
    "looking_up": ("is looking it up…", "sieht nach…"),
    # lists
    "sources": ("Sources", "Quellen"),
    # checking a sentence
    "check_supported": ("Supported", "Belegt"),
    "check_contradicted": ("Contradicted", "Widerlegt"),
    "check_partly": ("Partly right", "Teilweise richtig"),
    "check_unknown": ("Not in the knowledge base", "Nicht in der Wissensbasis"),
    "check_but": ("“{}”: {}; what differs: {}.", "„{}“: {}; was abweicht: {}."),
    "check_one": ("“{}”: {}.", "„{}“: {}."),
    "check_others": ("Other sources say otherwise.", "Andere Quellen sagen es anders."),
    "check_amount": ("the amount", "der Betrag"),
    "check_period": ("the period", "der Zeitraum"),
    "check_status": ("fact or forecast", "Ist oder Prognose"),
    "check_metric": ("what is measured", "was gemessen wird"),
    "check_no_claim": (
        "No claim is known on this; that says nothing against it.",
        "Dazu ist keine Aussage bekannt; das spricht nicht dagegen.",
    ),
    "check_no_figure": (
        "No figure of a firm was read in the sentence, so there is nothing to check.",
        "In dem Satz wurde keine Zahl einer Firma gelesen; es gibt nichts zu prüfen.",
    ),
    "check_usage": (
        "Write a sentence with a figure behind it: check Microsoft spent $33bn in Q4 2024",
        "Ein Satz mit einer Zahl gehört dahinter: prüfe Microsoft gab im Q4 2024 33 Mrd. Dollar aus",
    ),
    "help_check": ("check", "prüfe"),
    "help_check_what": ("and a sentence: whether it is supported", "und ein Satz: ob er belegt ist"),
    "coverage": ("Coverage", "Abdeckung"),
    "one_claim": ("{} claim", "{} Aussage"),
    "claims": ("{} claims", "{} Aussagen"),
    "one_article": ("{} article", "{} Artikel"),
    "articles": ("{} articles", "{} Artikel"),
    "newest_first": ("{} with {}, newest first.", "{} mit {}, die neuesten zuerst."),
    "covered": ("{} on {} names.", "{} zu {} Namen."),
    "metrics": ("metrics: {}", "Kennzahlen: {}"),
    "without_metric": ("statements", "Sätze ohne Kennzahl"),
    "empty_base": ("The base holds no claims yet.", "In der Wissensbasis steht noch nichts."),
    # settings
    "settings": ("Settings", "Einstellungen"),
    "your_language": ("Your language", "Deine Sprache"),
    "language_en": ("English", "Englisch"),
    "language_de": ("German", "Deutsch"),
    "language_auto": ("that of your client", "die deines Programms"),
    "this_channel": ("This channel", "Dieser Kanal"),
    "channel_private": (
        "only who asks sees the answer to a command",
        "die Antwort auf einen Befehl sieht nur, wer fragt",
    ),
    "channel_public": ("everybody sees the answers to commands", "die Antworten auf Befehle sehen alle"),
    "a_question_decides": (
        "A question that shows its language is answered in it.",
        "Eine Frage, die ihre Sprache zeigt, wird in dieser beantwortet.",
    ),
    "automatic": ("as in my client", "wie in meinem Programm"),
    "set_language": (
        "To change: settings language de, en or auto",
        "Zum Ändern: einstellungen sprache de, en oder auto",
    ),
    "set_channel": (
        "To change: settings channel public or private",
        "Zum Ändern: einstellungen kanal öffentlich oder privat",
    ),
    "now_language_en": ("From now on I answer you in English.", "Ab jetzt antworte ich dir auf Englisch."),
    "now_language_de": ("From now on I answer you in German.", "Ab jetzt antworte ich dir auf Deutsch."),
    "now_language_auto": (
        "From now on I answer you in the language of your client.",
        "Ab jetzt antworte ich dir in der Sprache deines Programms.",
    ),
    "now_channel_public": (
        "From now on everybody in this channel sees the answers to commands.",
        "Ab jetzt sehen alle in diesem Kanal die Antworten auf Befehle.",
    ),
    "now_channel_private": (
        "From now on only who asks in this channel sees the answer to a command.",
        "Ab jetzt sieht die Antwort auf einen Befehl in diesem Kanal nur, wer fragt.",
    ),
    "wrong_language": ("The language can be de, en or auto.", "Als Sprache geht de, en oder auto."),
    "wrong_channel": (
        "A channel's answers can be public or private.",
        "Die Antworten eines Kanals können öffentlich oder privat sein.",
    ),
    "wrong_setting": (
        "There is no such setting; there are language and channel.",
        "Diese Einstellung gibt es nicht; es gibt sprache und kanal.",
    ),
    "may_not": (
        "Only workspace admins and the creator of this channel can change that.",
        "Das können nur Admins des Workspace und wer diesen Kanal angelegt hat.",
    ),
    "cannot_tell": (
        "I could not find out whether you may change that, so it stays as it was.",
        "Ich konnte nicht feststellen, ob du das ändern darfst; es bleibt, wie es war.",
    ),
    "no_channel": (
        "That is set in the channel that it is for, in Slack.",
        "Das wird in dem Kanal eingestellt, für den es gilt, in Slack.",
    ),
    "not_kept": (
        "This could not be stored just now; please try again later.",
        "Das ließ sich gerade nicht speichern; bitte versuche es später noch einmal.",
    ),
    "settings_in_chats": (
        "Settings are kept for people in chats; here the options --lang en and --lang de choose the language.",
        "Einstellungen gibt es für Menschen in Chats; hier wählen die Optionen --lang en und --lang de die Sprache.",
    ),
    # trouble
    "base_away": (
        "The knowledge base cannot be used just now; please ask again later. The bot's log has the reason.",
        "Die Wissensbasis ist gerade nicht nutzbar; bitte frage später noch einmal. Der Grund steht im Log des Bots.",
    ),
}


def phrase(key: str, language: Language, *values: object) -> str:
    """The phrase of `key` in `language`, its places filled with `values`."""
    english, german = _PHRASES[key]
    return (english if language == "en" else german).format(*values)


def keys() -> frozenset[str]:
    """Every key, for the test that looks at both languages."""
    return frozenset(_PHRASES)
