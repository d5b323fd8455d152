"""What the desk should look at although it changes nothing in who pays: the warnings of the care library in words."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from clinic.claims.models import Payer
from concordant.coverage import Entitlement, VisitCover
from concordant.payers import LEAST_MASSAGE

WORDS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "R06": _("By a stricter count the 12 weeks without approval are over on this day, so ICBC may refuse it."),
        "R43": _("It is short: two clinics say that ICBC wants massage visits of %s minutes at least.") % LEAST_MASSAGE,
        "W01": _("Another kind of treatment is approved or given at the same time: WorkSafeBC has to approve both."),
    }
)


WORKER = _("WorkSafeBC has approved no plan for this day. The worker is not charged: ask for the plan first.")


def of_visit(payer: str | None, found: VisitCover) -> tuple[str, ...]:
    """Of a visit to come."""
    is_unpaid = payer == Payer.WORKSAFEBC and found.entitlement is Entitlement.NOT_COVERED
    return (*([str(WORKER)] if is_unpaid else []), *in_words(found.warnings))


def in_words(warnings: Iterable[str]) -> tuple[str, ...]:
    """Each warning begins with the id of its rule; one that a later rule gives is shown as it is."""
    return tuple(str(WORDS.get(one.partition(":")[0], one)) for one in warnings)
