"""Addresses below ``mine/``. None of them names a person."""

from django.urls import path

import clinic.converters  # noqa: F401  it names a kind of address
from clinic.exchange.views import everything
from clinic.mine import views

app_name = "mine"
urlpatterns = [
    path("plan/", views.plan, name="plan"),
    path("visits/", views.visits, name="visits"),
    path("visits/mails/", views.mails, name="mails"),
    path("letters/", views.letters, name="letters"),
    path("letters/<key:letter_id>/letter.pdf", views.letter, name="letter"),
    path("bills/", views.bills, name="bills"),
    path("bills/<key:number>/", views.bill, name="bill"),
    path("pages/", views.pages, name="pages"),
    path("data/", views.data, name="data"),
    path("data/everything/", everything, name="everything"),
]
