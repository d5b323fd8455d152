"""Each treatment of the catalogue as one would say it to the person: what it is, and what it is meant to do.

What it is meant to do is its target in the catalogue, said plainly. Whether it does so is told by the evidence, and
never here.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = str | Promise


@dataclass(frozen=True)
class Plainly:
    name: Words
    meant_to: Words


_MOTION = _("It is meant to help this joint move and to calm the pain that comes from it.")
_MUSCLE = _("It is meant to loosen tight, sore muscles.")
_CONTROL = _("It is meant to help the muscles that hold and steer your neck.")
_STRENGTH = _("It is meant to make your neck strong enough for your day.")

TREATMENTS: Mapping[str, Plainly] = MappingProxyType(
    {
        "education_core": Plainly(
            _("Talk about your headache and how to stay active"),
            _("It is meant to help you know what goes on and what you can do."),
        ),
        "moh_referral": Plainly(
            _("Advice about headache medicine, with your family doctor"),
            _("If you take headache medicine on many days, it can bring on headaches."),
        ),
        "primary_headache_referral": Plainly(
            _("Care together with a doctor for another kind of headache"),
            _("More than one kind of headache may need more than one kind of care."),
        ),
        "psych_referral": Plainly(
            _("A counsellor or psychologist"),
            _("It is meant to help with low mood, stress, or a bad event that stays with you."),
        ),
        "diagnostic_block_referral": Plainly(
            _("A specialist may test where the pain comes from"),
            _("A doctor numbs a small spot in the neck to see if the headache stops."),
        ),
        "return_to_work": Plainly(
            _("Going back to work step by step"),
            _("It is meant to bring you back to your work without a setback."),
        ),
        "c1_c2_mobilisation": Plainly(_("Gentle moves of the second neck joint, by hand"), _MOTION),
        "c0_c1_mobilisation": Plainly(_("Gentle moves of the top neck joint, by hand"), _MOTION),
        "c2_c3_mobilisation": Plainly(_("Gentle moves of the third neck joint, by hand"), _MOTION),
        "snag_c1_c2": Plainly(
            _("Your therapist guides a joint while you turn your head"), _("It is meant to help you turn your head.")
        ),
        "self_snag_c1_c2": Plainly(
            _("You turn your head with the help of a strap"), _("It is meant to help you turn your head.")
        ),
        "headache_snag": Plainly(
            _("A steady, gentle glide of the upper neck, by hand"),
            _("It is meant to ease a headache while you have it."),
        ),
        "cervical_manipulation": Plainly(_("One quick, small push on a neck joint"), _MOTION),
        "thoracic_mobilisation": Plainly(
            _("Gentle moves of the upper back, and stretching it back"),
            _("It is meant to help your upper back move, so that your neck has less to do."),
        ),
        "thoracic_manipulation": Plainly(
            _("One quick, small push on the upper back"),
            _("It is meant to help your upper back move, so that your neck has less to do."),
        ),
        "suboccipital_release": Plainly(_("Steady pressure on the muscles below the back of your head"), _MUSCLE),
        "rmt_upper_trapezius_levator": Plainly(_("Massage of the muscles between neck and shoulder"), _MUSCLE),
        "rmt_scm": Plainly(_("Massage of the muscle at the side of your neck"), _MUSCLE),
        "rmt_thoracic": Plainly(_("Massage of the upper back and chest"), _MUSCLE),
        "dry_needling": Plainly(_("Thin needles into tight muscles"), _MUSCLE),
        "active_mobility": Plainly(
            _("Moving your neck in all directions"), _("It is meant to keep your neck moving and to win back motion.")
        ),
        "dcf_stage1": Plainly(_("Training the deep neck muscles with light nods"), _CONTROL),
        "dcf_stage2": Plainly(_("Training the deep neck muscles by lifting your head"), _STRENGTH),
        "co_contraction": Plainly(_("Turning your head against your own hand"), _CONTROL),
        "extensor_training": Plainly(_("Training the muscles at the back of your neck"), _CONTROL),
        "scapular_training": Plainly(
            _("Training the muscles around your shoulder blades"),
            _("They carry your arms, so that your neck has less to do."),
        ),
        "neck_strength_isometric": Plainly(_("Pressing your head against your hand without moving"), _STRENGTH),
        "neck_strength_resistance": Plainly(_("Training neck and shoulders with bands or weights"), _STRENGTH),
        "postural_correction": Plainly(
            _("Sitting tall, and short breaks to move"), _("It is meant to spare your neck when you sit for long.")
        ),
        "sensorimotor_training": Plainly(
            _("Finding the middle with your eyes closed"), _("It is meant to train your sense of where your head is.")
        ),
        "gaze_stability": Plainly(
            _("Keeping your eyes on a dot while your head moves"),
            _("It is meant to help eyes and neck work together."),
        ),
        "aerobic_exercise": Plainly(
            _("Walking, cycling or something else that makes your heart beat faster"),
            _("It is meant to make you fitter and less open to pain."),
        ),
        "pne": Plainly(
            _("Talk about how pain works"), _("It is meant to take away fear of pain and of moving.")
        ),
        "ergonomics": Plainly(
            _("A look at your place of work"), _("It is meant to spare your neck while you work.")
        ),
        "sleep_plan": Plainly(_("A plan for better sleep"), _("Pain and bad sleep make each other worse.")),
        "relaxation": Plainly(
            _("Learning to relax"), _("It is meant to let tense muscles and a tense mind come down.")
        ),
        "self_management_plan": Plainly(
            _("Your own plan for the time after care"),
            _("It is meant to help you stay well on your own, and to know what to do when a headache comes back."),
        ),
    }
)  # fmt: skip


def plainly(intervention: str, otherwise: str = "") -> Plainly:
    """A treatment that came from elsewhere keeps the name under which it was recorded."""
    return TREATMENTS.get(intervention) or Plainly(otherwise or intervention.replace("_", " "), "")
