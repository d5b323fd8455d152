"""What a retest says, line by line; and what the page says where there is nothing to tell yet."""

import gzip
import html
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client

from clinic import clock
from clinic.accounts.models import User
from clinic.demo.charts import keep_chart
from clinic.demo.loading import EXAMPLES
from concordant.progress.expected_course import LIMITS
from concordant.progress.expected_course.text import HEADER
from concordant.record.read import read_file, read_plain
from concordant.simulate import large_population
from tests.clinic.person import story
from tests.clinic.progress.conftest import TODAY, Reader, kept, responding
from tests.people import FIRST_VISIT, asked_everything
from tests.progress.courses import AFTER_8, BEFORE_16, course, evenly, filled


def words(answer: Any) -> str:
    """The page as it is read, without pictures."""
    text = answer.text[answer.text.index('<section class="band') :]
    text = re.sub(r"<svg.*?</svg>", " ", text, flags=re.DOTALL)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))


def section(answer: Any, name: str) -> str:
    return str(answer.text).partition(f'<section id="{name}"')[2].partition("</section>")[0]


def test_the_worked_example_of_a_response(read: Reader, user: User) -> None:
    said = words(read(kept(user, responding())))
    for told in (
        "Retest of 5 Feb 2024; the first visit was on 8 Jan 2024. Treatment began 4 weeks before.",
        "Response: Responding, strongly",
        "Proposal: Progress",
        "Progress, and halve the rate of visits.",
        "Change of days with any headache: Better: beyond error and important",
        "16 of 28 answered days, 0 not answered, 2023-12-11 to 2024-01-07",
        "A clinician confirms every step. Nothing here signs itself",
        "3 of 6 criteria are lacking.",
        "not yet known no answer settles it today: it takes a later retest",
    ):
        assert told in said
    assert said.index("What to do next") < said.index("What we measured") < said.index("The course that was to be")


def test_the_numbers_of_the_page_are_those_of_the_library(read: Reader, user: User) -> None:
    answer = read(kept(user, responding()))
    found = answer.context["look"].assessment
    assert answer.context["decision"].action == found.progress.action.value == "progress"
    assert [one.says for one in answer.context["decision"].holding] == [
        one.decision.says for one in found.progress.decisions
    ]
    shown = [(one.name, one.baseline, one.latest, one.change, one.look) for one in answer.context["measured"].rows]
    assert shown == [
        ("Global rating of change, 11-point", "", "3 points", "", "not_judged"),
        ("Neck Disability Index", "18 points", "12 points", "−6 points", "better"),
        ("Flexion-rotation test", "22°", "36°", "+14°", "better"),
    ]
    assert [one.state for one in answer.context["decision"].letters] == [
        "met", "unknown", "met", "met", "unknown", "unknown",
    ]  # fmt: skip


def test_headache_days_with_every_probability(read: Reader, user: User) -> None:
    said = words(read(kept(user, responding())))
    for told in (
        "0.5 (95 % interval 0.19 to 1.2, which takes days as independent)",
        "Probability that the rate really fell 96 %",
        "Probability that it fell by 30 % or more 79 %",
        "Probability that it fell by half or more 48 %",
        "People in comparison groups without this treatment lost about 30 %.",
    ):
        assert told in said


def test_missing_days_leave_bounds(read: Reader, user: User) -> None:
    answer = read(kept(user, course(evenly(14, 25), evenly(6, 24))))
    windows = [(one.per_28, one.low, one.high) for one in answer.context["days"].windows]
    assert windows == [("15.7", "14", "17"), ("7", "6", "10")]
    assert "It does not stand if missing days are counted at their worst." in words(answer)


def test_each_line_leads_to_the_entry_it_stands_in(read: Reader, user: User) -> None:
    person = kept(user, responding())
    trace = section(read(person), "decision")
    assert "Global rating of change, 11-point: at least 4 points" in trace
    assert f'href="/people/{person.pk}/entries/?from=' in trace


