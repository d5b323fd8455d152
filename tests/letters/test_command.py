"""``concordant letter``: writes whole or not at all, and says everything that is missing at once."""

import fcntl
import io
import os
from pathlib import Path

import pypdf
import pytest
import yaml

from concordant.cli import main
from concordant.letters.kinds import KINDS
from tests.letters.letters import planned, retested, signed
from tests.progress.courses import day

DETAILS = Path(__file__).parents[2] / "examples/letters/details.yaml"
CALL = ("letter", "case.yaml", "-o", "out.pdf")


@pytest.fixture(autouse=True)
def there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    case = retested()
    Path("case.yaml").write_text(yaml.safe_dump(signed(case, day(case))), "utf-8")
    return tmp_path


def run(*arguments, kind="progress", details=DETAILS):
    beside = () if details is None else ("--with", str(details))
    return main([*CALL, "--kind", kind, *beside, *arguments])


def test_a_letter_is_written(there, capsys):
    assert run() == 0
    assert capsys.readouterr() == ("", "")
    told = pypdf.PdfReader("out.pdf").pages[0].extract_text()
    assert "Progress of care for headache" in told
    assert "She sleeps better, and drives again." in told
    assert sorted(one.name for one in there.iterdir()) == ["case.yaml", "out.pdf"]


def test_the_same_files_give_the_same_bytes():
    assert run() == 0
    first = Path("out.pdf").read_bytes()
    assert run() == 0
    assert Path("out.pdf").read_bytes() == first


def test_a_letter_that_is_refused_leaves_the_old_file_as_it_was(there, capsys):
    Path("out.pdf").write_text("the one before")
    assert run(details=None) == 2
    assert Path("out.pdf").read_text() == "the one before"
    assert sorted(one.name for one in there.iterdir()) == ["case.yaml", "out.pdf"]
    assert capsys.readouterr().err.splitlines() == [
        "the letter is not written:",
        "  - The addressee is missing: to whom the letter goes.",
        "  - The signer is missing: who answers for the letter.",
        "  - The name of the person is missing.",
        "  - The letterhead has no name of the clinic.",
    ]


def test_an_assessment_of_another_day_is_not_told(capsys):
    assert run("--as-of", "2024-02-06") == 2
    assert "that of 5 Feb 2024; this letter would tell that of 6 Feb 2024." in capsys.readouterr().err


def test_a_home_programme_needs_no_addressee():
    case = planned()
    Path("case.yaml").write_text(yaml.safe_dump(case), "utf-8")
    assert run(kind="home_programme") == 0
    assert len(pypdf.PdfReader("out.pdf").pages) == 2


def test_the_list_names_every_kind_and_what_it_needs(capsys):
    assert main(["letter", "--kind", "list"]) == 0
    told = capsys.readouterr().out
    for one in KINDS.values():
        assert f"\n{one.id}\n  {one.name}, to: {one.to.value}\n" in f"\n{told}"
        assert all(f"    - {need}\n" in told for need in one.needs)
    assert "  consent: consent_given: send_to_payer\n" in told


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["letter", "case.yaml", "--kind", "postcard", "-o", "x.pdf"],
            "'postcard' is no kind of letter; allowed: list, ",
        ),
        (["letter", "--kind", "progress", "-o", "x.pdf"], "the case file is missing"),
        (["letter", "case.yaml", "--kind", "progress"], "say where to write the letter: -o OUT.pdf"),
        (["letter", "none.yaml", "--kind", "progress", "-o", "x.pdf"], "none.yaml"),
        (
            ["letter", "case.yaml", "--kind", "progress", "-o", "x.pdf", "--with", "none.yaml"],
            "none.yaml: No such file",
        ),
        (["letter", "case.yaml", "--kind", "progress", "-o", "x.pdf", "--with", "."], ".: Is a directory"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(arguments, says, capsys):
    assert main(arguments) == 2
    assert says in capsys.readouterr().err


def test_details_that_cannot_be_read_are_named_with_their_line(capsys):
    Path("details.yaml").write_text("to:\n  adress: x\n", "utf-8")
    assert run(details="details.yaml") == 2
    assert capsys.readouterr().err == "details.yaml: line 2, to.adress: is not known; allowed: name, lines\n"


def test_a_folder_that_is_not_there_is_named(capsys):
    assert main(["letter", "case.yaml", "--kind", "progress", "--with", str(DETAILS), "-o", "no/out.pdf"]) == 2
    assert "no/out.pdf: No such file or directory" in capsys.readouterr().err


def test_a_name_that_no_font_can_show_is_named(capsys):
    text = DETAILS.read_text("utf-8").replace("Maria Costa", "漢字")
    Path("details.yaml").write_text(text, "utf-8")
    assert run(details="details.yaml") == 2
    assert capsys.readouterr().err == ("the letter is not written:\n  - No font of the letters can show: 漢, 字.\n")


def test_the_case_may_come_from_standard_input(monkeypatch):
    data = Path("case.yaml").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    assert main(["letter", "-", "--kind", "progress", "--with", str(DETAILS), "-o", "out.pdf"]) == 0
    assert Path("out.pdf").read_bytes().startswith(b"%PDF")


def test_a_link_stays_a_link_to_the_new_letter(there):
    (there / "elsewhere").mkdir()
    (there / "elsewhere/kept.pdf").write_text("the one before")
    Path("out.pdf").symlink_to("elsewhere/kept.pdf")
    assert run() == 0
    assert Path("out.pdf").is_symlink()
    assert (there / "elsewhere/kept.pdf").read_bytes().startswith(b"%PDF")


def test_a_pipe_is_written_to_and_not_replaced(there):
    os.mkfifo("out.pdf")
    with os.fdopen(os.open("out.pdf", os.O_RDWR | os.O_NONBLOCK), "rb", buffering=0) as reader:
        fcntl.fcntl(reader, fcntl.F_SETPIPE_SZ, 1 << 20)
        assert run() == 0
        assert reader.read(4) == b"%PDF"
    assert Path("out.pdf").is_fifo()


def test_a_name_as_long_as_names_may_be(there):
    name = f"{'a' * 251}.pdf"
    assert main(["letter", "case.yaml", "-o", name, "--kind", "progress", "--with", str(DETAILS)]) == 0
    assert Path(name).read_bytes().startswith(b"%PDF")


def test_a_folder_is_no_letter(there, capsys):
    Path("out.pdf").mkdir()
    assert run() == 2
    assert capsys.readouterr().err == "out.pdf: Is a directory\n"
    assert sorted(one.name for one in there.iterdir()) == ["case.yaml", "out.pdf"]
