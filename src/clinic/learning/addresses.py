"""A page for the person and its address."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.urls import reverse

from concordant.teaching import PAGES, Page
from concordant.teaching.pages.help_at_once import help_at_once


@dataclass(frozen=True)
class Addressed:
    """A page, and where it stands."""

    page: Page

    @property
    def slug(self) -> str:
        return self.page.id.replace("_", "-")

    @property
    def url(self) -> str:
        """The one that nobody has to sign in for has an address of its own."""
        return reverse("help_at_once") if self.page is help_at_once else reverse("learning:page", args=[self.slug])


BY_SLUG: Mapping[str, Addressed] = MappingProxyType({one.slug: one for one in map(Addressed, PAGES)})
"""In the order in which a person would want them."""
