from django.urls import path

from clinic.history import views

app_name = "history"
urlpatterns = [
    path("", views.person, name="person"),
    path("episode/", views.episode, name="episode"),
    path("injuries/", views.injuries, name="injuries"),
    path("injuries/<path:injury>/", views.injury, name="injury"),
    path("headaches/", views.headaches, name="headaches"),
    path("headaches/<path:headache>/", views.headache, name="headache"),
]
