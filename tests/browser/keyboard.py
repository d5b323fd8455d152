"""A person who works without a mouse: Tab to what is wanted, type, and count every key."""

import time
from datetime import date

from playwright.sync_api import Page

FAR = 800
"""So many Tabs at most from one field to the next."""
_PLACES = """word => {
    const here = document.activeElement;
    const group = [...here.form.elements].filter(each => each.type === 'radio' && each.name === here.name);
    return [group.indexOf(here), group.findIndex(each => each.value === word), group.length];
}"""
"""Where a button stands in its group, where the wanted one does, and how many there are."""


class Keyboard:
    """Counts what is pressed: Tabs, and everything else."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.tabs = 0
        self.others = 0
        self.began = self.ended = time.perf_counter()

    @property
    def keys(self) -> int:
        return self.tabs + self.others

    def __str__(self) -> str:
        seconds = self.ended - self.began
        return f"{self.keys} keys ({self.tabs} Tabs, {self.others} others) in {seconds:.1f} s"

    def to(self, where: str) -> None:
        """Tab until what fits this selector has the focus."""
        for _ in range(FAR):
            if self.page.evaluate("where => document.activeElement.matches(where)", where):
                return
            self.page.keyboard.press("Tab")
            self.tabs += 1
        raise AssertionError(f"{where} is not reached by Tab")

    def press(self, key: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(key)
        self.others += times

    def type(self, name: str, text: str) -> None:
        """Into the input of this name."""
        self.to(f'[name="{name}"]')
        self.page.keyboard.type(text)
        self.others += len(text)

    def trials(self, name: str, *values: float) -> None:
        for place, value in enumerate(values, 1):
            self.type(name if place == 1 else f"{name}.{place}", f"{value:g}")

    def choose(self, name: str, word: str) -> None:
        """One of the buttons of a group: Tab to the group, then the arrow key, whichever way is shorter."""
        self.to(f'[type=radio][name="{name}"]')
        here, wanted, of = self.page.evaluate(_PLACES, word)
        down = (wanted - here) % of
        if down <= of - down:
            self.press("ArrowDown", down)
        else:
            self.press("ArrowUp", of - down)
        assert self.page.evaluate("() => document.activeElement.value") == word

    def choose_or_pick(self, name: str, word: str) -> None:
        """Buttons, or a list where there are many words or little room."""
        in_list = self.page.locator(f'select[name="{name}"]').count()
        self.pick(name, word) if in_list else self.choose(name, word)

    def tick(self, name: str, word: str) -> None:
        """One of the boxes of a group."""
        self.to(f'[type=checkbox][name="{name}"][value="{word}"]')
        self.press("Space")

    def _down_to(self, where: str, word: str) -> None:
        self.to(where)
        for _ in range(20):
            if self.page.evaluate("() => document.activeElement.value") == word:
                return
            self.press("ArrowDown")
        raise AssertionError(f"{where} has no {word}")

    def pick(self, name: str, word: str) -> None:
        """One of a list."""
        self._down_to(f'select[name="{name}"]', word)

    def day(self, day: date) -> None:
        """The day on which it is true; the parts stand in the order of the browser's own language."""
        self.to('[name="on"]')
        self.page.keyboard.type(f"{day:%m%d%Y}")
        self.others += 8
        assert self.page.locator('[name="on"]').input_value() == day.isoformat()

    def unfold(self, test: str) -> None:
        """Open a test, if it is not open."""
        self._open(f"#s-{test}")

    def unfold_seldom(self, test: str) -> None:
        self._open(f"#s-{test} .seldom")

    def _open(self, where: str) -> None:
        self.to(f"{where} > summary")
        if not self.page.locator(where).evaluate("each => each.open"):
            self.press("Enter")

    def follow(self, end: str) -> None:
        """The link whose address ends so."""
        self.to(f'a[href$="{end}"]')
        with self.page.expect_navigation():
            self.press("Enter")

    def jump(self, target: str) -> None:
        """The link to a place of the same page; Tab goes on from there."""
        self.to(f'a[href="#{target}"]')
        self.press("Enter")
        self.page.wait_for_function("target => location.hash === `#${target}`", arg=target)

    def sign(self) -> None:
        """Enter in a field signs the form."""
        with self.page.expect_navigation():
            self.press("Enter")
        self.ended = time.perf_counter()
