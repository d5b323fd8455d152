"""The trials that a clinic keeps, and the rows from which its pools are computed. No other clinic sees them."""

from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import gettext as _

from clinic.trials.models import TrialEntry
from concordant.evidence import Refused
from concordant.evidence.library import TrialRow, trials
from concordant.evidence.living import Proposed, read_trial


@dataclass(frozen=True)
class Kept:
    """One kept trial, as it stands."""

    entry: TrialEntry
    trial: Proposed | None
    """None where the rules of today no longer read its file."""
    why_not: str
    """Why it enters no pool; empty where it may."""

    @property
    def name(self) -> str:
        return self.trial.name if self.trial else self.entry.trial_id

    @property
    def withdrawal(self) -> TrialEntry | None:
        return getattr(self.entry, "withdrawal", None)

    @property
    def rows(self) -> tuple[TrialRow, ...]:
        """What enters the clinic's pools."""
        return () if self.why_not or self.trial is None else self.trial.rows


def kept_trials(clinic_id: int) -> tuple[Kept, ...]:
    """Every trial that the clinic has kept, in the order of signing; withdrawn ones too, which say so."""
    entries = TrialEntry.objects.filter(clinic_id=clinic_id, withdraws__isnull=True)
    return tuple(_kept(one) for one in entries.select_related("author", "withdrawal__author").order_by("id"))


def library_of(clinic_id: int) -> tuple[TrialRow, ...]:
    """The rows of the reviewed library with those that the clinic keeps: what its pools are computed from."""
    return library_with(kept_trials(clinic_id))


def library_with(kept: tuple[Kept, ...]) -> tuple[TrialRow, ...]:
    """The same, of kept trials that are at hand."""
    return (*trials(), *(row for one in kept for row in one.rows))


def read_new(text: str, among: tuple[Kept, ...]) -> Proposed:
    """A trial that is neither in the library nor kept. Raises Refused with the place of what is wrong."""
    trial = read_trial(text)
    for one in among:
        if one.trial and not one.withdrawal and (row := trial.same_in(one.trial.rows)):
            column = "trial_id" if row.trial_id == trial.trial_id else "doi"
            raise Refused(
                _("is kept in this clinic already (%s): it would count twice") % one.name,
                column=column, value=getattr(trial, column), allowed=_("a trial that is not there yet"),
            )  # fmt: skip
    return trial


def _kept(entry: TrialEntry) -> Kept:
    trial = _read(entry.text)
    if isinstance(trial, str):
        return Kept(entry, None, _("its file cannot be read any more: %s") % trial)
    if hasattr(entry, "withdrawal"):
        return Kept(entry, trial, _("withdrawn"))
    if row := trial.same_in(trials()):
        name = f"{row.first_author} {row.year or ''}".strip()
        return Kept(entry, trial, _("the reviewed library holds it by now (%s): it would count twice") % name)
    return Kept(entry, trial, "")


@lru_cache(maxsize=128)
def _read(text: str) -> Proposed | str:
    """The same text says the same; every page that pools asks for it."""
    try:
        return read_trial(text, known=())
    except Refused as error:
        return str(error)
