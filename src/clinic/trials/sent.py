"""What somebody sends: a file or its text, to be looked at, and then once more to be kept."""

import base64
import binascii
import uuid
from dataclasses import dataclass, field

from django.core.files.uploadedfile import UploadedFile
from django.http import QueryDict
from django.utils.translation import gettext as _

from clinic.evidence.asked import USUAL_MODEL, USUAL_TEST, checked
from clinic.evidence.said import refusal
from clinic.trials.kept import kept_trials, library_with, read_new
from clinic.trials.shown import Looked, looked_at, told
from clinic.trials.signing import LONGEST_REASON
from concordant.evidence import Refused
from concordant.evidence.living import MOST_BYTES, text_of


@dataclass
class Sent:
    """The form as it was filled in, what is wrong with it, and what the trial would move."""

    text: str = ""
    """As it was given, to the byte."""
    name: str = ""
    """Of the file, for whoever looks."""
    reason: str = ""
    key: str = ""
    model: str = USUAL_MODEL
    test: str = USUAL_TEST
    looked: Looked | None = None
    problems: dict[str, str] = field(default_factory=dict)
    """By field of the form."""

    @property
    def given(self) -> str:
        """The text in letters that no browser changes: the ends of lines stay, and with them the file's SHA-256."""
        return base64.b64encode(self.text.encode()).decode()


def sent_of(data: QueryDict, upload: UploadedFile | None) -> Sent:
    """Read the form; nothing is looked at yet."""

    def one(name: str, longest: int, usual: str = "") -> str:
        return data.get(name, usual).replace("\x00", "").strip()[:longest]

    sent = Sent(
        reason=one("reason", LONGEST_REASON + 1), key=one("key", 36) or str(uuid.uuid4()),
        model=one("model", 40, USUAL_MODEL), test=one("test", 40, USUAL_TEST),
    )  # fmt: skip
    pasted = data.get("text", "").replace("\r\n", "\n")
    try:
        if upload is not None:
            sent.name = (upload.name or "")[:100]
            if (upload.size or 0) > MOST_BYTES:
                raise Refused("the file is too long", value=upload.size, allowed=f"{MOST_BYTES} bytes at most")
            sent.text = text_of(upload.read())
        elif given := data.get("given"):
            sent.text = text_of(base64.b64decode(given, validate=True))
        else:
            sent.text = pasted
            if not pasted.strip():
                raise Refused(_("choose a file, or paste its text"))
    except Refused as error:
        sent.problems["text"] = told(error)
    except binascii.Error:
        sent.problems["text"] = _("This form is broken. Open it anew.")
    return sent


def look_at(sent: Sent, clinic_id: int) -> None:
    """Read the trial and see what it would move among what the clinic has."""
    if "text" in sent.problems:
        return
    try:
        model, test = checked(sent.model, sent.test)
    except Refused as error:
        sent.problems[error.column] = refusal(error)
        return
    kept = kept_trials(clinic_id)
    try:
        sent.looked = looked_at(read_new(sent.text, kept), library_with(kept), model, test)
    except Refused as error:
        sent.problems["text"] = told(error)
