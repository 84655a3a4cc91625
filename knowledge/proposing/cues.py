"""Small words that say what a figure is: looked forward to, estimated, risen, spent, or what was said of it before.

Tables of words in both languages and nothing else; which word counts for which amount is decided by where it stands.
"""

import re
from collections.abc import Mapping
from typing import Final

from knowledge.claim import Status


def _words(printed: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{printed})(?!\w)", re.IGNORECASE)


STATUSES: Final[Mapping[Status, re.Pattern[str]]] = {
    "alleged": _words(
        r"reportedly|allegedly|it is (?:claimed|alleged)|claims? to|claimed|angeblich\w*|es wird behauptet|"
        r"soll angeblich|"
        r"behauptet\w*|gerüchte\w*"
    ),
    "estimate": _words(
        r"estimated|estimates? (?:that|put|of)|an estimated|is put at|geschätzt\w*|schätzungsweise|"
        r"schätzungen zufolge|"
        r"nach schätzung\w*|kam auf|hochgerechnet|by (?:his|her|its|their) calculations?|nach \w+ berechnungen"
    ),
    "forecast": _words(
        r"could|may|might|would|is expected to|are expected to|is likely to|are likely to|is set to|are set to|"
        r"is projected|"
        r"are projected|is forecast to|is seen|predicts?|predicted|forecasts? that|sees? a total|will (?:reach|"
        r"amount|be|"
        r"raise|cost|rise|grow|exceed|spend|invest|need|have|lose|earn|make|generate|fall|drop|double|burn|total|"
        r"come|hit|top|pay|buy|take)|könnten?|dürften?|voraussichtlich|wird erwartet|"
        r"werden erwartet|prognostizier\w+|vorausgesagt|sagen \w+ voraus|geht davon aus|gehen davon aus|würden?|"
        r"wird prognostiziert|vermutlich|wahrscheinlich|(?:werden|wird)"
    ),
    "guidance": _words(
        r"expects?|expected|expecting|anticipates?|guid(?:es?|ed|ing|ance)|outlook|forecasts?|projects|"
        r"projected|raised its|"
        r"lifted its|aims? (?:for|at)|targets?|sees|believes it will|erwarten?|erwartet\w*|rechnet|rechnen|"
        r"rechnete|peilt|"
        r"peilte|prognose\w*|ausblick|in aussicht|stellt in aussicht|hält an|veranschlagt\w*|kalkuliert|geht von|"
        r"angepeilt\w*|avisiert\w*|gerechnet|on (?:track|course) (?:to|for)|auf kurs|auf dem weg|in aussicht gestellt|"
        r"genannt worden|angekündigt worden|zielspanne|jahresziel\w*|exceed"
    ),
    "plan": _words(
        r"plans?(?: to)?|planned|planning|intends?|intend|wants? to|will spend|will invest|to spend|to invest|"
        r"pledged?|"
        r"committed|announced plans?|has agreed|vows?|vowed|earmark\w*|plant|planen|plane|plante|will|wollen|wolle|"
        r"wollten|wollte|soll|sollen|sollten|vorhaben|beabsichtigt\w*|kündigte \w*\s*an|angekündigt\w*|zugesagt|"
        r"fest|festhalten|"
        r"verpflichtet\w*|geplant\w*"
    ),
}
"""What says each status; `will` is a plan in German and a look ahead in English."""

HAPPENED: Final = _words(
    r"rose|fell|grew|jumped|climbed|surged|increased|decreased|declined|dropped|soared|came in|totalled|totaled|"
    r"amounted|"
    r"spent|earned|posted|was|were|beat|missed|topped|übertraf\w*|verfehlt\w*|had capital|"
    r"accounted for|stieg|stiegen|gestiegen|sank|sanken|fiel|fielen|"
    r"wuchs|wuchsen|"
    r"kletterte\w*|legte\w*|betrug|betrugen|lag|lagen|belief\w*|erreichte\w*|erzielte\w*|verdiente\w*|gab|gaben|"
    r"war|waren|"
    r"hob|steckte\w*|investierte\w*|besetzt|entfielen|ausgegeben"
)
WORLDWIDE: Final = _words(r"world(?:wide)?|global\w*|weltweit\w*|auf der ganzen welt|die welt")
OPINION: Final = _words(
    r"believes?|thinks?|argues?|says|said|warns?|warned|considers?|glaubt|glauben|meint|meinte|findet|hält|"
    r"warnt|warnte|"
    r"sagte|sagt|argumentiert\w*|kritisiert\w*"
)
REQUIRED: Final = _words(
    r"must|needs? to|have to|has to|would need|muss|müssen|müsste|müssten|nötig|erforderlich|um zu"
)
CONDITIONAL: Final = _words(r"if|unless|wenn|falls|sofern")

