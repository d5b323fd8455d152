"""Diagnostic local-anaesthetic blocks, from the report of whoever gave them."""

from concordant.facts.fact import Fact, Room, Scope, Supplier
from concordant.facts.kinds import Choice, Choices, Flag, Quantity

TARGETS = {
    "c1_2_joint": "C1-2 joint",
    "c2_3_joint_or_ton": "C2-3 joint or third occipital nerve",
    "c3_4_medial_branch": "C3-4 medial branch nerves",
    "c2_root_or_ganglion": "C2 nerve root or ganglion",
    "c3_root": "C3 nerve root",
    "gon": "Greater occipital nerve",
    "lon": "Lesser occipital nerve",
    "trigger_point": "Trigger point in a muscle",
    "other": "Other place",
}

block_done = Fact(
    "block_done",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.REPORT,
    label="Diagnostic block done",
    ask="Whether you had a test injection that numbs a joint, nerve or muscle to find where this headache comes from.",
    meaning="A diagnostic local-anaesthetic block was done",
    section="diagnosis 3.5",
    per_headache=True,
    absent=False,
)

block_target = Fact(
    "block_target",
    Choice(TARGETS),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.REPORT,
    label="Block target",
    ask="The joint, nerve or muscle that was numbed in the test.",
    meaning="Structure or nerve blocked (ton = third, gon = greater, lon = lesser occipital nerve)",
    section="diagnosis 3.5",
    per_headache=True,
)

block_target_accepted = Fact(
    "block_target_accepted",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.EXAMINER,
    label="Block of this target accepted",
    ask="Whether your clinician counts the test injection at this place as a test of the neck.",
    meaning="Examiner accepts the block of an occipital nerve or trigger point as a block of a cervical structure or its nerve supply",
    section="diagnosis 3.5",
    per_headache=True,
)

block_targets_plausible = Fact(
    "block_targets_plausible",
    Choices(TARGETS),
    room=Room.HISTORY,
    scope=Scope.HEADACHE,
    supplied_by=Supplier.EXAMINER,
    label="Targets with a plausible lesion",
    ask="The joints, nerves or muscles of the neck from which this headache could come.",
    meaning="Every target from which this headache could plausibly come. Only when each of them was blocked without relief is the criterion of the block refuted",
    section="diagnosis 3.5",
)

block_control = Fact(
    "block_control",
    Choice(
        {
            "none": "No check",
            "placebo": "Compared with a placebo",
            "comparative_agents": "Compared with another numbing drug",
            "unknown": "Not known",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.REPORT,
    label="Block control",
    ask="How the test injection was checked against another one.",
    meaning="Control used",
    section="diagnosis 2.1, 3.5",
    per_headache=True,
)

block_image_guided = Fact(
    "block_image_guided",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.REPORT,
    label="Image-guided block",
    ask="Whether live imaging guided the needle in the test.",
    meaning="Fluoroscopy or ultrasound",
    section="diagnosis 3.5",
    per_headache=True,
)

block_technical_success = Fact(
    "block_technical_success",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.REPORT,
    label="Block technical success",
    ask="Whether the test injection made the right area numb, or the needle was shown to be in the right place.",
    meaning="Anaesthesia shown in the expected territory, or correct needle site documented",
    section="diagnosis 3.5",
    per_headache=True,
)

block_pre_nrs = Fact(
    "block_pre_nrs",
    Quantity(low=0, high=10),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.REPORT,
    label="Headache score before block",
    ask="How strong your headache was just before the test injection, from 0 to 10.",
    meaning="Headache NRS just before the block",
    section="diagnosis 3.5",
    unit="NRS",
    per_headache=True,
)

block_best_post_nrs = Fact(
    "block_best_post_nrs",
    Quantity(low=0, high=10),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.REPORT,
    label="Lowest headache score after block",
    ask="The lowest score for your headache, from 0 to 10, while the injected drug was at work.",
    meaning="Lowest headache NRS within the action time of the agent",
    section="diagnosis 3.5",
    unit="NRS",
    per_headache=True,
)

block_relief_percent = Fact(
    "block_relief_percent",
    Quantity(high=100),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Block relief (%)",
    ask="How much your headache went down after the test injection, as a percent.",
    meaning="100 x (pre - best post) / pre",
    section="diagnosis 1.1, 3.5",
    unit="%",
    per_headache=True,
    derived_from="100 x (block_pre_nrs - block_best_post_nrs) / block_pre_nrs (diagnosis 3.5)",
)

block_relief_hours = Fact(
    "block_relief_hours",
    Quantity(low=0),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.PATIENT,
    label="Duration of block relief",
    ask="How many hours did the relief from the test injection last?",
    meaning="How long that relief lasted (pain chart)",
    section="diagnosis 3.5",
    unit="h",
    per_headache=True,
)

block_agent = Fact(
    "block_agent",
    Choice(
        {
            "lidocaine": "Lidocaine",
            "bupivacaine": "Bupivacaine",
            "ropivacaine": "Ropivacaine",
            "saline": "Salt water (saline)",
            "other": "Other",
        }
    ),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.REPORT,
    label="Block agent",
    ask="The drug that was injected for the test.",
    meaning="Agent injected",
    section="diagnosis 3.5",
    per_headache=True,
)

block_days_since_previous = Fact(
    "block_days_since_previous",
    Quantity(low=0),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.COMPUTED,
    label="Days since previous block",
    ask="How many days have passed since your last test injection in the same place.",
    meaning="Days since the previous diagnostic block of the same target",
    section="diagnosis 3.5",
    unit="d",
    per_headache=True,
    derived_from="block_done dates; block_target (diagnosis 3.5)",
)

root_block_abolishes = Fact(
    "root_block_abolishes",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.REPORT,
    label="Root block abolishes pain",
    ask="Whether numbing the nerve root took this pain away for a time.",
    meaning="Anaesthetic of the relevant root abolishes the pain for a time",
    section="diagnosis 1.19",
    per_headache=True,
)

occipital_block_eases = Fact(
    "occipital_block_eases",
    Flag(),
    room=Room.HISTORY,
    scope=Scope.VISIT,
    supplied_by=Supplier.REPORT,
    label="Occipital nerve block eases pain",
    ask="Whether numbing the nerve at the back of the head eased this pain for a time.",
    meaning="Local-anaesthetic block of the nerve eases the pain for a time",
    section="diagnosis 1.21",
    per_headache=True,
)
