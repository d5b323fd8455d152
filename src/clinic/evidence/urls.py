from django.urls import include, path

from clinic.evidence import views

app_name = "evidence"
urlpatterns = [
    path("", views.index, name="index"),
    path("advice/<slug:advice_id>/", views.advice, name="advice"),
    path("trials/", views.trials, name="trials"),
    path("pool/", views.pool, name="pool"),
    path("add/", include("clinic.trials.urls")),
]
