"""A person who installs the app: opens the bot's page, follows it to Slack, allows it, and comes back."""

import html
import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

import aiohttp

from tests.fakes.slack import SlackServer, Workspace

COOKIE = "slack-app-oauth-state"


@dataclass(frozen=True, slots=True)
class Page:
    """What a browser shows."""

    status: int
    text: str


class Browser:
    """A browser with the cookies that the bot gave it."""

    def __init__(self, slack: SlackServer, root: str) -> None:
        self._slack = slack
        self._root = root
        self.cookie = ""
        self.link = ""

    async def open_install_page(self) -> dict[str, str]:
        """Open the page; what its link asks Slack for."""
        async with aiohttp.ClientSession() as session, session.get(f"{self._root}/slack/install") as page:
            found = re.search(r'href="(https?://[^"]+)"', await page.text())
            assert found, await page.text()
            self.cookie = page.cookies[COOKIE].value
        self.link = html.unescape(found[1])
        return {key: values[0] for key, values in parse_qs(urlsplit(self.link).query).items()}

    async def come_back(self, **query: str) -> Page:
        """Slack sends the browser back."""
        headers = {"Cookie": f"{COOKIE}={self.cookie}"} if self.cookie else {}
        async with (
            aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session,
            session.get(f"{self._root}/slack/oauth_redirect", params=query, headers=headers) as page,
        ):
            return Page(page.status, await page.text())

    async def install(self, workspace: Workspace) -> Page:
        """All of it."""
        asked = await self.open_install_page()
        return await self.come_back(state=asked["state"], code=self._slack.tokens.code(workspace))
