"""Why a proposed claim has a value that its article does not print, in both languages; no numbers stand in them."""

from typing import Final

from knowledge.value import Bilingual

EVERYBODY: Final = Bilingual(
    en="The text names nobody who spends the money; it speaks of the industry as a whole.",
    de="Der Text nennt niemanden, der das Geld ausgibt; er spricht von der Branche als Ganzem.",
)
SPENDING: Final = Bilingual(
    en="The text says that money is spent or invested and not on what; it is taken for capital expenditure.",
    de="Der Text sagt, dass Geld ausgegeben oder investiert wird, und nicht wofür; es gilt als Investitionsausgabe.",
)
YEAR_BEFORE: Final = Bilingual(
    en="The text compares with the same period of the year before and does not print its year.",
    de="Der Text vergleicht mit demselben Zeitraum des Vorjahres und nennt dessen Jahr nicht.",
)
EARLIER: Final = Bilingual(
    en="The text says it further up, of the same matter.",
    de="Der Text sagt es weiter oben, zur selben Sache.",
)
