"""The door for a web server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "clinic.settings")
# The threads of a worker serve people side by side; a numerical library that starts its own for one small matrix
# only makes them wait for each other. Read when it is loaded, so it is set before.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

application = get_wsgi_application()

from clinic.person.warm import warm_up  # noqa: E402  after the settings are known

warm_up()
