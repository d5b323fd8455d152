from django.urls import path

from clinic.closing import views

app_name = "closing"
urlpatterns = [
    path("", views.close, name="close"),
    path("receipt/", views.receipt, name="receipt"),
]
