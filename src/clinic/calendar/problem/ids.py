"""Keys of rows as ids of a problem, and back."""

CLINICIAN, ROOM, PERSON, VISIT, APPOINTMENT = "c", "r", "p", "v", "a"


def id_of(kind: str, key: int) -> str:
    return f"{kind}{key}"


def key_of(id: str) -> int:
    return int(id[1:])


def is_appointment(id: str) -> bool:
    """A visit of a problem is a prescribed one, or an appointment that may move."""
    return id.startswith(APPOINTMENT)
