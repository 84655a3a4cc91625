"""Why an address or a file gives no article, in both languages; see `knowledge.reason`."""

from typing import Final

from knowledge.reason import Reasons

_PHRASES: Final[dict[str, tuple[str, str]]] = {
    # the address
    "address_too_long": (
        "an address of more than {} characters is not fetched",
        "eine Adresse mit mehr als {} Zeichen wird nicht abgerufen",
    ),
    "no_address": ("'{}' is no web address", "„{}“ ist keine Web-Adresse"),
    "no_web_address": (
        "'{}' is no web address; one begins with http:// or https://",
        "„{}“ ist keine Web-Adresse; eine solche beginnt mit http:// oder https://",
    ),
    "address_with_password": (
        "an address with a name or password in it is not fetched",
        "eine Adresse mit Namen oder Passwort darin wird nicht abgerufen",
    ),
    # the way there
    "not_found_in_time": (
        "the address of '{}' was not found in time",
        "die Adresse von „{}“ war nicht rechtzeitig zu finden",
    ),
    "no_server": ("there is no server by the name '{}'", "es gibt keinen Server namens „{}“"),
    "not_public": (
        "'{}' is not on the public internet ({}); nothing is fetched from there",
        "„{}“ liegt nicht im öffentlichen Internet ({}); von dort wird nichts abgerufen",
    ),
    "no_answer_in_time": ("'{}' did not answer in time", "„{}“ hat nicht rechtzeitig geantwortet"),
    "no_http": ("'{}' broke off, or does not speak HTTP", "„{}“ hat abgebrochen oder spricht kein HTTP"),
    "no_certificate": ("'{}' has no valid certificate", "„{}“ hat kein gültiges Zertifikat"),
    "not_reached": ("'{}' cannot be reached", "„{}“ ist nicht erreichbar"),
    "sends_on": ("the page sends on more than {} times", "die Seite leitet mehr als {}-mal weiter"),
    "forbidden_to_programs": (
        "the rules of '{}' (robots.txt) keep programs from this page",
        "die Regeln von „{}“ (robots.txt) halten Programme von dieser Seite fern",
    ),
    # the answer
    "status_401": ("'{}' wants a login for the page ({})", "„{}“ verlangt für die Seite eine Anmeldung ({})"),
    "status_402": ("'{}' wants to be paid for the page ({})", "„{}“ verlangt Geld für die Seite ({})"),
    "status_403": (
        "'{}' refuses the page; it may be for subscribers ({})",
        "„{}“ verweigert die Seite; vielleicht ist sie für Abonnenten ({})",
    ),
    "status_404": ("'{}' has no such page ({})", "„{}“ hat keine solche Seite ({})"),
    "status_410": ("'{}' has taken the page away ({})", "„{}“ hat die Seite entfernt ({})"),
    "status_429": (
        "'{}' has been asked too often; try again later ({})",
        "„{}“ wurde zu oft gefragt; versuche es später wieder ({})",
    ),
    "status_451": (
        "'{}' may not show the page for legal reasons ({})",
        "„{}“ darf die Seite aus rechtlichen Gründen nicht zeigen ({})",
    ),
    "other_status": ("'{}' cannot give the page ({})", "„{}“ kann die Seite nicht liefern ({})"),
    "took_too_long": (
        "the page took longer than {} seconds, and was left",
        "die Seite brauchte länger als {} Sekunden und wurde aufgegeben",
    ),
    "page_too_large": (
        "the page is larger than {} bytes, and was left",
        "die Seite ist größer als {} Bytes und wurde aufgegeben",
    ),
    "page_too_large_unpacked": (
        "the page is larger than {} bytes once unpacked, and was left",
        "die Seite ist ausgepackt größer als {} Bytes und wurde aufgegeben",
    ),
    "packed_unasked": (
        "the server packs the page in a way that was not asked for ('{}')",
        "der Server packt die Seite, wie es nicht verlangt war („{}“)",
    ),
    "packed_otherwise": (
        "the page is not packed as the server says ('{}')",
        "die Seite ist nicht so gepackt, wie der Server sagt („{}“)",
    ),
    "page_is_pdf": (
        "the page is a PDF; save its text to a file and add that",
        "die Seite ist ein PDF; speichere den Text in einer Datei und füge diese hinzu",
    ),
    "file_is_pdf": (
        "the file is a PDF; save its text to a file and add that",
        "die Datei ist ein PDF; speichere den Text in einer Datei und füge diese hinzu",
    ),
    "no_article_but": ("the page is no article but '{}'", "die Seite ist kein Artikel, sondern „{}“"),
    "of_no_type": ("of no type", "ohne Typ"),
    # its letters
    "no_text": ("the page is no text, whatever the server says", "die Seite ist kein Text, was der Server auch sagt"),
    "garbled": (
        "the page's letters are garbled (its text was put into the wrong character set before it was sent)",
        "die Zeichen der Seite sind verstümmelt (ihr Text kam vor dem Senden in den falschen Zeichensatz)",
    ),
    "unknown_letters": (
        "the page names a character set that is not known ('{}')",
        "die Seite nennt einen Zeichensatz, den niemand kennt („{}“)",
    ),
    "other_letters": (
        "the page is not in the character set that is named for it ({})",
        "die Seite steht nicht in dem Zeichensatz, der für sie genannt ist ({})",
    ),
    # the article
    "only_beginning": (
        "the page shows only the beginning of its article (the rest is for subscribers)",
        "die Seite zeigt nur den Anfang des Artikels (der Rest ist für Abonnenten)",
    ),
    "no_article_on_page": (
        "there is no article on the page (it may be empty, or made by a script in a browser)",
        "auf der Seite steht kein Artikel (sie ist leer, oder erst ein Skript im Browser baut sie auf)",
    ),
    "no_article_there": (
        "there is no article there: the text is empty or too short",
        "dort steht kein Artikel: Der Text ist leer oder zu kurz",
    ),
    "unread_file": (
        "'{}' is no address and cannot be read as a file: {}",
        "„{}“ ist keine Adresse und lässt sich nicht als Datei lesen: {}",
    ),
    "file_too_large": ("the file is larger than {} bytes", "die Datei ist größer als {} Bytes"),
    "no_title": (
        "the article does not say its title; give it with --title",
        "der Artikel nennt seinen Titel nicht; gib ihn mit --title an",
    ),
    "no_date": (
        "the article does not say its date; give it with --date",
        "der Artikel nennt sein Datum nicht; gib es mit --date an",
    ),
    "other_language": (
        "the article is neither in English nor in German, and only these are read",
        "der Artikel ist weder auf Englisch noch auf Deutsch, und nur diese werden gelesen",
    ),
}

why: Final = Reasons(_PHRASES)
