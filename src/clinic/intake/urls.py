from django.urls import path

from clinic.intake import desk, keeping, read, views

app_name = "intake"
urlpatterns = [
    path("intake/", views.overview, name="overview"),
    path("intake/send/", views.send_it, name="send"),
    path("intake/stop/", views.stop, name="stop"),
    path("intake/<str:step>/", views.step, name="step"),
    path("self-check/keep/", keeping.keep_check, name="keep"),
    path("first-visits/", desk.waiting_list, name="waiting"),
    path("first-visits/<key:first_visit_id>/", desk.one, name="one"),
    path("people/<key:person_id>/intake/", read.of_person, name="of_person"),
]
