"""Words of a plan as the pages say them."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from concordant.plan import Phase, Profile
from concordant.plan.against_signed import Kind
from concordant.plan.interventions.intervention import Discipline

Words = str | Promise

PHASES: Mapping[str, Words] = MappingProxyType(
    {
        Phase.HOLD.value: _("On hold"),
        Phase.RELIEF.value: _("Relief"),
        Phase.RESTORE.value: _("Restore"),
        Phase.STRENGTHEN.value: _("Strengthen"),
        Phase.SELF_MANAGE.value: _("Self-manage"),
    }
)
PROFILES: Mapping[str, Words] = MappingProxyType(
    {
        Profile.LOW.value: _("low"),
        Profile.STANDARD.value: _("standard"),
        Profile.COMPLEX.value: _("complex"),
    }
)
DISCIPLINES: Mapping[str, Words] = MappingProxyType(
    {
        Discipline.PHYSIOTHERAPIST.value: _("Physiotherapist"),
        Discipline.RMT.value: _("Massage therapist"),
        Discipline.HOME.value: _("At home"),
    }
)
STATUSES: Mapping[str, Words] = MappingProxyType(
    {
        "definite": _("definite"),
        "provisional": _("provisional"),
        "undetermined": _("undetermined"),
        "excluded": _("excluded"),
    }
)
REACHED: Mapping[str, Words] = MappingProxyType(
    {"met": _("reached"), "not-met": _("not reached"), "unknown": _("not known whether reached")}
)
CHOICES: Mapping[str, Words] = MappingProxyType(
    {"accepted": _("as proposed"), "changed": _("changed"), "added": _("added by the clinician")}
)
BECAME: Mapping[Kind, Words] = MappingProxyType(
    {
        Kind.ON_HOLD: _("on hold"),
        Kind.BLOCKED: _("must not be given"),
        Kind.UNKNOWN_TREATMENT: _("unknown"),
        Kind.ENDED: _("ended by limit"),
        Kind.STOPPED: _("stop rule met"),
        Kind.HELD: _("held"),
        Kind.WAITS: _("waits for a fact"),
        Kind.NOT_INDICATED: _("not indicated any more"),
        Kind.OTHER_PHASE: _("other phase"),
        Kind.NOT_COMBINED: _("not combined"),
        Kind.LATER: _("later"),
        Kind.KEPT: _("goes on"),
        Kind.NEW: _("new"),
        Kind.LEFT_OUT: _("left out"),
    }
)
"""What became of a treatment since the plan was signed."""

PARTS_OF_A_DOSE: Mapping[str, Words] = MappingProxyType(
    {
        "sets": _("sets"),
        "reps": _("repetitions"),
        "hold_s": _("hold, seconds"),
        "duration_s": _("seconds a set"),
        "minutes": _("minutes"),
        "per_day": _("times a day"),
        "per_week": _("days a week"),
        "weeks": _("weeks"),
        "sessions": _("sessions in all"),
        "sessions_max": _("sessions at most"),
        "supervised_per_week": _("supervised a week"),
        "thrusts": _("thrusts"),
        "needles": _("needles"),
        "every_minutes": _("every … minutes"),
        "break_s": _("break, seconds"),
        "highest_pain_nrs": _("highest pain, 0 to 10"),
        "highest_rise_nrs": _("highest rise of pain"),
        "review_days": _("review after days"),
        "review_weeks": _("review after weeks"),
        "load": _("load"),
    }
)
