"""Addresses below ``people/<person>/home/``."""

from django.urls import path

from clinic.home import views

app_name = "home"
urlpatterns = [
    path("", views.programme, name="programme"),
    path("tick/", views.tick, name="tick"),
    path("sheet/", views.sheet, name="sheet"),
    path("later/", views.later, name="later"),
    path("barriers/", views.barriers, name="barriers"),
    path("<slug:exercise>/timer/", views.timer, name="timer"),
]
