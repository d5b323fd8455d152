from django.urls import path

from clinic.letters import views

app_name = "letters"
urlpatterns = [
    path("", views.letters, name="list"),
    path("write/<slug:kind>/", views.write, name="write"),
    path("<key:letter_id>/", views.kept, name="kept"),
    path("<key:letter_id>/letter.pdf", views.document, name="document"),
]
