"""The fixed words around an answer where it is shown: terminal, buttons, forms, trouble; see `phrases`."""

from typing import Final

PHRASES_OF_MESSAGES: Final[dict[str, tuple[str, str]]] = {
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
    "share_here": ("Share here", "Hier teilen"),
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
    "cannot_show": (
        "Discord does not take this page; please ask for a part of it.",
        "Discord nimmt diese Seite nicht an; bitte frage nach einem Teil davon.",
    ),
    "compare_likely": ("The likeliest", "Die wahrscheinlichsten"),
    "compare_other": ("or another name", "oder ein anderer Name"),
    "compare_nobody": (
        "I have no claim on anybody called {}.",
        "Ich habe zu niemandem namens {} eine Aussage.",
    ),
    "compare_name_one": ("Choose somebody or type a name, please.", "Bitte wähle jemanden oder gib einen Namen ein."),
    "wrong_name_one": ("Choose the figure that is wrong, please.", "Bitte wähle die Zahl, die falsch ist."),
    "wrong_others": ("… or one of these", "… oder eine von diesen"),
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
    "took_too_long": (
        "That took too long; please try once more.",
        "Das hat zu lange gedauert; bitte versuche es noch einmal.",
    ),
    "written_here": (
        "Discord does not let me write where you asked, so here is the answer:",
        "Discord lässt mich nicht dort schreiben, wo du gefragt hast, darum hier die Antwort:",
    ),
    "no_words": (
        "There are no words in this message that I could ask about.",
        "In dieser Nachricht steht nichts, wonach ich fragen könnte.",
    ),
    "answered_here": (
        "Slack does not let me write where you asked, so here is the answer:",
        "Slack lässt mich nicht dort schreiben, wo du gefragt hast, darum hier die Antwort:",
    ),
    # trouble
    "base_away": (
        "The knowledge base cannot be used just now; please ask again later. The bot's log has the reason.",
        "Die Wissensbasis ist gerade nicht nutzbar; bitte frage später noch einmal. Der Grund steht im Log des Bots.",
    ),
}
