from django.urls import include, path

from clinic.chart import views

app_name = "chart"
urlpatterns = [
    path("", views.people, name="people"),
    path("register/", views.register, name="register"),
    path("", include("clinic.person.urls")),
]
