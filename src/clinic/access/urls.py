"""Addresses of getting in. Those under welcome/ and c/ are printed on paper and must not change."""

from django.urls import path

from clinic.access.views import handed_out, mailed, own, staff, welcome

app_name = "access"
urlpatterns = [
    path("sign-in/link/", mailed.ask, name="ask"),
    path("sign-in/link/sent/", mailed.sent, name="sent"),
    path("sign-in/link/<str:key>/", mailed.open_link, name="open"),
    path("sign-in/passkey/", own.UsePasskey.as_view(), name="passkey"),
    path("welcome/", welcome.type_code, name="type_code"),
    path("welcome/<str:code>/", welcome.welcome, name="welcome"),
    path("account/ways/", own.ways, name="ways"),
    path("account/address/", own.address, name="address"),
    path("account/address/code/", own.address_code, name="address_code"),
    path("account/address/remove/", own.address_remove, name="address_remove"),
    path("account/passkeys/add/", own.AddPasskey.as_view(), name="passkey_add"),
    path("account/passkeys/<key:pk>/name/", own.passkey_rename, name="passkey_rename"),
    path("account/passkeys/<key:pk>/remove/", own.passkey_remove, name="passkey_remove"),
    path("people/<key:person_id>/access/", staff.person, name="person"),
    path("invitations/", staff.invitations, name="invitations"),
    path("invitations/<key:invitation_id>/withdraw/", staff.withdraw_invitation, name="withdraw"),
    path("handout/", handed_out.sheet, {"kind": "sheet"}, name="handout"),
    path("handout/poster/", handed_out.sheet, {"kind": "poster"}, name="poster"),
    path("c/<slug:slug>/", handed_out.clinic_page, name="clinic"),
]
