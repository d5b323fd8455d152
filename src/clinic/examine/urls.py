from django.urls import path

from clinic.examine import views

app_name = "examine"
urlpatterns = [
    path("", views.visit, name="visit"),
    path("keep/", views.keep, name="keep"),
    path("throw-away/", views.throw_away, name="throw-away"),
]
