from django.urls import path

from clinic.progress import views

app_name = "progress"
urlpatterns = [path("", views.progress, name="page")]
