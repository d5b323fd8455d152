"""Everything that is held about a person, as one document to read.

It is the copy that the person may ask for, so it holds what their own pages leave out: the notes of therapists in full,
and whose words they are. What it says of an entry is what the entry says, value by value.
"""

from collections.abc import Iterable, Iterator, Sequence

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from clinic import clock
from clinic.accounts.models import User
from clinic.accounts.roles import role_in_words
from clinic.audit.models import AuditEvent
from clinic.audit.told import Looked, looked_at
from clinic.chart.models import Entry
from clinic.closing.receipt import day
from clinic.entries.leaves import leaves_of
from clinic.mine.letters import letters_of
from clinic.mine.plan import PlanToTell, Treatment, my_plan
from clinic.mine.visits import my_visits
from clinic.person.look import Look
from clinic.person.my_progress import MyProgress, my_progress
from concordant.letters.letter import Letter, Paragraph, Part, Points, Section, Table
from concordant.letters.people import Paper

_DIARY = "diary"


def document(look: Look, user: User, events: Iterable[AuditEvent]) -> Letter:
    chart, today = look.chart, look.moment.day
    person = chart.person
    return Letter(
        title=_("Everything that is held about you"),
        author=person.clinic.name,
        written=today,
        day=day(today),
        letterhead=(person.clinic.name, person.clinic.phone) if person.clinic.phone else (person.clinic.name,),
        addressee=(f"{person.given_name} {person.family_name}",),
        about=(
            (_("Name"), f"{person.given_name} {person.family_name}"),
            (_("Chart"), person.chart_number),
            (_("Made"), date_format(timezone.localtime(clock.now()), "j M Y, H:i")),
        ),
        sections=tuple(_sections(look, user, events)),
        signature=(_("Made by the person, from their own pages. It is not signed."),),
        footer=(person.chart_number, day(today)),
        paper=Paper.LETTER,
        language=(get_language() or "en").partition("-")[0],
    )


def _sections(look: Look, user: User, events: Iterable[AuditEvent]) -> Iterator[Section]:
    chart, mine = look.chart, my_plan(look)
    standing = {each.pk for each in chart.in_force()}
    diary = [each for each in chart.entries if each.kind == _DIARY]
    others = [each for each in chart.entries if each.kind != _DIARY]
    yield Section(_("What is in here"), tuple(_what_is_here(diary, others)))
    yield Section(_("Who you are"), (Points(tuple(_who(look, user))),))
    if mine.plans:
        yield Section(_("Your plan"), tuple(part for one in mine.plans for part in _plan(one)))
    yield from _changes(my_progress(look))
    visits = tuple(_visits(look))
    if visits:
        yield Section(_("Your visits"), (Table((_("What was done"), _("Day"), _("With")), visits),))
    letters = tuple(
        (str(one.name), one.to, day(timezone.localdate(one.signed_at)), one.signed_by)
        for one in letters_of(chart.person)
    )
    if letters:
        yield Section(_("Letters about you"), (Table((_("Letter"), _("To"), _("Signed"), _("By")), letters),))
    if diary:
        yield Section(_("Your diary"), tuple(_entries(diary, standing)))
    if others:
        yield Section(_("Everything else that was signed"), tuple(_entries(others, standing)))
    looked = tuple(_looked(looked_at(events, user.pk)))
    if looked:
        yield Section(_("Who has opened your chart or added to it"), (Table((_("What"), _("When"), _("Who")), looked),))


def _what_is_here(diary: Sequence[Entry], others: Sequence[Entry]) -> Iterator[Part]:
    yield Paragraph(
        _(
            "Everything that your clinic holds about you in this system, as it stood when this was made. First a "
            "summary, then every entry as it was signed: your diary, and all the rest with your therapists’ notes "
            "in full."
        )
    )
    counts = {"diary": len(diary), "others": len(others)}
    yield Paragraph(_("Diary entries: %(diary)s. Other entries: %(others)s.") % counts)
    yield Paragraph(
        _(
            "What somebody has begun to write and has not signed is not in here: it says nothing yet. Nor are the "
            "letters themselves and your rows as a phone sent them: those are in the ZIP."
        )
    )


