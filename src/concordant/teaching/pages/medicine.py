"""Medication overuse."""

from concordant.record.derive.overuse import LIMITS
from concordant.teaching.offered import MEDICINE_DAYS
from concordant.teaching.page import Page
from concordant.teaching.paragraph import Said, say
from concordant.teaching.sources import BIMOH, ICHD_3

_LIMIT = "ICHD-3 8.2, doi:10.1177/0333102417738202; opinion of experts"


def _lowest(*classes: str) -> Said:
    """The limit of these classes that is reached first."""
    return Said(str(min(int(LIMITS[each]) for each in classes)), _LIMIT)


medicine_days = Page(
    "medicine_days",
    "Pain medicine: count the days",
    (
        say(
            "Pain medicine can help on a bad day. Taken on too many days, it can keep a headache going. "
            "This can happen to anyone. It is not a weakness."
        ),
        say(
            "What counts is the number of days, not the number of pills. Experts draw the line here:",
            "Triptans, strong pain drugs, and pills that mix drugs: {strong} days a month.",
            "Plain pain pills, such as ibuprofen or acetaminophen: {plain} days a month.",
            strong=_lowest("ergotamine", "triptan", "opioid", "combination"),
            plain=_lowest("paracetamol", "nsaid", "asa", "other_non_opioid"),
        ),
        say(
            "Pills for a sore back or a cold count too. So mark each day with medicine in your diary. "
            "It is the best way to see where you stand."
        ),
        say(
            "Near the line or over it? Talk to your doctor or pharmacist soon. "
            "Do not stop strong pain drugs or sleeping pills on your own. They may need to come down in small steps."
        ),
        say(
            "When people cut back, the head can hurt more for a while. For many it then eases. "
            "Your doctor can help you through that. After that, we look at the neck afresh."
        ),
    ),
    (ICHD_3, BIMOH),
    "moh_referral",
    MEDICINE_DAYS,
)
