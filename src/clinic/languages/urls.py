from django.urls import path

from clinic.languages.views import choose

app_name = "languages"
urlpatterns = [path("", choose, name="choose")]
