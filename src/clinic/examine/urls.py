from django.urls import path

from clinic.examine import views

app_name = "examine"
urlpatterns = [path("", views.visit, name="visit")]
