from django.urls import path

from clinic.plan import views

app_name = "plan"
urlpatterns = [
    path("", views.plan, name="page"),
    path("assessment/", views.assessment, name="assessment"),
]
