"""Rows that may be added and never changed, each sealing the row before it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Never, TypeVar

from django.db import models

from clinic.ledger.hashing import seal


class AppendOnlyError(RuntimeError):
    """Someone tried to change or remove what was written once and for all."""


M = TypeVar("M", bound=models.Model)


def _refuse(model: type[models.Model]) -> Never:
    raise AppendOnlyError(f"{model._meta.label} rows are never changed or removed; write a new one instead")


class AppendOnlyQuerySet(models.QuerySet[M]):
    """Reads and adds. The database refuses the rest as well (`triggers`); this says so earlier and kinder."""

    def update(self, **kwargs: Any) -> int:
        _refuse(self.model)

    def delete(self) -> tuple[int, dict[str, int]]:
        _refuse(self.model)

    def bulk_update(self, *args: Any, **kwargs: Any) -> int:
        _refuse(self.model)

    def bulk_create(self, objs: Iterable[M], *args: Any, **kwargs: Any) -> list[M]:
        if kwargs.get("update_conflicts") or kwargs.get("ignore_conflicts"):
            _refuse(self.model)
        return super().bulk_create(objs, *args, **kwargs)


class AppendOnly(models.Model):
    """A row that is saved once."""

    objects: models.Manager[Any] = AppendOnlyQuerySet.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            _refuse(type(self))
        # Without force_insert, a new object with the key of an old row would overwrite that row.
        super().save(force_insert=True, using=kwargs.get("using"))

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        _refuse(type(self))


class Sealed(AppendOnly):
    """A link of a chain: its hash covers what it says and the hash of the link before."""

    previous_sha256 = models.CharField(max_length=64, blank=True, editable=False)
    sha256 = models.CharField(max_length=64, editable=False)

    class Meta(AppendOnly.Meta):
        abstract = True

    def sealed_content(self) -> dict[str, Any]:
        """Everything the hash vouches for, as JSON. Each model that is sealed says what that is."""
        raise TypeError("a sealed model says what its hash vouches for")

    @staticmethod
    def utc(moment: datetime) -> str:
        """A moment the way it is sealed."""
        return moment.astimezone(UTC).isoformat(timespec="microseconds")

    def expected_sha256(self) -> str:
        return seal({"previous": self.previous_sha256, **self.sealed_content()})

    def seal_after(self, previous_sha256: str) -> None:
        self.previous_sha256 = previous_sha256
        self.sha256 = self.expected_sha256()


@dataclass(frozen=True)
class ChainBreak:
    """The first row at which a chain no longer holds; `row_id` is None when rows are missing at its end."""

    row_id: int | None
    why: str


def first_break(rows: Iterable[Sealed]) -> ChainBreak | None:
    """Walk a chain in the order it was written."""
    previous = ""
    for row in rows:
        if row.previous_sha256 != previous:
            return ChainBreak(row.pk, "it does not follow the row before it: one was removed or put between")
        if row.sha256 != row.expected_sha256():
            return ChainBreak(row.pk, "it was changed after it was sealed")
        previous = row.sha256
    return None
