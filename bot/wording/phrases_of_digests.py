"""The fixed words of digests and follows, as `phrases` has all others."""

from typing import Final

PHRASES_OF_DIGESTS: Final[dict[str, tuple[str, str]]] = {
    # what is new
    "weekday_0": ("Monday", "Montag"),
    "weekday_1": ("Tuesday", "Dienstag"),
    "weekday_2": ("Wednesday", "Mittwoch"),
    "weekday_3": ("Thursday", "Donnerstag"),
    "weekday_4": ("Friday", "Freitag"),
    "weekday_5": ("Saturday", "Samstag"),
    "weekday_6": ("Sunday", "Sonntag"),
    "digest_of": ("AI spending · {}, {}", "KI-Ausgaben · {}, {}"),
    "digest_rest": ("AI spending · the rest", "KI-Ausgaben · der Rest"),
    "alert_on": ("News on {}", "Neues zu {}"),
    "digest_nothing": ("Nothing new since the last digest.", "Nichts Neues seit der letzten Übersicht."),
    "digest_new": ("New: {} from {}.", "Neu: {} aus {}."),
    "digest_repeated": ("{} more say only what was known.", "{} weitere sagen nur, was bekannt war."),
    "digest_more": ("{} more in the thread.", "{} weitere im Thread."),
    "digest_untold": (
        "{} more are not shown; ask for them by name.",
        "{} weitere sind nicht gezeigt; frage nach ihnen mit Namen.",
    ),
    "turn_raised": ("Raised", "Angehoben"),
    "turn_cut": ("Cut", "Gesenkt"),
    "turn_revised": ("Revised", "Geändert"),
    "turn_corrected": ("Corrected", "Berichtigt"),
    "outcome": ("Reported", "Berichtet"),
    "clash": ("Conflict", "Widerspruch"),
    "worth_knowing": ("Worth knowing", "Wissenswert"),
    "aside_age": ("This is {} months old.", "Das ist {} Monate alt."),
    "earlier": ("Before: {}, {}, {}, {} [{}].", "Vorher: {}, {}, {}, {} [{}]."),
    "corrected_from": ("Stood here as {}, {}, {}, {} [{}].", "Stand hier als {}, {}, {}, {} [{}]."),
    "came_in_above": ("More than expected: {}, {}, {}, {} [{}].", "Mehr als erwartet: {}, {}, {}, {} [{}]."),
    "came_in_below": ("Less than expected: {}, {}, {}, {} [{}].", "Weniger als erwartet: {}, {}, {}, {} [{}]."),
    "came_in_as_expected": ("As expected: {}, {}, {}, {} [{}].", "Wie erwartet: {}, {}, {}, {} [{}]."),
    # what became of one
    "told_uncertain": (
        "The message of {} may have arrived in this channel, or not ({}). I do not send it twice.",
        "Die Nachricht vom {} ist in diesem Kanal vielleicht angekommen ({}). Ich sende sie nicht zweimal.",
    ),
    "told_refused": (
        "I may not write the message of {} in this channel ({}). I pause until you order it again: digest on",
        "Die Nachricht vom {} darf ich in diesem Kanal nicht schreiben ({}). Ich pausiere bis: überblick an",
    ),
    "told_failed": (
        "The message of {} could not be sent to this channel in time ({}). Its news come with the next one.",
        "Die Nachricht vom {} ging nicht rechtzeitig in diesen Kanal ({}). Ihr Neues kommt mit der nächsten.",
    ),
}
