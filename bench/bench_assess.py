"""One person with three years of diary and ten visits: all rules with traces."""

from __future__ import annotations

from datetime import date

from timing import milliseconds, say, summary

from concordant.answer import answer
from concordant.assessment import assess
from concordant.record.read import read_plain, read_text
from concordant.record.write import write_yaml
from concordant.simulate import large_population

YEARS_OF_DIARY = 3
VISITS = 10
AS_OF = date(2026, 11, 1)


def main() -> None:
    """Time reading, assessing and answering."""
    person = next(iter(large_population(7, 1, diary_days=365 * YEARS_OF_DIARY, visits=VISITS)))
    case = read_plain(person)
    day = case.last_day() or AS_OF
    text = write_yaml(case)
    assessed = milliseconds(lambda: assess(case, day), repeats=50)
    read = milliseconds(lambda: read_text(text), repeats=5, warm=1)
    found = assess(case, day)
    settled = milliseconds(lambda: [one.missing for one in assess(case, day).diagnoses], repeats=50)
    answered = milliseconds(lambda: answer(found, every=True), repeats=20)
    shape = {"diary_rows": len(case.diary), "visits": len(case.visits)}
    say("read the case file", **shape, **summary(read))
    ratio = round(summary(read)["median_ms"] / summary(assessed)["median_ms"], 1)
    say("assess with every trace", **shape, **summary(assessed), reading_takes_times=ratio)
    say("assess, and name the smallest missing sets", **shape, **summary(settled))
    say("write the answer with every trace as JSON", **summary(answered))


if __name__ == "__main__":
    main()
