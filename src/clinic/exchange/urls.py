from django.urls import path

from clinic.exchange import views

app_name = "exchange"
urlpatterns = [
    path("people/<key:person_id>/export/", views.export, name="export"),
    path("import/", views.take_in, name="import"),
]
