"""The addresses of an account, under `account/` in each language."""

from django.urls import include, path

from accounts import views

urlpatterns = [
    path("no-access/", views.no_access, name="account_no_access"),
    path("mails/", views.mails, name="account_mails"),
    path("", include("allauth.urls")),
]
