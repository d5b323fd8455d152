"""What an audit event can say was done, to what, and how it ended."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Action(TextChoices):
    """What was done."""

    VIEW = "view", _("looked at")
    LIST = "list", _("listed people")
    REGISTER = "register", _("registered")
    SIGN = "sign", _("signed an entry")
    CORRECT = "correct", _("corrected an entry")
    DISCARD = "discard", _("discarded what was not signed")
    WRITE = "write", _("signed a letter")
    KEEP = "keep", _("kept a trial")
    WITHDRAW = "withdraw", _("withdrew a trial")
    IMPORT = "import", _("imported a case file")
    EXPORT = "export", _("took a copy")
    SIGN_IN = "sign-in", _("signed in")
    SIGN_IN_FAILED = "sign-in failed", _("failed to sign in")
    SIGN_OUT = "sign-out", _("signed out")
    ASK_LINK = "ask for link", _("asked for a sign-in link")
    INVITE = "invite", _("invited to an account")
    UNINVITE = "uninvite", _("withdrew an invitation")
    TAKE_UP = "take up", _("took up an invitation")
    ADDRESS = "address", _("changed the e-mail address")
    PASSWORD = "password", _("changed the password")
    SECOND_FACTOR = "second factor", _("changed the second factor")
    SAY_CLAIM = "say claim", _("wrote down who is billed")
    SAY_TERMS = "say terms", _("wrote down terms of billing")
    PROPOSE_BILLS = "propose bills", _("proposed bills")
    CHECK_BILLS = "check bills", _("checked bills")
    SEND_BILLS = "send bills", _("sent bills")
    TAKE_PAYMENT = "take payment", _("wrote down a payment")
    GIVE_BACK = "give back", _("gave money back")
    REFUSED_BILL = "refused bill", _("wrote down that a bill was refused")
    ADJUST_BILL = "adjust bill", _("let go of a part of a bill")
    CREDIT_BILL = "credit bill", _("credited a bill")
    CORRECT_BILL = "correct bill", _("billed a visit anew")
    CLOSE = "close", _("closed the account")
    DELETE = "delete", _("deleted an empty chart")
    BOOK = "book", _("booked a visit")
    MOVE = "move", _("moved a visit")
    CHANGE = "change", _("changed a visit")
    PRESCRIBE = "prescribe", _("asked for a series of visits")
    TIME_OFF = "time off", _("took time out of the calendar")
    OFFER = "offer", _("offered a free hour")
    FEED = "feed", _("made or withdrew the address of a calendar")


class Result(TextChoices):
    """How it ended."""

    DONE = "done", _("done")
    REFUSED = "refused", _("refused")


@dataclass(frozen=True)
class Subject:
    """What it was done to, and whose chart that belongs to."""

    kind: str = ""
    id: str = ""
    person_id: int | None = None
    chart_number: str = ""
