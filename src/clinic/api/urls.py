"""The interface, which answers those who are not signed in with 401 and not with a page to sign in."""

from django.contrib.auth.decorators import login_not_required
from django.urls import URLPattern

from clinic.api.endpoints import api

_patterns, _app_name, app_name = api.urls
urlpatterns = _patterns
for pattern in urlpatterns:
    if isinstance(pattern, URLPattern) and pattern.name != "openapi-json":
        pattern.callback = login_not_required(pattern.callback)
