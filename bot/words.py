"""The small words of questions: what they are made of besides names, metrics, periods and amounts.

`FILLERS` carry no meaning that an answer would have to account for ("how much does … spend"); a word that is
neither here nor in the vocabulary counts as not understood. `MARKERS` tell languages apart. Both are closed lists,
short enough to review, since a word too many here would let a half-understood question pass for an understood one.
"""

from pathlib import Path
from typing import Final


def word_set(words: str) -> frozenset[str]:
    """The words of a text, folded."""
    return frozenset(words.casefold().split())


ENGLISH: Final = word_set(
    """a about according actual actually after again against all alone already also altogether always am amount an
    and announce announced announcement annual another any anybody anyone anything approximately are around as
    ask at back be because become been before being believe believes between big billion billions bn both bring
    brings but by call called came can cent combined come comes companies company compared comparing concern
    concerning concerns consume consumed consumes consumption contribute contributes contribution could
    criticise criticises criticize criticizes critics current currently did discuss do does doing dollar
    dollars done during each earn earned either else entire estimate estimated estimates even ever every exact
    exactly expect expected expecting expects explain far figure figures find firm firms flow flows for
    forecast forecasts from full further gave get gets give given gives go goes going got guidance guide had
    half handle happen happened has have having he hello her here hey high him his how huge i if in including
    indeed inside into is it its judge judges just kind know known large largest last late lately later latest
    least less let level like likely list little long look looking looks lot low made main mainly make makes
    many may maybe me mean means mention mentioned might million millions mn money month months more most much
    my name named near need needed needs new newest news next now number numbers of off offer officially often
    ok okay on once one ones only opinion opinions or other others our out outlook over overall own paid part
    parts past pay paying people per percent percentage period place plan planned planning plans please pls
    plus plz point possible predict predicted predicts probably project projected projection projections put
    puts quarter quarterly question quite rather really recent recently regarding report reported reporting
    reports result results right roughly said same say saying says see seen she should show shows side similar
    since single size sized small so some somebody someone something soon source sources speak specifically
    spread stated statement statements still stuff sum supposed sure take taken takes talk talked tell tells
    than thank thanks that the their them then there these they thing things think thinking thinks this those
    though thought through time times to today together told too top total totally towards true try under until
    up upcoming us usd use used uses very view views want wanted wants warn warned warns was way we week well
    went were what whatever whats when where whether which while who whole whom whose why will with within
    would write year yearly years yes yet you your happen happens happened days day nobody nothing info infos sth stuff
    along quote quotes both differ differs different two three article articles base admit admits describe describes
    larger higher lower greater highest lowest biggest smallest m don isn aren wasn weren doesn didn hasn haven hadn
    won wouldn couldn shouldn
    refer refers talking away ever anyhow gonna wanna take takes bigger smaller older newer fast faster quickly"""
)

GERMAN: Final = word_set(
    """ab aber all alle allein allem allen aller alles als also am an andere anderen anderer angaben angegeben
    angekündigt angenommen anhand ansicht ansichten auch auf aus außerdem bald bedeutet befürchtet bei beide
    beiden beim bekannt bereits bericht berichte berichten berichtet besonders betrag betragen beträgt billion
    billionen bis bisher bitte brauchen braucht bringen bringt da dabei dadurch dafür dagegen daher damit
    danach daran darauf darüber das dass davon davor dazu dein dem demnächst den denke denken denkt denn der
    deren des deshalb dessen dich die dies diese diesem diesen dieser dieses dir doch dollar dort du durch
    dürfte eigentlich ein eine einem einen einer eines einige einmal einzelne entfallen entfällt er erst ersten
    erwarte erwarten erwartet es etwa etwas euch euer euro fand finde finden findet firma firmen fließe fließen
    fließt frage für fürs gab ganz ganze geben gegeben gegenüber gehen geht geld gemacht gemeldet genannt genau
    geplant gerade gesagt gesamt gesamte gesamten geschätzt gewesen gib gibt gilt glaube glauben glaubt gleich
    gleichen groß große großen hab habe haben halbjahr halbjahres hallo halten hat hatte hatten heißt her heute
    hielt hier hin hoch hohe hohen hält höhe höhere ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in
    innerhalb insgesamt ist ja jahr jahre jahren jahres je jede jeden jeder jetzt jeweils jährlich kam kann
    kannst kennen kennst klein kleine kommen kommende kommenden kommt konzern konzerne kritik kritisieren
    kritisiert kritisierte könnte könnten lange lassen laut lautet letzte letzten liegen liegt machen macht mal
    man manche mehr mein meine meinen meint meinte meinung meinungen mich milliarden millionen mindestens mio
    mir mit monat monate mrd muss möchte möglich müssen nach nannte nennen nennt neu neue neuen neueste
    neuesten noch nun nur nächste nächsten nächstes ob oder plan planen plant pläne pro prognose prognosen
    prognostiziert prozent quartal quartals quelle quellen rund sag sage sagen sagst sagt sagte schnell schon
    schätzen schätzt schätzung schätzungen sehen sehr sei sein seine seinem seinen seiner seit selbst sich sie
    sieht sind so sogar soll sollen sollte sollten sowie stark stehe stehen steht stärker summe tatsächlich um
    und ungefähr uns unser unter unternehmen usd verbrauch verbrauchen verbraucht verdienen verdient
    veröffentlicht viel viele vielen vom von vor voraus voraussichtlich vorher wann war waren warnen warnt
    warnte warum was weil weiter weitere welche welchem welchen welcher welches wem wen wenig weniger wenn wer
    werden weshalb wessen wie wieder wieso wieviel wieviele will wir wird wirklich wissen wo woche wochen wofür
    wohin wollen wollte worden wurde wurden zahl zahlen zahlt zahlten zeig zeige zeigen zeigt zeit zeitraum zu
    selbe selben selber selbem dieselbe dieselben derselbe denselben demselben gleichzeitig
    zuletzt zum zur zusammen zwischen über überhaupt womit wozu woher wovon worauf wobei woran worin wohin wodurch
    lässt lasst gut oft drin darin heran dran rein raus mehrmals info infos erzähl erzähle erzählt erzählen reden redet
    spricht sprechen stammen stammt beziehen bezieht drauf passiert passieren geschieht geschehen beschreibt beschreiben
    gegenüberstellen gegenüberstellung gegenübergestellt
    nebeneinander unterscheiden unterscheidet zwei drei artikel beides lag liege brauchte gebraucht dauert dauern
    vielleicht wegen"""
)

