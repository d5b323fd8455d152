"""What each stage of the demo clinic promises to show."""

from dataclasses import dataclass

from concordant.diagnosis import Status

DEFINITE, PROVISIONAL, UNDETERMINED, EXCLUDED = (
    Status.DEFINITE,
    Status.PROVISIONAL,
    Status.UNDETERMINED,
    Status.EXCLUDED,
)


@dataclass(frozen=True)
class Promise:
    """Of headache A as of today: the standing of 11.2.1, open flags, other definite diagnoses, letters of 11.2.1."""

    cervicogenic: Status
    flags: frozenset[str] = frozenset()
    """Open flags above caution, as ``id action``."""
    others: frozenset[str] = frozenset()
    letters: str = ""
    """Criteria with their truth: + met, - not met, ? not known."""


def _promise(status: Status, letters: str = "", flags: tuple[str, ...] = (), others: tuple[str, ...] = ()) -> Promise:
    return Promise(status, frozenset(flags), frozenset(others), letters)


OF_STAGE = {
    "self-check done, nothing else": _promise(UNDETERMINED),
    "intake done, not examined yet": _promise(UNDETERMINED),
    "intake and three days of diary": _promise(UNDETERMINED),
    "red flag, emergency: new neurological sign": _promise(
        UNDETERMINED, "C3+ D?", ("snnoop_n2 emergency", "vasc_v3 emergency", "new_sign same_day")
    ),
    "red flag, same day: fever at a visit": _promise(UNDETERMINED, "C3+ D?", ("snnoop_s same_day",)),
    "red flag, emergency: worst headache ever ticked in the diary": _promise(
        UNDETERMINED, "C3+ D?", ("diary_alarm emergency",)
    ),
    "red flag, urgent: first headache of this kind after 50": _promise(UNDETERMINED, "C3+ D?", ("snnoop_o2 urgent",)),
    "red flag, urgent: the pattern has changed": _promise(UNDETERMINED, "C3+ D?", ("snnoop_p1 urgent",)),
    "red flag cleared by a physician, provisional": _promise(PROVISIONAL, "C1? C3+ D+"),
    "caution: pregnant, provisional": _promise(PROVISIONAL, "C3+ D+"),
    "first examination done, provisional": _promise(PROVISIONAL, "B+ C1? C2? C3+ C4? D+"),
    "third week of treatment, provisional": _promise(PROVISIONAL, "C1? C2? C3+ C4? D+"),
    "clear onset after a stiff neck, definite on the first day": _promise(DEFINITE, "B+ C1+ C2? C3+ D+"),
    "everything asked and clear, definite": _promise(DEFINITE, "C1+ C2? C3+ D+"),
    "diagnostic block abolished the headache, definite": _promise(DEFINITE, "C1? C2? C3+ C4+ D+"),
    "examined, the neck is not the cause": _promise(EXCLUDED, "B- C3-", others=("1.5",)),
    "week-4 retest: improved, not yet held, provisional": _promise(PROVISIONAL, "C1? C2? C3+ D+"),
    "week-8 retest: improvement held, definite": _promise(DEFINITE, "C1? C2+ C3+ D+"),
    "week-12 retest: improvement held, definite": _promise(DEFINITE, "C1? C2+ C3+ D+"),
    "neck better, headache not": _promise(PROVISIONAL, "C2- C3+"),
    "headache better without the neck": _promise(PROVISIONAL, "C2- C3+"),
    "both better, but a new preventive drug was begun": _promise(PROVISIONAL, "C2? C3+"),
    "headache days halved, chance not excluded": _promise(PROVISIONAL, "C2? C3+"),
    "week-4 retest: no change": _promise(PROVISIONAL, "C2? C3+"),
    "many missing days in the diary": _promise(PROVISIONAL, "C2? C3+"),
    "half of the diary written from memory": _promise(PROVISIONAL, "C2? C3+"),
    "discharged to self-management": _promise(DEFINITE, "C2+ C3+ D+"),
    "three years of diary and ten visits": _promise(DEFINITE, "C2+ C3+ D+"),
    "acute headache after whiplash (5.3), ICBC": _promise(EXCLUDED, "D-", others=("5.3",)),
    "first days after a crash, a plan of twelve weeks": _promise(EXCLUDED, "D-", others=("5.3",)),
    "persistent headache after whiplash (5.4), ICBC": _promise(EXCLUDED, "D-", others=("5.4",)),
    "headache 20 days after whiplash, provisional, ICBC": _promise(PROVISIONAL, "C1? C3+ D+"),
    "migraine, twice as often since whiplash (1.1 and 5.3), ICBC": _promise(EXCLUDED, "D-", others=("1.1", "5.3")),
    "migraine with neck pain": _promise(EXCLUDED, "B-", others=("1.1",)),
    "probable migraine": _promise(EXCLUDED, "B-", others=("1.5",)),
    "frequent tension-type headache": _promise(EXCLUDED, "B-", others=("2.2",)),
    "chronic tension-type headache": _promise(EXCLUDED, "B-", others=("2.3",)),
    "side-locked without a break, with tearing, indomethacin not tried": _promise(PROVISIONAL, "C3+ D?"),
    "painkillers on more than half of all days, provisional": _promise(PROVISIONAL, "C3+ D+", others=("8.2",)),
    "triptan on 12 days a month, migraine": _promise(EXCLUDED, "B-", others=("1.1", "1.3", "8.2")),
    "two headaches: from the neck (provisional) and migraine": _promise(PROVISIONAL, "C2? C3+ D+"),
    "two headaches: from the neck (definite at week 8) and migraine": _promise(DEFINITE, "C2+ C3+ D+"),
}
