"""Texts that want to be alive, and replies made of them."""

from hypothesis import strategies as st

from bot.reply import Action, Citation, Line, Note, Reply

PIECES = (
    "**bold**",
    "_it_",
    "__u__",
    "~~gone~~",
    "||spoiler||",
    "`code`",
    "```\nfence\n```",
    "# head",
    "### head",
    "-# small",
    "> quote",
    ">>> all",
    "- item",
    "+ item",
    "* item",
    "1. item",
    "2) item",
    "[text](https://evil.example)",
    "[a] b](x)",
    "[[1]](https://evil.example)",
    "[1](https://evil.example)",
    "https://evil.example",
    "steam://run",
    "discord.gg/evil",
    "@everyone",
    "@here",
    "<@123456789012345678>",
    "<@!1>",
    "<@&123>",
    "<#123>",
    "</capex:123>",
    "<t:1700000000:R>",
    "<:smile:123>",
    "<a:smile:123>",
    "<id:customize>",
    "<https://evil.example>",
    "<mailto:a@b.example>",
    "\\",
    "\\\\",
    "\n",
    "\r\n",
    "\u2028",
    "\u202e",
    "\u200b",
    "](",
    "[",
    "]",
    "(",
    "<",
    ">",
    "*",
    "_",
    "`",
    "|",
    "~",
    "#",
    "-",
    "1.",
    "@",
    ":",
    "/",
    " ",
    "US$35–40 bn",
    "S&P 500",
    "\N{GRINNING FACE}",
    "\u0000",
)

texts = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), max_size=8).map("".join)
long_texts = st.one_of(texts, st.builds(lambda text, times: text * times, texts, st.integers(1, 60)))
urls = st.one_of(
    st.none(), texts, st.sampled_from(["https://example.org/a_b*c?q=1", "http://ok.example", "javascript:alert(1)"])
)

notes = st.builds(
    Note,
    kind=st.sampled_from(["caution", "conflict", "revision", "contrast", "calculated", "hint"]),
    text=long_texts,
    short=texts,
)
lines = st.builds(
    Line,
    label=texts,
    figure=long_texts,
    detail=texts,
    citations=st.lists(st.integers(1, 6), max_size=3, unique=True).map(tuple),
    notes=st.lists(notes, max_size=3).map(tuple),
    quotes=st.lists(long_texts, max_size=2).map(tuple),
    is_sentence=st.booleans(),
)


def _citation(number: int) -> st.SearchStrategy[Citation]:
    quotes = st.lists(long_texts, max_size=3).map(tuple)
    return st.builds(Citation, number=st.just(number), title=texts, source=texts, date=texts, url=urls, quotes=quotes)


replies = st.builds(
    Reply,
    outcome=st.sampled_from(["found", "ambiguous", "not_found", "help"]),
    language=st.sampled_from(["en", "de"]),
    headline=long_texts,
    lines=st.lists(lines, max_size=6).map(tuple),
    more=st.lists(lines, max_size=2).map(tuple),
    notes=st.lists(notes, max_size=3).map(tuple),
    citations=st.tuples(*(_citation(number) for number in range(1, 7))),
    actions=st.lists(st.builds(Action, label=long_texts, ask=long_texts), max_size=30).map(tuple),
)