FILLERS: Final = ENGLISH | GERMAN

MARKERS: Final[dict[str, frozenset[str]]] = {
    "en": word_set(
        """the is of and what how much does did do for in year this next last about which who will spend show me
        versus compare compared"""
    ),
    "de": word_set(
        """der die das ist und was wie viel hat für im jahr dieses nächstes letztes über welche wer wird gibt zeig mir
        von den dem mit wieviel laut nach zum zur sind haben bei ich du wann war hoch waren gegen vergleiche
        vergleichen"""
    ),
    "fr": word_set(
        "le la les est et que quel quelle combien pour dans cette année dépense a-t-il sont du des en selon qui"
    ),
    "es": word_set("el la los las es y qué que cuánto cuanto para en este año gasta son del según quién cuál"),
    "it": word_set("il lo la gli è e che quanto per nel questo anno spende sono della secondo chi quale"),
    "nl": word_set("de het een is en wat hoe veel hoeveel voor dit jaar geeft uit aan van zijn volgens wie welke"),
    "pt": word_set("o a os as é e que quanto para em este ano gasta são do da segundo quem qual"),
}

GENERIC: Final = ("ai", "ki")
"""Every question here is about AI: beside anything else the word names nothing of its own."""

ASKING: Final = word_set(
    "who whom whose what where why when how wer wen wem wessen was wo wofür wozu warum wieso wann wie"
)
"""Words with which a question begins that asks something of its own."""

GREETINGS: Final = word_set("hi hello hey hallo moin servus help hilfe start")
VERSUS: Final = word_set("vs versus gegen compare compared comparison vergleiche vergleich vergleichen")
YEAR_MARKS: Final = (
    "this",
    "last",
    "next",
    "current",
    "coming",
    "past",
    "previous",
    "dies",
    "letzt",
    "nächst",
    "kommend",
    "vergangen",
    "laufend",
    "vorig",
    "vorjahr",
    "year",
    "ago",
    "yesterday",
    "tomorrow",
    "gestern",
    "day",
    "tag",
    "woch",
)
"""Parts of words that tell which year is meant without naming it."""

SPEAKER_MARKS: Final = ("according to", "laut", "said by", "nach angaben von")
CHANGE_WORDS: Final = word_set(
    """growth yoy grow grows grew grown change changes changed increase increases increased raise raises raised rise
    rises rose risen decline declines declined decrease decreased fall falls fell fallen drop drops dropped
    cut cuts reduce reduces reduced jump jumped surge surged climb climbed soar soared slump slumped plunge
    plunged wachstum wachsen wächst gewachsen wuchs veränderung verändert anstieg steigen steigt gestiegen
    stieg steigern steigert gesteigert steigerung erhöhen erhöht erhöhung zunahme rückgang zulegen zugelegt
    klettern kletterte geklettert sinken sinkt gesunken sank gefallen fällt fiel kürzen kürzt gekürzt kürzung
    senken senkt gesenkt reduzieren reduziert fastest quickest ramp ramped ramping schnellsten legte"""
)
"""Words that ask for a change instead of a level."""

_LIGHT_LIST: Final = Path(__file__).with_name("light_words.txt").read_text(encoding="utf-8")
_LIGHT_ENGLISH, _LIGHT_GERMAN = (frozenset(part.split()) for part in _LIGHT_LIST.removeprefix("# en").split("# de"))
LIGHT: Final = _LIGHT_ENGLISH | _LIGHT_GERMAN
"""Verbs, adverbs and adjectives that people put around what they ask ("react", "eigentlich"), which add no fact."""

_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_SPELT: Final = FILLERS | LIGHT | VERSUS | GREETINGS | CHANGE_WORDS | frozenset[str]().union(*MARKERS.values())
UMLAUTS: Final = {word.translate(_UMLAUTS): word for word in _SPELT if not word.isascii()}
"""Small words typed without umlauts, and as they are spelt."""

SMALL: Final = _SPELT | UMLAUTS.keys()
"""Every word that a question may hold without naming anything, umlauts typed in either way."""

ONLY_ENGLISH: Final = (ENGLISH | _LIGHT_ENGLISH) - GERMAN - _LIGHT_GERMAN
ONLY_GERMAN: Final = (GERMAN | _LIGHT_GERMAN) - ENGLISH - _LIGHT_ENGLISH
"""Small words that only one of our two languages has."""
