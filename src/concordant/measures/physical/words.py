"""Words of the case file for instruments, and the spread of trials of angles."""

from concordant.measures.repeats import Join, Spread, Trials
from concordant.measures.source import Known, Source
from concordant.settings import number

CROM = "cervical_rom_device"
INCLINOMETER = "inclinometer"
GONIOMETER = "goniometer"
DIGITAL_GONIOMETER = "digital_goniometer"
PHONE_TWIST = "phone_twist"
PHONE_GRAVITY = "phone_gravity"

TRIAL_RANGE_DEG = number(
    "angle_trials_spread_deg",
    6,
    unit="deg",
    low=1,
    high=30,
    says="Trials of one neck angle that spread by more than so many degrees ask for another.",
    source="examination 4.5",
)
ANGLE_SPREAD = Spread(TRIAL_RANGE_DEG, Source("examination 4.5", Known.CHOSEN))
THREE_ANGLES = Trials(3, 3, Join.MEAN, ANGLE_SPREAD)