def test_a_rule_without_a_page_of_its_own_is_traced_in_place(read: Reader, user: User) -> None:
    case = responding()
    case["outcomes"].append({"date": TODAY.isoformat(), "measure": "phq4", "items": [0, 0, 2, 2]})
    case["outcomes"][-1]["date"] = case["visits"][-1]["date"]
    answer = read(kept(user, case))
    assert "Screen for low mood or anxiety positive" in [one.name for one in answer.context["decision"].triggers]
    said = words(answer)
    assert "the rule “newest mood screen”" in said
    assert "Talk with the person, ask the safety question, offer a referral." in said


def test_a_red_flag_stops_the_table(read: Reader, user: User) -> None:
    case = responding()
    case["visits"][-1]["facts"]["neuro_deficit_new"] = True
    answer = read(kept(user, case))
    said = words(answer)
    assert said.index("New neurological deficit") < said.index("What to do next")
    assert "Response: A red flag is open Proposal: Refer" in said
    assert "Stop and refer urgently, as the open red flags say." in said
    assert "halve the rate of visits" not in said
    assert any("deficit" in one.label for one in answer.context["decision"].because)


def test_a_red_flag_without_any_visit(read: Reader, user: User) -> None:
    case = {"concordant": 1, "person": {"id": "x"}, "facts": {"cancer_history": True}}
    said = words(read(kept(user, case)))
    assert "No visit is recorded yet." in said
    assert "Proposal: Refer" in said


def test_nothing_at_all(read: Reader, user: User) -> None:
    answer = read(kept(user, {"concordant": 1, "person": {"id": "x"}, "headaches": [{"id": "A", "facts": {}}]}))
    said = words(answer)
    assert answer.status_code == 200
    assert "No visit is recorded yet. The first examination gives the baseline" in said
    assert "Proposal" not in said
    assert "There is no course to show" in said
    assert "safety questions not asked, so not clear" in said


def test_one_visit_is_no_retest(read: Reader, user: User) -> None:
    answer = read(kept(user, asked_everything()))
    said = words(answer)
    assert "No retest yet. The first visit was on 8 Jan 2024" in said
    assert "Proposal" not in said
    assert '?retest">Retest</a>' in answer.text


def test_as_known_on_the_first_day_there_is_no_retest(read: Reader, user: User) -> None:
    person = kept(user, responding())
    answer = read(person, f"?as_of={FIRST_VISIT}")
    assert "No retest yet." in words(answer)
    assert f'href="/people/{person.pk}/?as_of={FIRST_VISIT}"' in answer.text


def test_a_retest_at_which_nothing_was_measured_again(read: Reader, user: User) -> None:
    case = course()
    case["visits"][0]["findings"] = [{"fact": "frt_rotation_deg", "side": "right", "value": 22}]
    said = words(read(kept(user, case)))
    assert "Nothing was measured at this retest that can be laid beside an earlier value." in said
    assert "Not measured at this retest: Flexion-rotation test right" in said
    assert "No day of the diary is answered" in said
    assert "Not yet decided: an answer is missing Proposal: Hold" in said
    assert "Nothing is decided yet, so nothing is progressed." in said
    assert "proposals may still hold, once more is known" in said


def test_a_diary_that_is_too_thin_says_what_is_needed(read: Reader, user: User) -> None:
    said = words(read(kept(user, course("." * 15 + evenly(8, 13, 13), evenly(2)))))
    assert "Cannot be told : the baseline window is insufficient" in said
    assert "at least half of them answered" in said


def test_what_cannot_be_compared_says_why(read: Reader, user: User) -> None:
    case = responding()
    for finding in case["visits"][1]["findings"]:
        finding["instrument"] = "crom"
    answer = read(kept(user, case))
    row = next(one for one in answer.context["measured"].rows if one.name == "Flexion-rotation test")
    assert row.look == "unknown"
    assert "not compared" in row.note
    assert row.note in words(answer)


