"""Following every link of a page, once for each kind of address; what comes down as a file is no page."""

import html
import re
from collections import deque
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urldefrag, urljoin, urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Page

LINK = re.compile(r'<a\s(?![^>]*\bdownload\b)[^>]*?\bhref="([^"]*)"')
LEFT_OUT = ("account_logout",)
MOST_KINDS = 110
OF_A_PERSON = ("chart:person", "progress:page")

Kind = tuple[str, ...]


def kind_of(url: str) -> Kind | None:
    """The name of an address with the names of what it asks for; None for what is not to be followed."""
    address = urlsplit(url)
    try:
        match = resolve(address.path)
    except Resolver404:
        return (address.path,)
    if match.view_name in LEFT_OUT:
        return None
    # Whose page it is makes a difference: flags and a diary look unlike.
    whose = [str(match.kwargs["person_id"])] if match.view_name in OF_A_PERSON else []
    return (match.view_name, *whose, *sorted(parse_qs(address.query)))


def crawl(page: Page, start: str, is_shown: Callable[[Kind], bool]) -> Iterator[tuple[Kind, int, bool]]:
    """Ask for every kind of page that links lead to from `start`, as whoever is signed in: what it answers, and whether
    the page shows it now. What is not to be shown is only asked for, which is much quicker."""
    origin = urlsplit(start)[:2]
    first = kind_of(start)
    assert first is not None
    seen, ahead = {first}, deque([(first, start)])
    while ahead:
        kind, url = ahead.popleft()
        shown = is_shown(kind)
        response = page.goto(url) if shown else page.request.get(url)
        assert response is not None, url
        is_page = response.headers.get("content-type", "").startswith("text/html")
        found = LINK.findall(response.text()) if is_page else []
        links = [urljoin(response.url, html.unescape(one)) for one in found]
        yield kind, response.status, shown
        for one in links:
            link = urldefrag(one).url
            there = kind_of(link)
            if urlsplit(link)[:2] == origin and there is not None and there not in seen:
                seen.add(there)
                ahead.append((there, link))
        assert len(seen) <= MOST_KINDS, f"More kinds of pages than expected: {sorted(seen)}"
