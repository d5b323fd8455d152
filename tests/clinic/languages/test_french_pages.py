"""Every page that a patient reaches is French when it is asked for in French: no sentence stays English.

The same page is asked for in both languages. What reads the same in both is a name, a number, or what the person
wrote; anything else was not translated. That finds every way in which a text can have escaped: a string without a
tag, a sentence put together by hand, a text that was kept from a page in the other language.
"""

import re
from collections import deque
from collections.abc import Iterator
from urllib.parse import urldefrag, urlsplit

import pytest
from django.test import Client

from clinic.accounts.models import Clinic
from clinic.accounts.roles import PATIENT
from clinic.demo.charts import keep_chart
from clinic.demo.loading import SEED, WITH_ACCOUNT
from clinic.demo.notes import with_notes
from clinic.demo.plans import with_plans
from clinic.forms.days import today
from concordant.record.read import read_plain
from concordant.simulate import demo_clinic
from tests.browser.crawl import Kind, kind_of
from tests.clinic import build
from tests.clinic.languages.reading import texts

FRENCH = {"Accept-Language": "fr-CA,fr;q=0.9"}
LEAST = 20
"""Kinds of pages that are reached: a broken list of links must not pass as a short one."""
STAFF_ENGLISH = ("evidence:",)
"""Pages of the field's own terms, which a patient may read as they are."""
SAME_IN_BOTH = re.compile(
    r"Concordant|Tamsin|Hargreave|North Shore|Sing a whole choir evening|doi\S*|ICHD|\bNRS\b|HIT-6|GRADE"
    r"|Français|English|^(?:[\d,]+ )?(?:points|mmHg|doses)$|^[0-9a-f]{10,64}$|SNNOOP10|S-LANSS"
    r"|patient-\d+|, \d+ minutes|Priya|Nair"
    # Words that French shares.
    r"|^(?:Patient|Ergotamine|Note|Questions?(?: \d+)?|Code|Pages|Phase)$"
    # What clinicians signed stands as they signed it: postures, instruments and notes of a dose.
    r"|^(?:prone|supine|supine_full_flexion|cervical_rom_device|at each visit|with a leaflet)$"
)


@pytest.fixture
def patient(clinic: Clinic) -> Client:
    """With a course of care behind them: diary, retests, a signed plan, visit notes."""
    physio = build.a_user(clinic, first_name="Priya", last_name="Nair")
    account = build.a_user(clinic, PATIENT, first_name="Tamsin", last_name="Hargreave")
    person = next(one for one in demo_clinic(SEED, today()) if one.chart_number == WITH_ACCOUNT)
    keep_chart(
        by=physio,
        chart_number=person.chart_number,
        given_name=person.given_name,
        family_name=person.family_name,
        case=with_notes(with_plans(read_plain(person.case), today()), today()),
        today=today(),
        own=account,
    )
    client = Client()
    client.force_login(account)
    return client


def in_both(client: Client, start: str) -> Iterator[tuple[Kind, str, str]]:
    """Every kind of page that links lead to: in French, and in English."""
    first = kind_of(start)
    assert first is not None
    seen, ahead = {first}, deque([(first, start)])
    while ahead:
        kind, path = ahead.popleft()
        french = client.get(path, headers=FRENCH, follow=True)
        if "text/html" not in french.headers["Content-Type"]:
            continue
        english = client.get(path, follow=True)
        yield kind, french.text, english.text
        for link in re.findall(r'<a\s[^>]*?href="([^"#]+)', french.text):
            address = urlsplit(link.replace("&amp;", "&"))
            there = urldefrag(address.geturl()).url
            if not address.netloc and address.path.startswith("/") and "." not in address.path:
                other = kind_of(there)
                if other is not None and other not in seen and not other[0].startswith(STAFF_ENGLISH):
                    seen.add(other)
                    ahead.append((other, there))


def is_english(text: str) -> bool:
    """Whether it holds words at all: at least one of four letters that is neither a name nor the same in both."""
    return re.search(r"[A-Za-z]{4,}", SAME_IN_BOTH.sub("", text)) is not None


def escaped(french: str, english: str) -> set[str]:
    return {one for one in set(texts(french)) & set(texts(english)) if is_english(one)}


def test_every_page_of_a_patient(patient: Client) -> None:
    left: dict[Kind, set[str]] = {}
    kinds = set()
    for kind, french, english in in_both(patient, "/"):
        kinds.add(kind)
        assert '<html lang="fr-ca">' in french, kind
        if found := escaped(french, english):
            left[kind] = found
    assert not left, "\n".join(f"{kind}: {sorted(found)}" for kind, found in left.items())
    assert len(kinds) >= LEAST, sorted(kinds)


@pytest.mark.parametrize("path", ["/sign-in/", "/self-check/", "/help-at-once/", "/today/"])
@pytest.mark.django_db
def test_pages_without_an_account(client: Client, path: str) -> None:
    french, english = client.get(path, headers=FRENCH), client.get(path)
    assert escaped(french.text, english.text) == set()
