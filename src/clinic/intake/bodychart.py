"""The body chart as a page shows it: a list of places with side and order, and a drawing of both profiles."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from clinic.forms.fields import Field
from clinic.forms.form import FactForm
from concordant.facts.history.pattern import REGIONS, pain_region_sides, pain_regions, pain_spread_order

CHART = (pain_regions.name, pain_region_sides.name, pain_spread_order.name)
NOT_DRAWN = ("small_scalp_area",)


@dataclass(frozen=True)
class Place:
    """One place: whether it hurts, on which side, and when the pain gets there."""

    word: str
    said: str
    tick: Field
    side: Field
    order: Field

    @property
    def said_here(self) -> str:
        """In the language of the page."""
        return _(self.said)

    @property
    def id(self) -> str:
        return f"{self.tick.id}-{self.word}"

    @property
    def ticked(self) -> bool:
        return self.word in self.tick.data.get(self.tick.name, [])


def chart_of(form: FactForm) -> dict[str, Any]:
    """What the page of the body chart shows besides."""
    items = {item.fact.name: item for group in form.groups for item in group.items}
    context: dict[str, Any] = {
        "items": items,
        "other_items": [item for name, item in items.items() if name not in CHART],
        "sides": [("right", _("right side")), ("left", _("left side"))],
        "drawn": [word for word in REGIONS if word not in NOT_DRAWN],
    }
    if pain_regions.name in items:
        tick, side, order = (items[name].fields[0] for name in CHART)
        sides, orders = ({one.name.rpartition(".")[2]: one for one in each.parts} for each in (side, order))
        context["chart_items"] = [items[name] for name in CHART]
        context["places"] = [Place(word, said, tick, sides[word], orders[word]) for word, said in REGIONS.items()]
    return context