UP: Final = _words(
    r"ros\w+|rise[sn]?|rising|increas\w+|grew|grow[sn]?|growth|jump\w*|climb\w*|surg\w+|soar\w*|gain\w*|up|"
    r"higher|more than "
    r"a year|added|adds?|rais\w+|expand\w*|doubl\w+|tripl\w+|widen\w*|lift\w*|boost\w*|hik(?:e[sd]?|ing)|bump\w*|"
    r"advanc\w+|aufgestockt|aufstock\w*|stockt\w*|zugenommen|"
    r"nahm\w* (?:[\w.,%€$-]+ ){0,8}zu|"
    r"steiger\w+|gesteiger\w+|stieg\w*|steigen|"
    r"steigt|"
    r"gestiegen\w*|wuchs\w*|wachs\w+|zulegt\w*|legt\w* (?:[\w.,%€$-]+ ){0,8}zu|erhöh\w+|kletter\w+|plus|mehr als|"
    r"anstieg\w*|"
    r"zuwachs|zunahm\w*|zunehm\w+|sprang\w*|anheb\w+|hob|verdoppel\w+|zu"
)
DOWN: Final = _words(
    r"fell|falls?|fallen|falling|drop\w*|declin\w+|decreas\w+|down|lower|lost|loses?|slump\w*|slid|sank|sinks?|"
    r"shrank|"
    r"plung\w+|shed|cut|less than|fiel\w*|fällt|gefallen|sank\w*|sinken|sinkt|gesunken|rückgang\w*|minus|verlor\w*|"
    r"verliert|verlieren|verlust|sackt\w*|brach\w*|einbruch|büßt\w*|gab\w* (?:[\w.,%€$-]+ ){0,6}nach|weniger|"
    r"vernichtet\w*|"
    r"schrumpf\w+|senk\w+|verringer\w+|slipp\w+|dipp\w+|tumbl\w+|reduc\w+|trimm\w+|"
    r"ging\w* (?:[\w.,%€$-]+ ){0,10}zurück|"
    r"zurückg\w+|reduzier\w+|kürz\w+|gekürzt|halbier\w+|nahm\w* (?:[\w.,%€$-]+ ){0,8}ab|abgenommen"
)
BY: Final = _words(r"by|um")
MOVED: Final = _words(
    r"rose|fell|jumped|climbed|surged|soared|gained|lost|dropped|slid|sank|plunged|tumbled|slumped|up|down|"
    r"stieg|stiegen|fiel|fielen|sank|sanken|kletterte\w*|sprang\w*|verlor\w*|gewann\w*|legte\w*|brach\w*|sackte\w*|"
    r"gab\w*|"
    r"gefallen|gestiegen|verloren|gewonnen|zugelegt|eingebrochen"
)
"""Verbs by which a share goes up or down; said of a firm on one day, they speak of its shares."""
CHANGE_NOUN: Final = _words(r"plus|minus|increase|rise|gain|growth|decline|drop|jump|anstieg|zuwachs|rückgang|wachstum")

