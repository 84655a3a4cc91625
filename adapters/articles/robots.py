"""robots.txt as RFC 9309 has it: the rules for us, the longest pattern that fits decides, and allowing wins a tie."""

import re
from typing import Final, NamedTuple

AGENT: Final = "capex-bot"
"""The name by which a site's rules speak to us."""

_LINE = re.compile(r"\s*(user-agent|allow|disallow)\s*:\s*([^#]*)", re.IGNORECASE)


class Rule(NamedTuple):
    """Whether paths that fit `pattern` may be fetched."""

    allows: bool
    pattern: str

    def fits(self, path: str) -> bool:
        """Whether the rule speaks of the path: `*` is anything, `$` the end; never slow, whatever the pattern."""
        ends = self.pattern.endswith("$")
        first, *parts = self.pattern.removesuffix("$").split("*")
        if not path.startswith(first) or (ends and not parts and path != first):
            return False
        place, last = len(first), parts.pop() if ends and parts else ""
        for part in parts:
            place = path.find(part, place) + len(part)
            if place < len(part):
                return False
        return path.endswith(last) and len(path) - len(last) >= place


class Robots(NamedTuple):
    """The rules of one site for us."""

    rules: tuple[Rule, ...] = ()

    def may_fetch(self, path: str) -> bool:
        """Whether the site lets us fetch the path (with its query)."""
        fitting = [rule for rule in self.rules if rule.pattern and rule.fits(path)]
        return max(fitting, key=lambda rule: (len(rule.pattern), rule.allows)).allows if fitting else True


def read_robots(text: str) -> Robots:
    """The rules that name us, else those for everybody; lines that say nothing are left out."""
    groups: dict[str, list[Rule]] = {}
    agents: list[str] = []
    begun = False
    for match in filter(None, map(_LINE.match, text.splitlines())):
        key, value = match[1].lower(), match[2].strip()
        if key == "user-agent":
            agents = [] if begun else agents
            begun = False
            agents.append(value.lower())
            groups.setdefault(value.lower(), [])
        else:
            begun = True
            for agent in agents:
                groups[agent].append(Rule(key == "allow", value))
    return Robots(tuple(groups.get(AGENT, groups.get("*", ()))))


NOTHING: Final = Robots((Rule(allows=False, pattern="/"),))
"""A site whose rules cannot be had: it may forbid everything."""
