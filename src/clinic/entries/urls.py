from django.urls import path

from clinic.entries import views

app_name = "entries"
urlpatterns = [
    path("entries/", views.every, name="list"),
    path("entries/<key:entry_id>/correct/", views.correct, name="correct"),
]
