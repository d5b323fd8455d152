"""Reading a page as a screen reader would: its tables by name, its text without tags."""

import html
import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

Rows = list[list[str]]


@dataclass
class _Tables(HTMLParser):
    """Cells of each table, under the caption or else the name of the region around it."""

    named: dict[str, Rows] = field(default_factory=dict)

    def __post_init__(self) -> None:
        super().__init__()
        self._region = self._name = ""
        self._rows: Rows = []
        self._text: list[str] | None = None
        self._ends = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if ("role", "region") in attrs:
            self._region = dict(attrs).get("aria-label") or ""
        elif tag == "table":
            self._name, self._rows = self._region, []
        elif tag == "tr":
            self._rows.append([])
        elif tag in ("td", "th", "caption"):
            self._text, self._ends = [], tag

    def handle_data(self, data: str) -> None:
        if self._text is not None:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        if self._text is not None and tag == self._ends:
            said = " ".join(" ".join(self._text).split())
            if tag == "caption":
                self._name = said
            else:
                self._rows[-1].append(said)
            self._text = None
        elif tag == "table":
            self.named[self._name] = self._rows


def tables(page: str) -> dict[str, Rows]:
    reader = _Tables()
    reader.feed(page)
    return reader.named


def table(page: str, name: str) -> Rows:
    """The one table whose name begins so, without its header."""
    (found,) = [rows for each, rows in tables(page).items() if each.startswith(name)]
    return found[1:]


def numbers(page: str) -> dict[str, str]:
    """Every number of the one pool on a page."""
    return {row[0]: row[1] for row in table(page, "Every number of this pool")}


def words(page: str) -> str:
    """What is read: no tags, no addresses."""
    main = page[page.index("<main") : page.index("</main>")]
    return html.unescape(" ".join(re.sub(r"<[^>]*>", " ", main).split()))
