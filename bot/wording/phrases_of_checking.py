"""The fixed words of a verdict on a sentence; see `phrases`."""

from typing import Final

PHRASES_OF_CHECKING: Final[dict[str, tuple[str, str]]] = {
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
    "check_whole": ("of what it is a share, which is not read", "wovon es ein Anteil ist, das ist nicht gelesen"),
    "check_denial": ("the sentence denies it", "der Satz verneint es"),
    "check_currency": ("the currency, which is not said", "die Währung, die nicht dasteht"),
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
}
