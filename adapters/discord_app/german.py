"""What commands are called and described in German, for Discord to show to whoever uses it in German.

Every word that a command shows is looked up here; a test holds the table to the commands.
"""

from typing import Any, Final

import discord
from discord import app_commands

GERMAN: Final = {
    "capex": "capex",
    "question": "frage",
    "Ask about AI spending; each figure comes with its source": (
        "Frag nach KI-Ausgaben; jede Zahl kommt mit ihrer Quelle"
    ),
    "A company, a metric, a period: meta capex 2024": "Ein Unternehmen, eine Kennzahl, ein Zeitraum: meta capex 2024",
    "capexbot": "capexbot",
    "More about AI spending: compare, check, sources, coverage, digests, articles, settings": (
        "Mehr zu KI-Ausgaben: vergleichen, prüfen, Quellen, Abdeckung, Überblicke, Artikel, Einstellungen"
    ),
    "compare": "vergleichen",
    "Set the figures of two side by side": "Die Zahlen von zweien nebeneinander",
    "first": "eins",
    "second": "zwei",
    "Whom to compare": "Wer verglichen wird",
    "With whom; also with a metric or a period: microsoft capex 2024": (
        "Mit wem; auch mit Kennzahl oder Zeitraum: microsoft capex 2024"
    ),
    "sources": "quellen",
    "The articles that the figures stand in, newest first": (
        "Die Artikel, in denen die Zahlen stehen, die neuesten zuerst"
    ),
    "coverage": "abdeckung",
    "What there are figures and statements on": "Wozu es Zahlen und Aussagen gibt",
    "name": "name",
    "Only those on a company, a person or a metric": "Nur zu einem Unternehmen, einer Person oder einer Kennzahl",
    "help": "hilfe",
    "How to ask, with questions that have an answer": "Wie man fragt, mit Fragen, die eine Antwort haben",
    "settings": "einstellungen",
    "Your language, and whom answers in this channel are for": (
        "Deine Sprache, und für wen Antworten in diesem Kanal sind"
    ),
    "change": "ändern",
    "What to change; leave it out to see the settings": "Was sich ändern soll; ohne das siehst du die Einstellungen",
    "Answer me in English": "Antworte mir auf Englisch",
    "Answer me in German": "Antworte mir auf Deutsch",
    "Answer me in the language of my client": "Antworte mir in der Sprache meines Programms",
    "This channel: only who asks sees the answer": "Dieser Kanal: die Antwort sieht nur, wer fragt",
    "This channel: everybody sees the answers": "Dieser Kanal: die Antworten sehen alle",
    "digest": "überblick",
    "A daily message to this channel: what is new on AI spending": (
        "Eine tägliche Nachricht an diesen Kanal: was es zu KI-Ausgaben Neues gibt"
    ),
    "action": "aktion",
    "What to do; leave everything out to see what is ordered": (
        "Was zu tun ist; ohne alles siehst du, was bestellt ist"
    ),
    "Order it, or change what is ordered": "Bestellen, oder Bestelltes ändern",
    "Show what is ordered": "Zeigen, was bestellt ist",
    "Preview, for your eyes only": "Vorschau, nur für deine Augen",
    "Send today's digest now": "Den heutigen jetzt schicken",
    "End it": "Abbestellen",
    "Let all members order here": "Alle Mitglieder hier bestellen lassen",
    "Let only managers of the channel order here": "Nur bestellen lassen, wer Kanäle verwalten darf",
    "at": "um",
    "When, such as 09:00": "Wann, zum Beispiel 09:00",
    "zone": "zeitzone",
    "In which time zone: type a city": "In welcher Zeitzone: tippe eine Stadt",
    "days": "tage",
    "On which days": "An welchen Tagen",
    "Monday to Friday": "Montag bis Freitag",
    "Every day": "Jeden Tag",
    "about": "wozu",
    "Only on these companies and metrics: meta, microsoft capex": (
        "Nur zu diesen Unternehmen und Kennzahlen: meta, microsoft capex"
    ),
    "language": "sprache",
    "In which language": "In welcher Sprache",
    "English": "Englisch",
    "German": "Deutsch",
    "quiet_days": "stille_tage",
    "What comes when nothing is new": "Was kommt, wenn es nichts Neues gibt",
    "A line says that nothing is new": "Eine Zeile sagt, dass es nichts Neues gibt",
    "No message": "Keine Nachricht",
    "follow": "folgen",
    "Tell this channel when something new is known on a company or a metric": (
        "Diesem Kanal melden, was zu einem Unternehmen oder einer Kennzahl neu ist"
    ),
    "what": "wem",
    "What to follow: meta, or meta revenue": "Wem oder was: meta, oder meta Umsatz",
    "unfollow": "entfolgen",
    "Follow something in this channel no more": "Etwas in diesem Kanal nicht mehr verfolgen",
    "followed": "wem",
    "What this channel follows": "Was in diesem Kanal gefolgt wird",
    "follows": "gefolgt",
    "check": "prüfen",
    "Whether a sentence with a figure is supported, with receipts": (
        "Ob ein Satz mit einer Zahl belegt ist, und womit"
    ),
    "sentence": "satz",
    "Such as: Microsoft spent $33bn in Q4 2024": "Zum Beispiel: Microsoft gab im Q4 2024 33 Mrd. Dollar aus",
    "add": "hinzufügen",
    "Suggest an article; a curator's own is read at once": (
        "Einen Artikel vorschlagen; wer freigibt, bekommt ihn gleich gelesen"
    ),
    "address": "adresse",
    "Where it stands: https://…": "Wo er steht: https://…",
    "review": "freigabe",
    "For curators: what waits, to approve, edit or reject": (
        "Für Kuratoren: was wartet, zum Freigeben, Ändern oder Ablehnen"
    ),
    "curators": "kuratoren",
    "For administrators: who curates": "Für Admins: wer freigibt",
    "Ask about this": "Danach fragen",
    "Check this": "Das prüfen",
    "Add as article": "Als Artikel hinzufügen",
}


class German(app_commands.Translator):
    """Gives Discord the German words of commands."""

    async def translate(
        self, string: app_commands.locale_str, locale: discord.Locale, _: app_commands.TranslationContext[Any, Any], /
    ) -> str | None:
        """The German for a word, where German is asked for."""
        return GERMAN.get(string.message) if locale is discord.Locale.german else None
