from clinic.accounts.models.clinic import Clinic
from clinic.accounts.models.user import User

__all__ = ["Clinic", "User"]
