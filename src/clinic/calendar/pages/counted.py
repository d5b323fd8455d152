"""What stands and counts for a new series, in words."""

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from clinic.calendar.prescribing.standing import Counted
from concordant.plan.interventions import Discipline


def counted_in_words(found: Counted) -> Iterator[str]:
    """Nothing where nothing stands."""
    if found.counted:
        told = ngettext(
            "%s visit of this plan is booked already and counts.",
            "%s visits of this plan are booked already and count.",
            found.counted,
        )
        yield told % found.counted
    for starts, given, more in found.beyond:
        told = ngettext(
            "From %(day)s the week has %(number)s %(what)s visit more than the plan asks for. Cancel one.",
            "From %(day)s the week has %(number)s %(what)s visits more than the plan asks for. Cancel them.",
            more,
        )
        what = _("massage") if given is Discipline.RMT else _("physiotherapy")
        yield told % {"day": date_format(starts, "j M Y"), "number": more, "what": what}
