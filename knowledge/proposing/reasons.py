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
SHARES: Final = Bilingual(
    en="The text says that the firm went up or down within a day; it is taken for the price of its shares.",
    de="Der Text sagt, dass die Firma an einem Tag stieg oder fiel; es gilt als Kurs ihrer Aktie.",
)
YEAR_BEFORE: Final = Bilingual(
    en="The text compares with the same period of the year before and does not print its year.",
    de="Der Text vergleicht mit demselben Zeitraum des Vorjahres und nennt dessen Jahr nicht.",
)
FISCAL: Final = Bilingual(
    en="The text does not print the year of the quarter; it is taken for the one of the firm's own year last reported.",
    de="Der Text nennt das Jahr des Quartals nicht; es gilt als das zuletzt berichtete des Geschäftsjahres der Firma.",
)
OF_A_PERSON: Final = Bilingual(
    en="The text names only somebody who speaks for the firm.",
    de="Der Text nennt nur jemanden, der für die Firma spricht.",
)
