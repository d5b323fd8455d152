from django.urls import path

from clinic.outcomes import views

app_name = "outcomes"
urlpatterns = [path("", views.enter, name="enter")]
