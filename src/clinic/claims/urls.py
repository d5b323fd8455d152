"""Addresses of the bills."""

from django.urls import path

from clinic.claims.views import batches, invoices, lines, month, owed, people, terms

app_name = "claims"
urlpatterns = [
    path("", month.month, name="month"),
    path("propose/", month.propose, name="propose"),
    path("do/", month.do, name="do"),
    path("lines/<key:line_id>/", lines.line, name="line"),
    path("invoices/<key:number>/", invoices.invoice, name="invoice"),
    path("sent/<uuid:batch>/", batches.batch, name="batch"),
    path("sent/<uuid:batch>/lines.<str:form>", batches.export, name="export"),
    path("owed/", owed.owed, name="owed"),
    path("owed/due/", owed.due, name="due"),
    path("terms/", terms.terms, name="terms"),
    path("people/<key:person_id>/", people.bill, name="person"),
]