SPEND: Final = _words(
    r"spend|spends|spent|spending|invest|invests|invested|investing|investments?|pour\w*|went into|goes? into|"
    r"put into|"
    r"plough\w*|plow\w*|outlays?|shell\w* out|budget|investier\w+|investition(?!s?quote)\w*|ausgeb\w+|ausgegeben|"
    r"ausgaben|"
    r"gab\w* "
    r"(?:[\w.,%€$-]+ ){0,10}aus|gibt|stecken|steckt\w*|gesteckt|flossen|fließ\w*|floss|fliessen|hinblättern"
)
AI: Final = re.compile(
    r"(?<!\w)(?:ai|ki|artificial intelligence|künstliche\w* intelligenz|data cent(?:re|er)s?|datacenters?|"
    r"gpus?)(?!\w)|"
    r"rechenzentr|(?<!\w)(?:ai|ki)-",
    re.IGNORECASE,
)
EARN: Final = _words(
    r"earned|earns|earning|earn|profit of|made a profit|verdiente|verdient|verdienten|verdienen|"
    r"erwirtschaft\w*|einnehmen|einspiel\w*|einbring\w*|einnahm\w*"
)
LOSE: Final = _words(
    r"burn(?:s|ed|ing|t)?(?: through)?|lost|loses?|losing|loss-making|verlor\w*|verlieren|verliert|verbrenn\w*|"
    r"verbrannt\w*"
)
VALUE: Final = _words(r"valued at|valuation|valuing|worth|bewertet\w*|börsenwert|wert")
FOR_AI: Final = _words(r"for ai|on ai|für ki|in ki|in ai")
FROM_AI: Final = _words(r"from ai|with ai|mit ki|aus ki")
TRAIN: Final = _words(r"training|trainieren|trainings?|train")
MARKET: Final = _words(
    r"share of|anteil (?:an|am)|of (?:the |all )?(?:[\w-]+ ){0,4}market|(?:des|am|vom) (?:[\w-]+ ){0,3}[\w-]*marktes|"
    r"(?:am|vom) (?:[\w-]+ ){0,3}[\w-]*markt"
)
PER_SHARE: Final = _words(r"(?:a|per) share|(?:je|pro) (?:aktie|anteilsschein)")
SHARES: Final = _words(r"shares?(?! of\b)|stocks?|aktien?|papiere?|kurs|aktienkurs|anteilsscheine?|anteilschein")
PER_YEAR: Final = _words(
    r"a year|per year|annually|annual|each year|pro jahr|jährlich\w*|im jahr(?! \d)|per annum|p\. ?a\."
)
PER_QUARTER: Final = _words(
    r"a quarter|per quarter|each quarter|quarterly|pro quartal|jedes quartal|vierteljährlich\w*"
)
PER_MONTH: Final = _words(r"a month|per month|monthly|each month|pro monat|monatlich\w*|im monat")

EACH_YEAR: Final = _words(r"(?:each|every|per) year|annually|(?:pro|jedes) jahr|jährlich")
EACH_QUARTER: Final = _words(r"(?:each|every|per) quarter|(?:pro|jedes) quartal|vierteljährlich")
EACH_MONTH: Final = _words(r"(?:each|every|per) month|(?:pro|jeden) monat|monatlich")
"""What can only mean a rate, wherever it stands."""

