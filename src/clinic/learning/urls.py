from django.urls import path

from clinic.learning import views

app_name = "learning"
urlpatterns = [
    path("learn/", views.every, name="every"),
    path("learn/<slug:slug>/", views.page, name="page"),
    path("people/<key:person_id>/learn/", views.of_person, name="of_person"),
]