def test_the_course_is_there_as_picture_table_and_words(read: Reader, user: User) -> None:
    answer = read(kept(user, responding()))
    assert 'aria-labelledby="course-title course-desc"' in answer.text
    said = words(answer)
    assert all(one in said for one in (*HEADER, *LIMITS, "Week 4: 0.50 of the days at baseline, on track."))
    # The same two windows as those of the verdict above.
    assert "16 of 28 answered days, of 28" in said
    assert "8 of 28 answered days, of 28" in said
    assert "No forecast is made for one person." in said
    assert "treatment began on 8 Jan 2024, the first day of week 1. Each circle stands for one week" in said
    assert "10.1016/j.spinee.2018.02.019" in said
    assert said.index("Came on 2 of 2 days.") < said.index("What goes together need not be cause and effect.")


def test_pictures_hold_no_script_and_point_nowhere(read: Reader, user: User) -> None:
    answer = read(kept(user, responding()))
    assert "style-src 'self'" in answer["Content-Security-Policy"]
    assert re.findall(r"\sstyle=|<style|\son\w+=|javascript:|<script(?![^>]*src=)", answer.text) == []
    drawn = re.findall(r"<svg xmlns.*?</svg>", answer.text, re.DOTALL)
    assert len(drawn) == 4
    for one in drawn:
        assert re.findall(r'href|url\(|var\(--|class="(?!mark|background|foreground)', one) == []


def test_ids_are_the_only_ones_of_their_kind(read: Reader, user: User) -> None:
    ids = re.findall(r'\sid="([^"]+)"', read(kept(user, responding())).text)
    assert len(ids) == len(set(ids))


def test_hostile_names_are_escaped(read: Reader, user: User) -> None:
    case = responding(episode={"started": FIRST_VISIT.isoformat(), "goal": "<script>goal</script>"})
    case["headaches"][0]["name"] = "<script>name</script>"
    for visit in case["visits"]:
        visit["by"] = '"><script>by</script>'
        for finding in visit["findings"]:
            finding["rater"] = "<script>rater</script>"
    answer = read(kept(user, case, name="<script>family</script>"))
    assert answer.status_code == 200
    assert "&lt;script&gt;family" in answer.text
    assert re.findall(r"<script>(?:goal|name|by|rater|family)", answer.text) == []


@pytest.mark.parametrize("name", ["mcdonnell_2005_exercise", "alpass_2004_whiplash", "wende_2021_hemicrania_continua"])
def test_published_cases_with_retests(read: Reader, user: User, name: str) -> None:
    today = date(2026, 3, 2)
    with clock.set_to(story.at(today)):
        person = keep_chart(
            by=user, chart_number=name[:20], given_name="P", family_name="Q", case=read_file(EXAMPLES / f"{name}.yaml"),
            today=today,
        )  # fmt: skip
        answer = read(person)
    assert answer.status_code == 200
    found = answer.context["look"].assessment
    assert answer.context["retest"].on == found.record.day_of(found.progress.visit)
    assert len(answer.context["measured"].rows) == len([one for one in found.changes if one.days is None])


def test_three_years_and_ten_visits_are_not_too_heavy(read: Reader, user: User) -> None:
    case = read_plain(next(iter(large_population(7, 1, diary_days=3 * 365, visits=10))))
    today = (case.last_day() or TODAY) + timedelta(days=1)
    with clock.set_to(story.at(today)):
        person = keep_chart(by=user, chart_number="x", given_name="P", family_name="Q", case=case, today=today)
        answer = read(person)
    assert len(answer.context["measured"].rows) > 10
    assert "Each circle stands for 4 weeks" in words(answer)
    assert len(gzip.compress(answer.content)) < 40_000


def test_the_person_page_says_it_in_two_lines(client: Client, user: User) -> None:
    person = kept(user, filled(course(BEFORE_16, AFTER_8), "ndi", 18, 12))
    client.force_login(user)
    said = words(client.get(f"/people/{person.pk}/"))
    assert "How care is going Retest of 5 Feb 2024: Responding" in said
    answer = client.get(f"/people/{person.pk}/?as_of={FIRST_VISIT}")
    assert "No retest yet, so there is no change to tell." in words(answer)
    assert f'href="/people/{person.pk}/progress/?as_of={FIRST_VISIT}"' in answer.text
