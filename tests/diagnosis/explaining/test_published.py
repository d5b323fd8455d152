"""The paragraphs of three published cases, read and approved as they stand here."""

from concordant.diagnosis.explaining import for_clinician, for_patient, what_would_change, why_not
from tests.diagnosis.explaining.everyone import published


def test_hemicrania_continua_awaits_two_answers():
    found = published("wende_2021_hemicrania_continua", "3.4", "A")
    assert for_clinician(found) == (
        "3.4 Hemicrania continua is open. A is met: Laterality of headache: Always the right side (the diary, 2 "
        "Sep 2024). B is open: not known: Exacerbations, moderate or worse. C is met: Red eye or tearing: Yes, on "
        "the pain side only (the person, 2 Sep 2024). D is met: Indomethacin response: The headache went away "
        "fully (an outside report, 2 Sep 2024). E is open: not known: 5.1 is still open; 5.2 is still "
        "open; 5.3 is still open; 5.4 is still open; and 5 more. Ask next: "
        "Exacerbations, moderate or worse. Source: ICHD-3 (2018) 3.4, doi:10.1177/0333102417738202."
    )
    assert for_patient(found) == (
        "We do not know yet if this is a one-sided headache that does not stop. In this kind, one certain drug "
        "takes the pain away. We still need to ask you one thing. Your clinician makes the call with you."
    )
    assert why_not(found) == (
        "Why not Hemicrania continua (3.4) yet? Nothing speaks against it so far. It waits for B: Exacerbations, "
        "moderate or worse; E: 5.1 is still open, 5.2 is still open, 5.3 is still open, 5.4 is still open, and 5 more."
    )
    assert [change.says for change in what_would_change(found)] == [
        (
            "It would meet the criteria with Exacerbations, moderate or worse: yes; Not better explained: confirmed: "
            "yes."
        ),
        ("It would exclude it with Exacerbations, moderate or worse: no."),
    ]


def test_after_whiplash_the_neck_is_open():
    found = published("alpass_2004_whiplash", "11.2.1", "A")
    assert for_clinician(found) == (
        "11.2.1 Cervicogenic headache is open. A is met: Headache present (last 12 months): yes (the person, 5 Feb"
        " 2024). B is open: not known: Neck disorder found on examination; Neck disorder on imaging; Disorder "
        "accepted as able to cause headache; Working neck disorder. C is open: not known: Headache onset date; "
        "Other reasons for change; Provoked pain is the usual headache; Headache rise on provocation; and 8 more. "
        "D is open: not known: 5.1 is still open; 5.2 is still open; 5.3 is still open; 5.4 is still open; "
        "and 30 more. Ask next: Disorder accepted as able to cause headache. Source: ICHD-3 "
        "(2018) 11.2.1, doi:10.1177/0333102417738202."
    )
    assert for_patient(found) == (
        "We do not know yet if this is a headache that comes from the neck. In this kind, the neck sends pain to "
        "the head. A few more checks at a visit can help. Your clinician makes the call with you."
    )
    assert why_not(found) == (
        'Why not Cervicogenic headache (11.2.1) yet? C3 asks for "at one visit (all of (Reduced cervical range of '
        'motion: yes; Headache worse on provocation: yes))", and here: Reduced cervical range of motion: no (the '
        "examiner, 18 Mar 2024). It waits for B: Neck disorder found on examination, Neck disorder on imaging, "
        "Disorder accepted as able to cause headache, Working neck disorder; C: Headache onset date, Other reasons"
        " for change, Provoked pain is the usual headache, Headache rise on provocation, and 8 more; D: 5.1 is"
        " still open, 5.2 is still open, 5.3 is still open, 5.4 is still open, and 30 more."
    )
    assert [change.says for change in what_would_change(found)] == [
        (
            "To meet the criteria, 49 answers are needed, among them Neck disorder found on examination: yes; Disorder"
            " accepted as able to cause headache: yes; Working neck disorder: none of muscle pain only (myofascial), "
            "nerve root c2 or c3 (radiculopathy), muscle overactivity (dystonia), no neck disorder; Temporal relation "
            "to neck disorder (C1): clear link in time; Other reasons for change since treatment began: none; "
            "Meningism: no."
        ),
        ("It would exclude it with Disorder accepted as able to cause headache: no."),
    ]


def test_an_older_headache_of_an_hour_is_no_migraine():
    found = published("wende_2021_hemicrania_continua", "1.1", "B")
    assert for_clinician(found) == (
        "1.1 Migraine without aura does not meet ICHD-3. A is open: not known: Migraine attacks in the diary; "
        "Attacks so far. B is not met: Attack duration: 45 to 75 min (the diary, 2 Sep 2024); Age: 66 to 67 years "
        "(computed from Age: 66 years on 2024-09-02). C is open: not known: Migraine attacks in the diary; Usual "
        "pain severity; Worse with routine activity. D is open: not known: Migraine attacks in the diary; Nausea; "
        "Vomiting; Photophobia; and 1 more. E is open: not known: 11.2.1 without its last criterion is "
        "still open; 11.2.1 is still open; 5.1 is still open; 5.2 is still open; and 11 more. Source: "
        "ICHD-3 (2018) 1.1, doi:10.1177/0333102417738202."
    )
    assert for_patient(found) == (
        "What we know now does not fit migraine. This kind comes in bouts. Light, noise or moving can make it "
        "worse. If things change, we look at it again. Your clinician makes the call with you."
    )
    assert why_not(found) == (
        'Why not Migraine without aura (1.1)? B asks for "any of (5 such attacks in the diary; any of (Attack '
        "duration: 240 to 4320 min; all of (Age: less than 18 years; Attack duration: 120 to 4320 "
        'min)))", and here: Attack duration: 45 to 75 min (the '
        "diary, 2 Sep 2024); Age: 66 to 67 years (computed from Age: 66 years on 2024-09-02)."
    )
    assert [change.says for change in what_would_change(found)] == [
        ('If another answer stood for "Attack duration", it would no longer be excluded.'),
    ]