def _who(look: Look, user: User) -> Iterator[str]:
    person = look.chart.person
    yield _("Given name: %(name)s") % {"name": person.given_name}
    yield _("Family name: %(name)s") % {"name": person.family_name}
    if person.preferred_name:
        yield _("Name you like to be called by: %(name)s") % {"name": person.preferred_name}
    yield _("Chart number: %(number)s") % {"number": person.chart_number}
    yield _("Clinic: %(name)s") % {"name": person.clinic.name}
    yield _("User name: %(name)s") % {"name": user.get_username()}
    if user.email:
        yield _("E-mail: %(address)s") % {"address": user.email}
    if user.language:
        yield _("Language: %(language)s") % {"language": user.get_language_display()}
    born = look.case.person.born
    if born:
        yield _("Date of birth: %(day)s") % {"day": day(born)}
    if look.case.episode.goal:
        yield _("Your goal: %(goal)s") % {"goal": look.case.episode.goal}
    for headache in look.case.headaches:
        yield _("Headache: %(name)s") % {"name": headache.name or headache.id}


def _plan(one: PlanToTell) -> Iterator[Part]:
    told = {"day": day(one.signed_on), "name": one.signed_by, "phase": one.phase.name}
    signed = _("%(phase)s. Signed on %(day)s by %(name)s.") if one.signed_by else _("%(phase)s. Signed on %(day)s.")
    yield Paragraph(signed % told)
    for group, rows in one.groups:
        yield Paragraph(str(group))
        yield Points(tuple(map(_treatment, rows)))
    often = tuple(_("%(who)s: %(often)s") % {"who": who, "often": often} for who, often in one.visits)
    if often:
        yield Points(often)
    if one.retest:
        yield Paragraph(_("We measure again about %(day)s.") % {"day": day(one.retest)})


def _treatment(one: Treatment) -> str:
    return " ".join(filter(None, (f"{one.plainly.name}.", str(one.plainly.meant_to), one.how_much)))


def _changes(progress: MyProgress) -> Iterator[Section]:
    kinds = (
        (_("better"), progress.better),
        (_("worse"), progress.worse),
        (_("no clear change"), progress.same),
        (_("cannot be compared"), progress.not_compared),
        (_("only shown"), progress.alone),
    )
    rows = tuple(
        (
            f"{each.asked} ({_(each.of)})" if each.of else each.asked,
            f"{each.first}, {day(each.first_on)}",
            f"{each.latest}, {day(each.latest_on)}",
            said,
        )
        for said, rows in kinds
        for each in rows
    )
    if rows:
        header = (_("Test or form"), _("At the start"), _("Last time"), _("What it means"))
        yield Section(_("What was measured twice, and what it means"), (Table(header, rows),))


def _visits(look: Look) -> Iterator[tuple[str, str, str]]:
    for visit in my_visits(look).visits:
        for seen in visit.seen:
            given = "; ".join(str(each.plainly.name) for each in seen.given)
            done = str(seen.not_held) or given or _("not written down")
            yield done, day(visit.on), ", ".join(filter(None, (str(seen.who), seen.by)))


def _entries(entries: Sequence[Entry], standing: set[int]) -> Iterator[Part]:
    """Every value of every entry, in paragraphs: they go on from page to page, however long a note is. What was
    corrected later is there too, and says so."""
    for each in entries:
        told = {"day": day(each.on), "said": _says(each, standing), "written": _written(each)}
        yield Paragraph(_("%(day)s. %(said)s [%(written)s]") % told)


def _written(entry: Entry) -> str:
    told = {
        "who": entry.author.display_name,
        "role": role_in_words(entry.author_role),
        "when": date_format(timezone.localtime(entry.recorded_at), "j M Y, H:i"),
        "number": entry.pk,
    }
    return _("%(who)s, %(role)s, %(when)s (entry %(number)s)") % told


def _says(entry: Entry, standing: set[int]) -> str:
    leaves = [leaf for leaf in leaves_of(entry.content) if leaf.value != entry.on.isoformat()]
    said = "; ".join(f"{leaf.label}: {leaf.said}" for leaf in leaves) or _("taken back")
    told = {"number": entry.corrects_id, "why": entry.reason, "said": said}
    if entry.corrects_id:
        said = _("Corrects entry %(number)s, because: %(why)s. %(said)s") % told
    elif entry.reason:
        said = _("%(said)s (reason: %(why)s)") % told
    return said if entry.pk in standing or not entry.content else _("%(said)s (corrected later)") % {"said": said}


def _looked(rows: Iterable[Looked]) -> Iterator[tuple[str, str, str]]:
    for one in rows:
        yield one.what, one.when, f"{one.who}, {one.role}" if one.role else one.who