BEFORE: Final = _words(
    r"up from|down from|compared (?:with|to)|from|against|versus|vs|year-?ago|nach|gegenüber|verglichen mit|"
    r"statt|zuvor|"
    r"previous(?:ly)?|earlier|prior|bisher|bislang|zuletzt"
)
YEAR_EARLIER: Final = _words(
    r"a year (?:earlier|ago|before)|one year (?:earlier|ago)|year-?ago|year-earlier|the same (?:period|"
    r"quarter) (?:a year|last "
    r"year)\w*|the prior[- ]year|the previous year|im vorjahr\w*|vorjahr\w*|vj|ein jahr (?:zuvor|davor|früher)|"
    r"vor einem jahr|"
    r"im jahr (?:zuvor|davor)|jahr zuvor"
)
REVISED: Final = re.compile(
    r"(?:guidance|outlook|forecast|target|range|estimate|\w*prognose|\w*ausblick|\w*planung|\w*spanne|"
    r"jahresziel\w*)\b.{0,80}?"
    r"\b(?:rais\w+|lift\w+|boost\w+|hik\w+|bump\w+|cut|lower\w+|trimm\w+|narrow\w+|erhöh\w+|angehob\w+|gesenkt|"
    r"senk\w+|gekürzt|"
    r"heraufgesetzt|eingegrenzt|präzisier\w+|eingeengt|an(?=[.,;]|$))|"
    r"\b(?:rais\w+|lift\w+|boost\w+|hik\w+|bump\w+|cut|lower\w+|trimm\w+|narrow\w+|erhöht\w*|hob|hebt|senkt\w*|"
    r"kürzt\w*|schraubt\w*)\b"
    r".{0,60}?\b(?:guidance|outlook|forecast|target|range|estimate|\w*prognose|\w*ausblick|\w*planung|\w*spanne|"
    r"jahresziel\w*)\b",
    re.IGNORECASE,
)
"""An outlook that was raised, cut or narrowed: what it went to, and what it went from, is an outlook too."""
AS_EXPECTED: Final = re.compile(
    r"\s+(?:that\s+)?(?:analysts?|wall street|the street|investors)\s+(?:had\s+|were\s+|have\s+)?"
    r"(?:expect\w+|forecast\w*|predict\w+|project\w+)|"
    r"\s+(?:expected|forecast|predicted|projected|estimated)\s+by\s+(?:\w+\s+)?(?:analysts|wall street)",
    re.IGNORECASE,
)
"""Behind an amount: what others had expected."""
ABOUT_TO: Final = _words(
    r"steckt|stecken|investiert|investieren|gibt (?:[\w.,%€$-]+ ){0,10}aus|is (?:spending|investing|pouring)|"
    r"are (?:spending|investing|pouring)"
)
"""Spending told in the present tense; of a time that is not over it is a plan."""
AT_THAT_TIME: Final = _words(
    r"at (?:that|the) time|back then|zu diese[mr] zeit(?:punkt)?|zu der zeit|zur selben zeit|damals"
)
"""Words that mean the time last spoken of."""
PERFECT: Final = _words(r"hat|haben|habe|hatten?|wurden?|worden|ist|sind|has|have|had|been")
"""Verbs beside a participle: what they tell is over, though "investiert" is the present tense as well."""
OLD_OUTLOOK: Final = _words(
    r"previous(?:ly)?|earlier|prior|before|bisher\w*|bislang|zuvor|ursprünglich|originally|old|alte[nrs]?|had guided"
)
GOES_ON: Final = _words(
    r"expected|had expected|erwartet|estimates? of|consensus|forecast|waren es|es waren|it was|they were|"
    r"accounted for|"
    r"entfielen|entfallen|entfällt|gefolgt von|followed by|compared with|up from|down from|of which|davon|"
    r"low end|high end|"
    r"lower end|upper end|untere\w* ende|obere\w* ende|untergrenze|obergrenze|im vorjahr\w*|year earlier|had spent|"
    r"sollen es|werden es|genannt|guided|posten|in the same period|the rest|der rest|previously|zuvor|it spent|"
    r"more than it|"
    r"the company spent|went into|missing|statt"
)
RANGE_END: Final = _words(
    r"low end|high end|lower end|upper end|top end|bottom end|lower bound|upper bound|untergrenze|obergrenze|"
    r"untere\w* ende|"
    r"obere\w* ende"
)

SAYS: Final = (
    r"(?:said|says|told|wrote|writes|reported|reports|estimates?|estimated|expects?|predicts?|forecasts?|warned|"
    r"warns|argues?|"
    r"believes?|sees|counted|announced|calculates?|projects|thinks?|sagte|sagt|teilte|schrieb|schreibt|"
    r"berichtet\w*|schätzt\w*|"
    r"erwartet\w*|prognostiziert\w*|warnt\w*|meint\w*|glaubt|rechnet\w*|kündigt\w*|erklärt\w*|kam|kommt|hält|geht)"
)
ACCORDING: Final = (
    r"(?:according to|laut|nach angaben von|nach ansicht von|nach einschätzung von|so|as reported by|citing|"
    r"nach einem bericht "
    r"von|zufolge|analysts at|analysten von|experts at|in the view of|told|nach berechnungen von)"
)
ANALYSTS: Final = _words(
    r"analysts?|wall street|analysten?|marktbeobachter|experten|consensus|street|fachleute|schätzungen|estimates"
)
THE_FIRM: Final = _words(
    r"the (?:\w+ )?(?:company|firm|group|maker|giant|retailer|corporation|parent|start-?up|carmaker|chipmaker|"
    r"hyperscaler)|its|"
    r"(?:der|des|dem|den) (?:\w+)?-?(?:konzerns?|hersteller|riesen?|autobauers?|anbieter|händlers?|gigant\w*)|"
    r"(?:das|des|dem) (?:\w+)?unternehmens?|die (?:firma|gruppe|gesellschaft)"
)
THE_GROUP: Final = _words(
    r"(?:the|these|all|die|diese[nr]?|alle) (?:two|three|four|five|seven|zwei|drei|vier|fünf|sieben) \w+|"
    r"together|combined|"
    r"zusammen|gemeinsam|insgesamt zusammen"
)
IMPERSONAL: Final = _words(
    r"will be spent|is spent|are spent|be spent|be invested|is invested|flows?|flow into|go into|fließ\w*|"
    r"flossen|floss|"
    r"investiert werden|investiert worden|ausgegeben werden|werden die investitionen|gebraucht"
)
