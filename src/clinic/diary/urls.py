from django.urls import path

from clinic.diary import views

app_name = "diary"
urlpatterns = [path("", views.day, name="day")]
