"""The small words of questions: what they are made of besides names, metrics, periods and amounts.

`FILLERS` carry no meaning that an answer would have to account for ("how much does … spend"); a word that is
neither here nor in the vocabulary counts as not understood. `MARKERS` tell languages apart. Both are closed lists,
short enough to review, since a word too many here would let a half-understood question pass for an understood one.
"""

from typing import Final


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ENGLISH: Final = _set(
    """a about actually all also am an and any are as ask at be been being but by can could current currently did do
    does doing during each ever expect expected expects figure figures find for from get give gives going got had
    has have having hello hey how i in into is it its just know last latest let like look looks me money more most
    much my need new newest now number numbers of ok okay on one or our out over per please plz pls really roughly
    said say says search see show shows should since so some source sources tell than thanks that the their them
    then there these they thing things think thinks this those to today total up us use used was we were what whats
    when where which while who will with would year years yet you your quarter half month dollars dollar usd many
    planned plan plans planning forecast forecasts guidance outlook actual actually reported report reports
    estimate estimated annual yearly quarterly billion billions bn mn amount company
    companies firm firms according"""
)

GERMAN: Final = _set(
    """aber alle alles als am an auch auf aus bei bis bitte da damit dann darüber das dass dein dem den denn der des
    die dies diese diesem diesen dieser dieses doch du ein eine einem einen einer eines er erwartet es etwa etwas
    euer fand finde für fürs gab geben gerade gesagt gesamt gib gibt hab habe haben hallo hat hatte heute hier hoch
    höhe ich ihr ihre im in insgesamt ist jahr jahre jahren jährlich jetzt kann kannst können könnte laut liegt
    machen macht man mehr mein mich mir mit nach neu neue neueste noch nun nur ob oder pro quelle quellen sag
    sage sagen sagt sei sein seine seit sich sie sind so soll sollen über um und uns unser viel viele vom von vor
    wann war waren warum was welche welcher welches wem wen wenn wer werden wie wieviel wird wo wofür wollen worden
    wurde wurden zahl zahlen zeig zeige zu zum zur zuletzt quartal halbjahr monat geld dollar euro milliarden
    millionen mrd mio prognose prognosen ausblick geplant plant plan pläne planen gemeldet bericht berichtet
    schätzung geschätzt konzern firma firmen unternehmen betrag gesamte vergleich"""
)

FILLERS: Final = ENGLISH | GERMAN

MARKERS: Final[dict[str, frozenset[str]]] = {
    "en": _set("the is of and what how much does did do for in year this next last about which who will spend show me"),
    "de": _set(
        """der die das ist und was wie viel hat für im jahr dieses nächstes letztes über welche wer wird gibt zeig mir
        von den dem mit wieviel laut nach zum zur sind haben bei ich du wann war hoch waren"""
    ),
    "fr": _set(
        "le la les est et que quel quelle combien pour dans cette année dépense a-t-il sont du des en selon qui"
    ),
    "es": _set("el la los las es y qué que cuánto cuanto para en este año gasta son del según quién cuál"),
    "it": _set("il lo la gli è e che quanto per nel questo anno spende sono della secondo chi quale"),
    "nl": _set("de het een is en wat hoe veel hoeveel voor dit jaar geeft uit aan van zijn volgens wie welke"),
    "pt": _set("o a os as é e que quanto para em este ano gasta são do da segundo quem qual"),
}

GREETINGS: Final = _set("hi hello hey hallo moin servus help hilfe start")
VERSUS: Final = _set("vs versus gegen compare compared comparison vergleiche vergleich vergleichen")
SPEAKER_MARKS: Final = ("according to", "laut", "says", "sagt", "said by", "nach angaben von")
CHANGE_WORDS: Final = _set(
    "growth grow grew grown change changed increase increased rise rose decline fall fell drop dropped wachstum "
    "gewachsen wuchs veränderung anstieg gestiegen stieg rückgang gefallen fiel zunahme"
)
