"""Wishes, consent and who may do what."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Day, Flag, Table

prefers_manipulation = Fact(
    "prefers_manipulation",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.PATIENT,
    label="Prefers manipulation",
    ask="Now that we have talked it over, do you wish to have a quick thrust to the joints of the spine?",
    meaning="Shared decision: wishes manipulation",
    section="treatment 1.1",
)

accepts_needles = Fact(
    "accepts_needles",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.PATIENT,
    label="Accepts needles",
    ask="Now that we have talked it over, are you fine with the use of needles?",
    meaning="Shared decision: accepts needles",
    section="treatment 1.2",
)

consent_refused = Fact(
    "consent_refused",
    Table(Flag(), key_word="intervention ids"),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.PATIENT,
    label="Technique declined",
    ask="Do you want to say no to this kind of treatment?",
    meaning="Person declines this technique; in a rule: the intervention being judged",
    section="treatment 0.4",
)

adverse_reaction_prior = Fact(
    "adverse_reaction_prior",
    Table(Flag(), key_word="intervention ids"),
    room=Room.PLAN,
    scope=Scope.PERSON,
    supplied_by=Supplier.PATIENT,
    label="Previous bad reaction to technique",
    ask="Have you had a bad reaction to this kind of treatment before?",
    meaning="Bad reaction to this technique before; in a rule: the intervention being judged",
    section="treatment 0.4",
)

consent_given = Fact(
    "consent_given",
    Table(
        Day(),
        {
            "neck_mobilisation": "Neck mobilisation",
            "neck_thrust": "Neck manipulation (quick thrust)",
            "dry_needling": "Dry needling",
            "massage_sensitive_area": "Massage of a sensitive area",
            "student_present": "Student in the room",
            "photo_or_video": "Photo or video",
            "share_physio_rmt": "Sharing between physio and massage therapist",
            "send_to_payer": "Sending records to the payer",
            "send_to_physician": "Sending records to the physician",
        },
    ),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Consent on record",
    ask="What you have agreed to and on which day; you can take it back.",
    meaning="Consent on record, by procedure group, with its date; renewed when the plan changes, can be withdrawn",
    section="operations 3.6",
)

therapist_manipulation_authorised = Fact(
    "therapist_manipulation_authorised",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Therapist authorised for manipulation",
    ask="Whether the therapist is allowed to do a quick thrust.",
    meaning="Staff record: may use thrust",
    section="treatment 0.5, 1.1",
)

therapist_needling_authorised = Fact(
    "therapist_needling_authorised",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="Therapist authorised for needling",
    ask="Whether the therapist is on our list for work with needles.",
    meaning="Staff record: on the needling roster",
    section="treatment 0.5, 1.2; operations 3.6",
)

rmt_unavailable = Fact(
    "rmt_unavailable",
    Flag(),
    room=Room.PLAN,
    scope=Scope.EPISODE,
    supplied_by=Supplier.STAFF,
    label="No massage therapist available",
    ask="Whether no one on the massage staff is free to see you.",
    meaning="Clinic calendar: no massage therapist to be had",
    section="treatment 1.2",
)
