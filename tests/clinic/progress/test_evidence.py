"""From a proposal to the evidence: one click to the advice, where its trials stand."""

import re

from django.test import Client

from clinic.accounts.models import User
from clinic.evidence.behind import OF_A_DECISION
from tests.clinic.progress.conftest import Reader, kept, responding
from tests.clinic.progress.test_page import section
from tests.progress.courses import course, evenly, filled


def linked(text: str) -> list[str]:
    """The advice that a part of a page leads to."""
    return re.findall(r'href="/evidence/advice/([a-z-]+)/"', text)


def test_the_care_that_the_table_steers_leads_to_its_evidence(read: Reader, client: Client, user: User) -> None:
    decision = section(read(kept(user, responding())), "decision")
    card = decision.split("A clinician confirms every step.")[0]
    assert tuple(linked(card)) == OF_A_DECISION
    assert "Trials of the plot" in client.get(f"/evidence/advice/{OF_A_DECISION[0]}/").text


def test_a_red_flag_ends_the_care_and_leads_nowhere_else(read: Reader, user: User) -> None:
    case = responding()
    case["visits"][-1]["facts"]["neuro_deficit_new"] = True
    card = section(read(kept(user, case)), "decision").split("A clinician confirms every step.")[0]
    assert "A red flag is open" in card
    assert linked(card) == []


def test_a_trigger_that_proposes_a_treatment_names_its_evidence(read: Reader, user: User) -> None:
    case = filled(filled(course(evenly(16), evenly(16)), "ndi", 18, 18), "groc", None, 0)
    case = filled(case, "pcs", None, 30)
    decision = section(read(kept(user, case)), "decision")
    trigger = decision.split("Add education about pain, or psychology.")[1].split("</li>\n")[0]
    assert linked(trigger) == ["education-self-management"]
