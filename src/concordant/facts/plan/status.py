"""Diagnosis status as the plan reads it."""

from concordant.facts.fact import Code, Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Flag

STATUSES = {
    "definite": "Criteria met",
    "undetermined": "Not clear yet",
    "excluded": "Ruled out",
}

cgh_status = Fact(
    "cgh_status",
    Choice(
        {
            "definite": "Criteria met",
            "provisional": "Provisional",
            "undetermined": "Not clear yet",
            "excluded": "Ruled out",
        }
    ),
    room=Room.PLAN,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Cervicogenic headache status",
    ask="How well this headache fits one that comes from the neck.",
    meaning="Status of 11.2.1 for this headache; plan rules read the headache being planned",
    section="diagnosis 1.1, 3.6",
    derived_from="tree of 11.2.1; the label provisional by diagnosis 3.6 (diagnosis 1.1, 3.6)",
    codes=(Code("SNOMED CT", "279016001", "Cervicogenic headache", "read"),),
)

whiplash_headache_status = Fact(
    "whiplash_headache_status",
    Choice(STATUSES),
    room=Room.PLAN,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Whiplash headache status",
    ask="How well this headache fits one that comes from whiplash.",
    meaning="Stronger status of 5.3 and 5.4 for this headache",
    section="diagnosis 1.2",
    derived_from="diagnosis 1.2",
)

migraine_status = Fact(
    "migraine_status",
    Choice(STATUSES),
    room=Room.PLAN,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Migraine status",
    ask="How well your headaches fit migraine.",
    meaning="Strongest status of 1.1, 1.2, 1.2.1, 1.3 over all headaches",
    section="treatment 1.5",
    derived_from="diagnosis 1.4 to 1.6",
    codes=(Code("SNOMED CT", "37796009", "Migraine", "read"),),
)

probable_migraine_status = Fact(
    "probable_migraine_status",
    Choice(STATUSES),
    room=Room.PLAN,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Probable migraine status",
    ask="How well your headaches fit likely migraine, a form that is close to the full type.",
    meaning="Status of 1.5, ICHD-3's own probable form",
    section="treatment 1.5",
    derived_from="diagnosis 1.7",
)

cluster_status = Fact(
    "cluster_status",
    Choice(STATUSES),
    room=Room.PLAN,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Cluster headache status",
    ask="How well your headaches fit cluster headache, which has its own set of rules.",
    meaning="Status of 3.1",
    section="treatment 1.5",
    derived_from="diagnosis 1.10",
    codes=(Code("SNOMED CT", "193031009", "Cluster headache syndrome", "read"),),
)

probable_cluster_status = Fact(
    "probable_cluster_status",
    Choice(STATUSES),
    room=Room.PLAN,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Probable cluster headache status",
    ask="How well your headaches fit likely cluster headache, which is close to the full type.",
    meaning="Status of 3.5.1, ICHD-3's own probable form",
    section="treatment 1.5",
    derived_from="diagnosis 1.10",
)

moh_status = Fact(
    "moh_status",
    Choice(STATUSES),
    room=Room.PLAN,
    scope=Scope.PERSON,
    supplied_by=Supplier.COMPUTED,
    label="Medication-overuse headache status",
    ask="How well your headaches fit the type that comes from taking pain drugs on too many days.",
    meaning="Status of 8.2",
    section="diagnosis 1.17; treatment 1.5",
    derived_from="diagnosis 1.17",
    codes=(Code("SNOMED CT", "698803006", "Medication overuse headache", "read"),),
)

neck_driven = Fact(
    "neck_driven",
    Flag(),
    room=Room.PLAN,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.COMPUTED,
    label="Neck treated as driver of headache",
    ask="Whether we treat your neck as a cause of this headache.",
    meaning="The neck is treated as a driver of this headache (the one being planned)",
    section="treatment 1.1, 1.5",
    derived_from="cgh_status in (definite, provisional), or (cgh_status == undetermined or whiplash_headache_status == definite) and concordant_any",
)

block_positive = Fact(
    "block_positive",
    Flag(),
    room=Room.PLAN,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Diagnostic block positive",
    ask="Whether a test injection in the neck took this headache away.",
    meaning="A diagnostic block met node C4",
    section="treatment 1.5; diagnosis 3.5",
    per_headache=True,
    derived_from="C4 of diagnosis 3.5 is TRUE",
)
