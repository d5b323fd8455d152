"""Screen of the upper cervical ligaments, for selected people (examination 3.15)."""

from __future__ import annotations

from concordant.facts.safety import vascular as facts
from concordant.measures.minutes import minutes
from concordant.measures.physical.locks import ALARM
from concordant.measures.procedure import Body, Procedure

procedure = Procedure(
    "ligament_screen",
    "Upper cervical ligament screen",
    "examination 3.15",
    step=3,
    body=Body.SUPINE,
    how=(
        "Alar: hold C2; side-bend or turn the head; C2 has to move at once, a lag is positive. Sharp-Purser: "
        "sitting, slightly flexed, hold the spine of C2 and press the forehead back; a slide, a clunk or relief "
        "is positive. Transverse: supine, lift C1 and the occiput forward for 10 to 15 s; signs of the cord, a "
        "lump in the throat or a soft end feel are positive. A negative test never clears: history decides about "
        "imaging."
    ),
    contraindications=(
        "A fracture not excluded, known instability, signs of the cord; a risk condition together with a symptom "
        "of instability: then nothing is tested and imaging comes first (diagnosis 4.5)."
    ),
    minutes=minutes("ligament_screen", 4, "the ligament screen"),
    source="Mansfield 2020, doi:10.1080/10669817.2019.1667045; Hutting 2013, doi:10.2522/ptj.20130186",
    findings=(facts.alar_ligament_test, facts.sharp_purser, facts.transverse_ligament_test, facts.membrane_tests),
    locked_by=ALARM,
    only_if="diagnosis 4.5 allows it",
)
