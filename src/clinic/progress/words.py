"""How statuses, actions and verdicts of a retest are said."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from concordant.progress import Action, Status
from concordant.progress.rows import NOT_JUDGED

STATUSES: Mapping[Status, str | Promise] = MappingProxyType(
    {
        Status.RED: _("A red flag is open"),
        Status.DISCORDANT: _("One measure much better, the other worse"),
        Status.WORSE: _("Worse"),
        Status.RESPONDING_STRONG: _("Responding, strongly"),
        Status.RESPONDING: _("Responding"),
        Status.POSSIBLE: _("Perhaps responding"),
        Status.NO_CHANGE: _("No change beyond error"),
        Status.UNKNOWN: _("Cannot be told: neither headache days nor function can be assessed"),
    }
)
STATUS_OPEN = _("Not yet decided: an answer is missing")
ACTIONS: Mapping[Action, str | Promise] = MappingProxyType(
    {
        Action.REFER: _("Refer"),
        Action.RE_EXAMINE: _("Re-examine"),
        Action.ADJUST: _("Adjust"),
        Action.HOLD: _("Hold"),
        Action.PROGRESS: _("Progress"),
        Action.DISCHARGE: _("Discharge"),
    }
)
VERDICTS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "improved_important": _("Real improvement, and enough to matter"),
        "improved": _("Real improvement"),
        "within_error": _("Within error"),
        "worse": _("Worse"),
        "unknown": _("Cannot be told"),
        NOT_JUDGED: _("No verdict"),
    }
)
LOOKS: Mapping[str, str] = MappingProxyType(
    {
        "improved_important": "better",
        "improved": "better",
        "within_error": "within",
        "worse": "worse",
        "unknown": "unknown",
        NOT_JUDGED: NOT_JUDGED,
    }
)
"""The class of each verdict in the sheet."""
