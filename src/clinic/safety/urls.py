from django.urls import path

from clinic.safety import views

app_name = "safety"
urlpatterns = [
    path("", views.screen, name="screen"),
    path("cleared/", views.cleared, name="cleared"),
]
