"""The fixed words of help, lists and settings; see `phrases`."""

from typing import Final

PHRASES_OF_VERBS: Final[dict[str, tuple[str, str]]] = {
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
    "may_not_manage": (
        "Only members with the permission Manage Server can change that.",
        "Das können nur Mitglieder mit dem Recht „Server verwalten“.",
    ),
    "cannot_tell": (
        "I could not find out whether you may change that, so it stays as it was.",
        "Ich konnte nicht feststellen, ob du das ändern darfst; es bleibt, wie es war.",
    ),
    "no_channel": (
        "That is set in the channel that it is for, in Slack or Discord.",
        "Das wird in dem Kanal eingestellt, für den es gilt, in Slack oder Discord.",
    ),
    "not_kept": (
        "This could not be stored just now; please try again later.",
        "Das ließ sich gerade nicht speichern; bitte versuche es später noch einmal.",
    ),
    "settings_in_chats": (
        "Settings are kept for people in chats; here the options --lang en and --lang de choose the language.",
        "Einstellungen gibt es für Menschen in Chats; hier wählen die Optionen --lang en und --lang de die Sprache.",
    ),
}
