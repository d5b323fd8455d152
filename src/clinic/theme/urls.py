from django.urls import path

from clinic.theme.views import choose

app_name = "theme"
urlpatterns = [path("", choose, name="choose")]
