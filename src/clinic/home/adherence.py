"""How much of the programme is done: the last four weeks in one number, and each week as a small picture."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from clinic.person.look import Look
from concordant.change.assumptions import WINDOW
from concordant.criteria import Binding
from concordant.criteria.nodes import Term
from concordant.facts.plan.visit import adherence_barrier
from concordant.facts.values import Span
from concordant.picture import stand_alone
from concordant.plan.order import HALF_DONE
from concordant.record.derive.home_programme import FEWEST_DAYS, WEEK, HomeShare, home_share, last_home_day
from concordant.record.interventions import HOME

MOST_WEEKS = 16
STEP, BAR, TOP, FLOOR, LEFT = 16, 10, 6, 62, 30
"""Of the drawing, in its units: from week to week, a bar across, all and nothing, and room for the scale."""


@dataclass(frozen=True)
class Stretch:
    """Some days, in words."""

    share: HomeShare

    @property
    def percent(self) -> str:
        """Two ends where items of an answered day have no answer; empty where nothing is known."""
        return "" if self.share.percent is None else _in_words(self.share.percent)


@dataclass(frozen=True)
class Adherence:
    window: Stretch
    """The last four weeks."""
    weeks: tuple[Stretch, ...]
    fewest: int = FEWEST_DAYS
    half: int = HALF_DONE

    @property
    def is_known(self) -> bool:
        return self.window.share.answered >= self.fewest

    @property
    def is_range(self) -> bool:
        percent = self.window.share.percent
        return percent is not None and not percent.exact

    @property
    def is_low(self) -> bool:
        """Surely below: what has no answer counts as if it had been done."""
        percent = self.window.share.percent
        return self.is_known and percent is not None and percent.high < self.half

    @property
    def picture(self) -> SafeString:
        # Numbers and our own words, escaped where the drawing is made.
        return mark_safe(_drawn(self.weeks))  # noqa: S308


@dataclass(frozen=True)
class Barriers:
    """What gets in the way, as it was said at the last visit that asked."""

    said: str
    on: date | None


def adherence_of(look: Look) -> Adherence | None:
    """None before a plan gives something to do at home."""
    plans = [one.date for one in look.record.plans if any(each.intervention in HOME for each in one.items)]
    last = last_home_day(look.record)
    if not plans or min(plans) > last:
        return None
    count = min(MOST_WEEKS, (last - min(plans)).days // WEEK + 1)
    ends = [last - timedelta(days=WEEK * back) for back in reversed(range(count))]
    # Days before the first plan had no programme, and are none of its days.
    weeks = [home_share(look.record, max(min(plans), end - timedelta(days=WEEK - 1)), end) for end in ends]
    window = home_share(look.record, max(min(plans), last - timedelta(days=WINDOW - 1)), last)
    return Adherence(Stretch(window), tuple(map(Stretch, weeks)))


def barriers_of(look: Look) -> Barriers:
    for visit in reversed(look.record.visits):
        reading = look.record.read(Term(adherence_barrier), Binding(visit=visit))
        if reading.known:
            return Barriers(adherence_barrier.kind.say(reading.value), look.record.visits[visit].date)
    return Barriers("", None)


def _in_words(percent: Span) -> str:
    low, high = f"{percent.low:.0f}", f"{percent.high:.0f}"
    return f"{low}%" if low == high else _("%(low)s%% to %(high)s%%") % {"low": low, "high": high}


def _drawn(every: tuple[Stretch, ...]) -> str:
    width = LEFT + STEP * len(every)
    parts = [
        f'<text x="0" y="{TOP + 8}">100%</text><text x="0" y="{FLOOR}">0</text>',
        f'<line class="floor" x1="{LEFT}" x2="{width}" y1="{FLOOR}" y2="{FLOOR}"/>',
    ]
    for number, one in enumerate(every):
        parts += _bar(LEFT + STEP * number, one.share.percent)
    size = f'viewBox="0 0 {width} {FLOOR + TOP}" width="{width}" height="{FLOOR + TOP}"'
    said = [
        _("week to %(day)s: %(percent)s (%(answered)s of %(days)s days answered)")
        % {
            "day": date_format(one.share.last, "j M Y"),
            "percent": one.percent or _("not known"),
            "answered": one.share.answered,
            "days": one.share.days,
        }
        for one in every
    ]
    return stand_alone(
        f'<svg class="week-bars" {size}>{"".join(parts)}</svg>',
        name="done-by-week",
        title=_("How much of the home programme was done, week by week"),
        description="; ".join(said),
    )


def _bar(x: int, percent: Span | None) -> list[str]:
    """What is surely done is full; what is not known is dashed, as a whole week without an answer is."""
    if percent is None:
        return [_rect("not-written", x, 0, 100)]
    found = [_rect("whole", x, 0, 100)]
    if percent.low:
        found.append(_rect("with", x, 0, percent.low))
    if not percent.exact:
        found.append(_rect("not-written", x, percent.low, percent.high))
    return found


def _rect(kind: str, x: int, low: float, high: float) -> str:
    scale = (FLOOR - TOP) / 100
    top, height = round(FLOOR - high * scale, 1), round((high - low) * scale, 1)
    return f'<rect class="{kind}" x="{x}" y="{top:g}" width="{BAR}" height="{height:g}"/>'
