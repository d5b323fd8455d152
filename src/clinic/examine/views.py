"""One visit: what was tested, and what the examiner makes of it."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clinic.accounts.roles import Permission
from clinic.audit.access import needs
from clinic.examine.layout import session
from clinic.forms.controls import Data
from clinic.forms.form import FactForm, Headaches
from clinic.forms.page import FactPage


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Permission.RECORD_EXAMINATION)
def visit(request: HttpRequest, person_id: int) -> HttpResponse:
    """Everything that can be tested; what stays blank was not tested."""

    def form(data: Data, headaches: Headaches) -> FactForm:
        return FactForm(session(headaches), data, headaches, blank=_("not tested"), help_from="")

    return FactPage("examination", "examine/visit.html", _("Examination"), form, proposes=True).answer(
        request, person_id
    )
