"""However long the texts: nothing is cut, nothing lies over anything else, and the pages are counted."""

import os
import re
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communetui.printing import Paper, render
from communetui.printing.models import PaperLine, Person
from communetui.printing.paper import FOOT, MARGIN, TOP

SENTENCE = "bản kê khai nguồn gốc, quá trình sử dụng và hiện trạng thửa đất có xác nhận của khu dân cư "
NAMES = [f"Giấy tờ {number:02d}: {SENTENCE * 3}"[:200] for number in range(1, 29)]


def assert_well_laid(page, copies):
    """Every piece of text stands inside its copy and over no other piece."""
    share = page.width / copies
    for run in page.runs:
        left = (run.x // share) * share
        assert left + MARGIN - 0.01 <= run.x
        assert run.x + run.width <= left + share - MARGIN + 0.5, run
        assert 0 < run.y < page.height - TOP
    words = [run for run in page.runs if run.text.strip()]
    for at, one in enumerate(words):
        for other in words[at + 1 :]:
            beside = one.x + one.width <= other.x + 0.5 or other.x + other.width <= one.x + 0.5
            assert beside or abs(one.y - other.y) >= min(one.size, other.size), (one, other)


@pytest.mark.parametrize(("paper", "copies"), [(Paper.A5, 1), (Paper.A4, 2)])
def test_a_table_of_28_long_papers_runs_over_pages_and_every_copy_has_every_word(
    receipt, read_pdf, without_spaces, paper, copies
):
    long = replace(receipt, papers=tuple(PaperLine(name, original=1, electronic=2) for name in NAMES))

    pages = read_pdf(render(long, paper))

    assert len(pages) > 2
    for copy in range(copies):
        share = pages[0].width / copies
        texts = [page.text(copy * share, (copy + 1) * share) for page in pages]
        whole = "".join(texts)
        for number, name in enumerate(NAMES, start=1):
            assert f"{number}{without_spaces(name)}12" in whole
        for number, text in enumerate(texts, start=1):
            assert f"Trang{number}/{len(pages)}" in text
            assert ("(tiếptheo)" in text) == (number > 1)
        assert whole.count("NGƯỜITIẾPNHẬNHỒSƠ") == 1
    for page in pages:
        assert_well_laid(page, copies)


def test_a_single_paper_longer_than_a_page_is_continued(supplement, read_pdf, without_spaces):
    endless = " ".join(f"mục{number}" for number in range(900))

    pages = read_pdf(render(replace(supplement, papers=(PaperLine(endless, copy=1),)), Paper.A5))

    numbers = re.findall(r"mục(\d+?)(?=mục|\D)", "".join(page.text(right=300) for page in pages))
    assert len(pages) > 2
    assert numbers == [str(number) for number in range(900)]
    for page in pages:
        assert_well_laid(page, 1)


def test_words_without_a_space_wrap_too(refusal, read_pdf):
    wall = "x" * 2_000

    pages = read_pdf(render(replace(refusal, reason=wall, content=wall, applicant=Person(wall[:200])), Paper.A5))

    assert "".join(page.text() for page in pages).count("x") >= 4_200
    for page in pages:
        assert_well_laid(page, 1)


def test_an_absurd_office_name_is_made_smaller_before_it_is_cut(apology, read_pdf):
    absurd = replace(apology.office, centre="Trung tâm " * 300)

    pages = read_pdf(render(replace(apology, office=absurd), Paper.A5))

    assert "".join(page.text() for page in pages).count("TRUNGTÂM") >= 300
    for page in pages:
        assert_well_laid(page, 1)


def test_signatures_are_never_torn_from_the_line_before_them(receipt, read_pdf):
    for count in range(8, 24):
        pages = read_pdf(render(replace(receipt, papers=receipt.papers[:1] * count), Paper.A5))
        with_signature = [page for page in pages if "NGƯỜINỘPHỒSƠ" in page.text()]
        assert len(with_signature) == 1
        assert "VàoSổtheodõihồsơ" in with_signature[0].text()
        assert "TrầnThịBích" in with_signature[0].text()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.text(max_size=200), reason=st.text(max_size=600), copies=st.integers(0, 9_999), lines=st.integers(0, 12))
def test_no_text_at_all_stops_a_print(supplement, read_pdf, name, reason, copies, lines):
    form = replace(
        supplement,
        applicant=Person(name, name, name, name),
        papers=(PaperLine(name, original=copies, note=name),) * lines,
        reason=reason,
        contact=name,
        slip=name,
    )

    for page in read_pdf(render(form, Paper.A5)):
        assert_well_laid(page, 1)


@pytest.mark.parametrize("paper", Paper)
def test_the_same_form_gives_the_same_bytes(receipt, paper):
    assert render(receipt, paper) == render(replace(receipt), paper)


_AGAIN = """
import hashlib, sys
from datetime import date, datetime, timezone
from communetui.printing import Paper, render
from communetui.printing.models import Office, Person, RefusalForm
form = RefusalForm(office=Office("Ủy ban", "Trung tâm", "Huế"), code="1-2", issued_on=date(2026, 11, 23),
                   applicant=Person("Nguyễn Văn Đức"), content="Chứng thực", reason="Thiếu",
                   contact="Bích", receiver="Bích")
assert "textual" not in sys.modules
print(hashlib.sha256(render(form, Paper.A4)).hexdigest())
"""


def test_the_same_form_gives_the_same_bytes_in_another_process():
    digests = {
        subprocess.run(
            [sys.executable, "-c", _AGAIN],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(digests) == 1


def test_the_pdf_library_is_loaded_by_a_print_and_not_before():
    program = (
        "import sys, communetui.printing.models, communetui.printing.spool, communetui.printing.pdf_file\n"
        "assert not [name for name in sys.modules if name.split('.')[0] in {'reportlab', 'PIL'}]"
    )

    subprocess.run([sys.executable, "-c", program], check=True)


def test_the_text_area_leaves_the_edge_that_printers_cannot_reach():
    assert min(MARGIN, TOP, FOOT - 13) >= 5 * 72 / 25.4
