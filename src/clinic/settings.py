"""Settings of the web application. What differs between installations comes from the environment."""

from csp.constants import NONE, SELF

from clinic import environment
from clinic.paths import HERE

DATA_DIR = environment.data_dir()
DEBUG = environment.flag("DEBUG")
SECRET_KEY = environment.secret_key(DATA_DIR)
ALLOWED_HOSTS = environment.names("ALLOWED_HOSTS", "127.0.0.1,localhost,testserver")
DATABASES = {
    "default": environment.database(environment.setting("DATABASE_URL", f"sqlite:///{DATA_DIR / 'concordant.sqlite3'}"))
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "clinic.pages",
    "clinic.accounts",
    "clinic.audit",
    "clinic.chart",
    "clinic.demo",
    "clinic.person",
    "clinic.forms",
    "clinic.history",
    "clinic.safety",
    "clinic.examine",
    "clinic.diary",
    "clinic.outcomes",
    "clinic.progress",
    "clinic.plan",
    "clinic.letters",
    "clinic.notes",
    "clinic.evidence",
    "clinic.trials",
    "clinic.seals",
    "clinic.learning",
    "clinic.home",
    "clinic.sync",
    "clinic.today",
    "clinic.reminders",
    "clinic.selfcheck",
    "clinic.intake",
    "clinic.claims",
    "clinic.languages",
    "clinic.mine",
    "clinic.closing",
    "clinic.entries",
    "clinic.calendar",
    "clinic.drafts",
    "clinic.exchange",
    "clinic.access",
    "clinic.api",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Compressed pages can leak a secret by their length (BREACH) when someone else's page may ask for ours
    # with the reader's cookie. It may not: the session cookie is SameSite=Strict. Form tokens are masked
    # anew for each answer, and Django pads each answer by a random length. With these three, compression is
    # worth its quarter of the bytes.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # Every page asks for sign-in unless it says @login_not_required.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "clinic.pages.middleware.privacy_headers",
    "clinic.pages.middleware.sign_in_again",
    "clinic.pages.middleware.clinic_time",
    "clinic.languages.spoken.in_their_language",
]

ROOT_URLCONF = "clinic.urls"
WSGI_APPLICATION = "clinic.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "clinic.pages.navigation.navigation",
                "clinic.theme.chosen.theme",
            ],
        },
    },
]

# --- Static files: hashed names, compressed once, served by the application itself ------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(exist_ok=True)
STATICFILES_DIRS = [HERE / "static"]
STORAGES = {"staticfiles": {"BACKEND": "clinic.pages.static_files.HashedStaticFiles"}}
WHITENOISE_USE_FINDERS = True

# --- People and sign-in -----------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["clinic.accounts.backends.ClinicBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "pages:home"
ACCOUNT_ADAPTER = "clinic.accounts.adapters.AccountAdapter"
ACCOUNT_FORMS = {"login": "clinic.accounts.forms.SignInForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_RATE_LIMITS = {
    # The self-check has no account to count by. Ten people at once may answer behind one address, as in a waiting room.
    "self_check": "300/5m/ip",
    "keep_self_check": "20/h/ip",
    # Getting in without a password (docs/decisions/0031-sign-in-without-a-password.md). A "key" is the address typed.
    "sign_in_link": "30/5m/ip,3/5m/key",
    "open_link": "60/5m/ip",
    "invitation": "30/5m/ip",
    "own_address": "3/5m/user",
    "own_address_code": "10/5m/user",
}
MFA_RATE_LIMITS = {"webauthn_login": "30/5m/ip"}
SIGN_IN_LINK_MINUTES = environment.whole("SIGN_IN_LINK_MINUTES", 15, least=1, most=1440)
SIGN_IN_LINKS_A_DAY = environment.whole("SIGN_IN_LINKS_A_DAY", 20, least=1, most=1000)
INVITATION_DAYS = environment.whole("INVITATION_DAYS", 14, least=1, most=90)
INVITATION_TRIES = environment.whole("INVITATION_TRIES", 5, least=1, most=20)
MFA_ADAPTER = "clinic.accounts.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Concordant"
# People are registered by their clinic, which knows them: there is no stranger's address to verify first.
MFA_ALLOW_UNVERIFIED_EMAIL = True
# How many proxies in front add to X-Forwarded-For. With none, that header is not believed.
ALLAUTH_TRUSTED_PROXY_COUNT = int(environment.setting("TRUSTED_PROXIES", "0"))
# In the database, so that limits on sign-in attempts count over all worker processes.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
    # What followed from a chart, kept by its newest entry. Each worker has its own, and may lose it any time.
    "verdicts": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "verdicts",
        "TIMEOUT": 86_400,
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    },
}

# --- What a browser may do --------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_SAMESITE = "Strict"
CSRF_COOKIE_HTTPONLY = True
# Off by itself, because a first look happens at http://127.0.0.1. A clinic switches it on.
HTTPS = environment.flag("HTTPS")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if ALLAUTH_TRUSTED_PROXY_COUNT else None

# --- Mails, and addresses that leave this machine ---------------------------------------------------------
SITE_URL = environment.site_url(ALLOWED_HOSTS, https=HTTPS)
MAIL = environment.mail(DATA_DIR)
globals().update(MAIL)

# --- Questionnaires ---------------------------------------------------------------------------------------
# A file that the clinic holds under its own licence (docs/how-to/eq-5d-index.md); its name is told with each index.
EQ5D5L_VALUE_SET = environment.setting("EQ5D5L_VALUE_SET")

# --- Asked for a first visit ------------------------------------------------------------------------------
# What nobody has taken up after so many days is deleted (docs/decisions/0029-intake.md).
FIRST_VISIT_DAYS = environment.whole("FIRST_VISIT_DAYS", 30, most=365)

# --- What is typed and not signed -------------------------------------------------------------------------
# After so many days the lead sees it too. It never goes by itself (docs/decisions/0019-drafts.md).
UNFINISHED_DAYS = environment.whole("UNFINISHED_DAYS", 1, most=365)
# A visit note that is written so many hours after the day of care is a late entry: it needs a reason and is marked.
LATE_ENTRY_HOURS = environment.whole("LATE_ENTRY_HOURS", 24, most=8760)

# After so many days without an entry of the diary nobody is reminded of it any more (docs/decisions/0032-reminders.md).
REMINDER_DAYS = environment.whole("REMINDER_DAYS", 14, most=365)

# --- How long a chart is kept (docs/decisions/0030-what-a-person-may-take-and-end.md) ------------------------
# Years from the last entry, or from the day on which the person comes of age, whichever is later.
KEEP_CHART_YEARS = environment.whole("KEEP_CHART_YEARS", 16, most=100)
AGE_OF_MAJORITY = environment.whole("AGE_OF_MAJORITY", 19, most=30)

# --- Language and time ------------------------------------------------------------------------------------
USE_TZ = True
TIME_ZONE = "America/Vancouver"
LANGUAGE_CODE = "en-ca"
# Each by its own name, so that whoever looks for it finds it. French is of the person's pages (locale/README.md).
LANGUAGES = [("en-ca", "English"), ("fr-ca", "Français")]
# One folder for each area of the application, so that a translator has one subject at a time.
LOCALE_PATHS = sorted(each for each in (HERE / "locale").iterdir() if each.is_dir())
