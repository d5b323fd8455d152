"""A letter that was signed: the document as it went out, and what was written and changed before that."""

import hashlib
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from clinic.chart.models import Person
from clinic.ledger.models import Sealed


class SignedLetter(Sealed):
    """Never changed. A letter that turns out wrong is followed by another."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="letters", db_index=False, verbose_name=_("person"))
    recorded_at = models.DateTimeField(_("signed at"))
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name=_("author"))
    author_role = models.CharField(_("role of the author"), max_length=20)
    kind = models.CharField(_("kind"), max_length=40)
    as_of = models.DateField(_("as of"))
    to = models.CharField(_("to"), max_length=400, blank=True)
    registration = models.CharField(_("registration of the signer"), max_length=400)
    letterhead = models.TextField(_("letterhead"))
    addressee = models.TextField(_("addressee"), blank=True)
    draft = models.TextField(_("as it was written, and what was changed"))
    document = models.BinaryField(_("document"))
    document_sha256 = models.CharField(_("SHA-256 of the document"), max_length=64)
    idempotency_key = models.UUIDField(_("key of the form that was sent"))

    class Meta(Sealed.Meta):
        verbose_name = _("signed letter")
        verbose_name_plural = _("signed letters")
        ordering = ["id"]
        indexes = [models.Index(fields=["person", "id"], name="letters_of_person")]
        constraints = [
            models.UniqueConstraint(fields=["person", "idempotency_key"], name="letter_once_for_one_form"),
            models.UniqueConstraint(fields=["person", "previous_sha256"], name="letter_chain_does_not_fork"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.as_of} ({self.pk})"

    @staticmethod
    def sha256_of(document: bytes) -> str:
        """As ``sha256sum`` says of the file."""
        return hashlib.sha256(document).hexdigest()

    @property
    def holds(self) -> bool:
        """Whether bytes and everything about them are those that were signed."""
        return self.sha256_of(bytes(self.document)) == self.document_sha256 and self.sha256 == self.expected_sha256()

    def sealed_content(self) -> dict[str, Any]:
        return {
            "person": self.person_id,
            "recorded_at": self.utc(self.recorded_at),
            "author": self.author_id,
            "author_role": self.author_role,
            "kind": self.kind,
            "as_of": self.as_of.isoformat(),
            "to": self.to,
            "registration": self.registration,
            "letterhead": self.letterhead,
            "addressee": self.addressee,
            "draft": self.draft,
            # From the bytes themselves: a document that was exchanged breaks the chain.
            "document_sha256": self.sha256_of(bytes(self.document)),
            "idempotency_key": str(self.idempotency_key),
        }
