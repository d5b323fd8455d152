"""What somebody reads on a page, or hears: its texts one by one."""

from html.parser import HTMLParser

_SPOKEN = ("alt", "aria-label", "content", "label", "placeholder", "title")
_SILENT = ("script", "style")
_FOR_BROWSERS = ("viewport", "robots", "color-scheme", "htmx-config")


class Reader(HTMLParser):
    """Collects the texts of a page, but for those parts that it marks as English."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._within: list[tuple[str, bool]] = []
        """Open elements, and whether what stands in them is read."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        is_marked = tag != "html" and (told.get("lang") or "").startswith("en")
        is_read = self._is_read and not is_marked and tag not in _SILENT
        if tag not in ("br", "hr", "img", "input", "link", "meta", "path", "rect", "line", "circle"):
            self._within.append((tag, is_read))
        if is_read and not (tag == "meta" and told.get("name") in _FOR_BROWSERS):
            spoken = [told.get(name) for name in _SPOKEN if tag != "meta" or name == "content"]
            if tag in ("input", "button") and told.get("type") in ("submit", "button", None):
                spoken.append(told.get("value") if tag == "input" else None)
            self.texts.extend(" ".join(one.split()) for one in spoken if one)

    def handle_endtag(self, tag: str) -> None:
        if any(each == tag for each, _is_read in self._within):
            while self._within.pop()[0] != tag:
                pass

    def handle_data(self, data: str) -> None:
        if self._is_read and data.strip():
            self.texts.append(" ".join(data.split()))

    @property
    def _is_read(self) -> bool:
        return self._within[-1][1] if self._within else True


def texts(page: str) -> list[str]:
    """In the order of the page."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    return reader.texts
