import functools
import http.server
import threading

import pytest

from tests.support import browser as harness

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Neck</title></head>
<body><main><h1>Neck</h1>{body}</main></body></html>"""


@pytest.fixture
def site(tmp_path):
    """A web server on this machine, and the folder it serves."""
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=tmp_path)
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()

        def publish(body):
            (tmp_path / "index.html").write_text(PAGE.format(body=body))
            return f"http://127.0.0.1:{server.server_port}/index.html"

        yield publish
        server.shutdown()


def test_a_page_is_served_rendered_and_scripted(page, site):
    page.goto(site("<p></p><script>document.querySelector('p').textContent = 6 * 7</script>"))
    assert page.get_by_role("heading").inner_text() == "Neck"
    assert page.locator("p").inner_text() == "42"


def test_a_good_page_has_no_axe_violations(page, site):
    page.goto(site('<label>Degrees <input type="number"></label>'))
    harness.assert_no_axe_violations(page)


def test_axe_finds_a_planted_violation(page, site):
    page.goto(site('<input type="number"><p style="color: #ccc; background: #fff">pale</p>'))
    with pytest.raises(AssertionError, match=r"(?s)color-contrast.*label"):
        harness.assert_no_axe_violations(page)


def test_axe_can_look_at_a_part(page, site):
    page.goto(site('<input type="number"><p>dark</p>'))
    harness.assert_no_axe_violations(page, "p")


@pytest.fixture
def inner(pytester, monkeypatch, request):
    """Run a test file of its own against the harness, to see it fail."""
    monkeypatch.setenv("PYTHONPATH", str(request.config.rootpath))
    pytester.makeconftest('pytest_plugins = ["tests.support.browser"]')

    def run(source):
        pytester.makepyfile(source)
        return pytester.runpytest_subprocess("-p", "no:django", "-p", "no:xdist")

    return run


def test_a_page_that_asks_another_machine_is_caught(inner, site):
    address = site('<img alt="" src="http://example.org/x.png">')
    result = inner(f"def test_it(page): page.goto({address!r})")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*asked other machines for*example.org*"])


def test_a_script_that_fails_is_caught_and_a_failed_test_leaves_a_picture(inner, site, pytester):
    address = site("<script>nothing.here()</script>")
    result = inner(f"def test_it(page):\n    page.goto({address!r})\n    assert False")
    result.assert_outcomes(failed=1, errors=1)
    result.stdout.fnmatch_lines(["*Scripts on the page failed*nothing is not defined*"])
    assert list(pytester.path.glob("test-artifacts/*test_it*.png"))


def test_without_a_browser_a_test_fails_and_says_how_to_get_one(inner, monkeypatch):
    monkeypatch.setenv("CONCORDANT_BROWSER", "no-such-browser")
    result = inner("def test_it(page): pass")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["*apt-get install chromium-headless-shell*"])
