"""Addresses of sign-in and of one's own account.

Only what a clinic uses is named here. Sign-up, e-mail addresses and password reset by mail stay out: the
clinic makes accounts, and the clinic sets a forgotten password anew. Ways in without a password are `clinic.access`.
"""

from allauth.account import views as account
from django.urls import include, path

from clinic.access.views.own import ConfirmByPasskey
from clinic.accounts import views

urlpatterns = [
    path("sign-in/", account.login, name="account_login"),
    path("sign-out/", account.logout, name="account_logout"),
    path("account/", views.overview, name="account_overview"),
    path("account/inactive/", account.account_inactive, name="account_inactive"),
    path("account/confirm/", account.reauthenticate, name="account_reauthenticate"),
    path("account/password/", account.password_change, name="account_change_password"),
    path("account/password/set/", account.password_set, name="account_set_password"),
    # By the name under which the library looks for it.
    path("account/passkeys/confirm/", ConfirmByPasskey.as_view(), name="mfa_reauthenticate_webauthn"),
    path("account/second-factor/", include("allauth.mfa.urls")),
]
