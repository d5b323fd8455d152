"""How actions, verdicts, techniques and letters of the safety room are said."""

from collections.abc import Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from concordant.safety import Action, Imaging, Letter

ACTIONS: Mapping[Action, str | Promise] = MappingProxyType(
    {
        Action.EMERGENCY: _("Emergency"),
        Action.SAME_DAY: _("Same day"),
        Action.URGENT: _("Urgent"),
        Action.CAUTION: _("Caution"),
    }
)
HEADINGS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "stop": _("Stop: no manual therapy"),
        "caution": _("With caution"),
        "allowed": _("No restriction found"),
    }
)
ALLOWED_WITH_CAUTIONS = _("No technique restricted, but mind the cautions")
TECHNIQUES: Mapping[str, str | Promise] = MappingProxyType(
    {
        "thrust": _("thrust manipulation"),
        "end_range": _("end-range techniques"),
        "mid_range": _("mid-range mobilisation"),
        "soft_tissue": _("soft-tissue work"),
        "needling": _("needling"),
        "neck_load": _("loading the neck"),
    }
)
LETTERS: Mapping[Letter, str | Promise] = MappingProxyType(
    {
        Letter.ALLOWED: _("Allowed"),
        Letter.LIMITED: _("Limited"),
        Letter.STOP: _("Stop"),
    }
)
IMAGING: Mapping[Imaging, str | Promise] = MappingProxyType(
    {
        Imaging.NO_IMAGING: _("no imaging"),
        Imaging.IMAGING_OR_ASK: _("imaging, or ask what is missing"),
        Imaging.NOT_APPLICABLE: _("does not apply: a physician decides"),
        Imaging.IMAGING: _("imaging"),
    }
)
