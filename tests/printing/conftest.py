"""Sample forms, and an own reader that gets text, places and dark squares back out of a printed page."""

import base64
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from communetui.printing.models import (
    ApologyForm,
    ControlForm,
    HandLine,
    HandOverForm,
    ListedDossier,
    Office,
    PaperLine,
    Person,
    ReceiptForm,
    RefusalForm,
    Submitter,
    SupplementForm,
)

VIETNAM = timezone(timedelta(hours=7))
OFFICE = Office(
    agency="Ủy ban nhân dân xã Quảng Điền",
    centre="Trung tâm Phục vụ hành chính công xã Quảng Điền",
    place="Quảng Điền",
    address="Thôn Khuông Phò, xã Quảng Điền, thành phố Huế",
    phone="0234 3554 123",
)
APPLICANT = Person("Nguyễn Thị Ánh Nguyệt", "Thôn Phước Yên, xã Quảng Điền", "0912 345 678", "anhnguyet@example.vn")
PAPERS = (
    PaperLine("Tờ khai đăng ký khai sinh theo mẫu", original=1),
    PaperLine("Giấy chứng sinh do cơ sở khám bệnh, chữa bệnh cấp", original=2),
    PaperLine("Giấy chứng nhận kết hôn", certified=3, copy=4, note="trường hợp cha, mẹ đã đăng ký kết hôn"),
)
CODE = "19867.1-261123-0042"


@pytest.fixture
def receipt() -> ReceiptForm:
    return ReceiptForm(
        office=OFFICE,
        code=CODE,
        issued_on=date(2026, 11, 23),
        applicant=APPLICANT,
        content="Đăng ký khai sinh",
        procedure_code="1.001193",
        papers=PAPERS,
        received_at=datetime(2026, 11, 23, 7, 5, tzinfo=UTC),
        due_at=datetime(2026, 11, 25, 17, 30, tzinfo=VIETNAM),
        statutory_time="Trong ngày làm việc",
        result_place="Quầy số 2, Trung tâm Phục vụ hành chính công xã Quảng Điền",
        fee="8.000 đ",
        receiver="Trần Thị Bích",
        submitter=Submitter("Lê Văn Đức", "cha của trẻ", "046090012345", "0905 111 222"),
        register_book="03",
        register_line="118",
    )


@pytest.fixture
def supplement() -> SupplementForm:
    return SupplementForm(
        office=OFFICE,
        code=CODE,
        issued_on=date(2026, 11, 24),
        applicant=APPLICANT,
        content="Đăng ký khai sinh",
        papers=PAPERS,
        reason="Giấy chứng sinh bị mờ phần ngày sinh của trẻ.",
        contact="Trần Thị Bích",
        contact_phone="0234 3554 124",
        guide="Hoàng Hữu Phước",
        slip="17",
    )


@pytest.fixture
def refusal() -> RefusalForm:
    return RefusalForm(
        office=OFFICE,
        code=CODE,
        issued_on=date(2026, 11, 24),
        applicant=APPLICANT,
        content="Đăng ký khai sinh",
        reason="Trẻ đã được đăng ký khai sinh tại xã Phong Điền ngày 02/10/2026.",
        contact="Trần Thị Bích",
        contact_phone="0234 3554 124",
        receiver="Trần Thị Bích",
    )


@pytest.fixture
def apology() -> ApologyForm:
    return ApologyForm(
        office=OFFICE,
        code=CODE,
        issued_on=date(2026, 11, 25),
        applicant=APPLICANT,
        content="Hòa giải tranh chấp đất đai",
        received_at=datetime(2026, 10, 12, 8, 0, tzinfo=VIETNAM),
        original_due_at=datetime(2026, 11, 25, 17, 30, tzinfo=VIETNAM),
        reason="Cần xác minh ranh giới thửa đất với các hộ liền kề.",
        new_due_at=datetime(2026, 12, 4, 16, 0, tzinfo=VIETNAM),
        signer="Hồ Văn Long",
        signer_title="Giám đốc Trung tâm",
    )


@dataclass(frozen=True)
class Run:
    """One piece of text where it stands on the page, in points from the lower left corner."""

    x: float
    y: float
    size: float
    width: float
    text: str


@dataclass
class PrintedPage:
    """What a reader of the PDF sees on a page."""

    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    squares: list[tuple[float, float, float, float]] = field(default_factory=list)

    def text(self, left: float = 0.0, right: float = 1e9) -> str:
        """The text between two places without any white space: line ends of a paragraph are no part of its words."""
        return bare("".join(run.text for run in self.runs if left <= run.x < right))


def bare(text: str) -> str:
    return "".join(text.split())


@pytest.fixture
def without_spaces() -> Callable[[str], str]:
    return bare


@pytest.fixture
def read_pdf() -> Callable[[bytes], list[PrintedPage]]:
    return _read


def _read(pdf: bytes) -> list[PrintedPage]:
    objects = {int(number): body for number, body in re.findall(rb"(\d+) 0 obj\n(.*?)\nendobj", pdf, re.DOTALL)}
    fonts = {}
    for body in objects.values():
        for name, number in re.findall(rb"/(F\d+\+\d+) (\d+) 0 R", body):
            fonts[name.decode()] = _font(objects, objects[int(number)])
    pages = []
    for kid in re.findall(rb"(\d+) 0 R", re.search(rb"/Kids \[(.*?)\]", pdf, re.DOTALL)[1]):
        body = objects[int(kid)]
        box = [float(side) for side in re.search(rb"/MediaBox \[(.*?)\]", body)[1].split()]
        contents = int(re.search(rb"/Contents (\d+)", body)[1])
        page = PrintedPage(box[2], box[3])
        _Interpreter(page, fonts).run(_stream(objects[contents]).decode("latin-1"))
        pages.append(page)
    return pages


def _stream(body: bytes) -> bytes:
    head, raw = body.split(b"stream\n", 1)
    raw = raw.rsplit(b"endstream", 1)[0]
    if b"ASCII85Decode" in head:
        raw = base64.a85decode(b"<~" + raw.strip(), adobe=True)
    return zlib.decompressobj().decompress(raw)  # a line end follows the compressed data


def _font(objects: dict[int, bytes], body: bytes) -> dict[int, tuple[str, float]]:
    """Of each code of a font: the letter, and its width in thousandths of the size."""
    cmap = _stream(objects[int(re.search(rb"/ToUnicode (\d+)", body)[1])]).decode()
    widths = [float(width) for width in re.search(rb"/Widths \[(.*?)\]", body, re.DOTALL)[1].split()]
    return {
        int(code, 16): (bytes.fromhex(letter).decode("utf-16-be"), widths[int(code, 16)])
        for code, letter in re.findall(r"<([0-9A-F]{2})> <([0-9A-F]+)>\n", cmap.split("beginbfchar")[1])
    }


_TOKEN = re.compile(r"\((?:\\.|[^\\)])*\)|\[|\]|[^\s()\[\]]+", re.DOTALL)
_ESCAPE = re.compile(r"\\([0-7]{1,3}|.)", re.DOTALL)
_CONTROL = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


class _Interpreter:
    """The few operators that place text and rectangles; scale and shift, nothing is ever turned."""

    def __init__(self, page: PrintedPage, fonts: dict[str, dict[int, tuple[str, float]]]) -> None:
        self.page, self.fonts = page, fonts
        self.scale, self.x, self.y = 1.0, 0.0, 0.0
        self.stack: list[tuple[float, float, float]] = []
        self.font: dict[int, tuple[str, float]] = {}
        self.size = self.leading = 0.0
        self.line = self.pen = (0.0, 0.0)
        self.meaning: dict[str, Callable[..., None]] = {
            "q": self.save,
            "Q": self.restore,
            "cm": self.transform,
            "re": self.rectangle,
            "Tf": self.choose_font,
            "TL": self.set_leading,
            "Tm": self.set_line,
            "Td": self.move_line,
            "T*": self.next_line,
            "Tj": self.show,
        }

    def run(self, stream: str) -> None:
        operands: list[str] = []
        for token in _TOKEN.findall(stream):
            if token[0] in "(/-.0123456789[]":
                operands.append(token)
                continue
            if token in self.meaning:
                self.meaning[token](*operands)
            operands = []

    def save(self) -> None:
        self.stack.append((self.scale, self.x, self.y))

    def restore(self) -> None:
        self.scale, self.x, self.y = self.stack.pop()

    def transform(self, a: str, b: str, c: str, d: str, e: str, f: str) -> None:
        assert float(b) == float(c) == 0
        assert float(a) == float(d)
        self.x, self.y = self.x + self.scale * float(e), self.y + self.scale * float(f)
        self.scale *= float(a)

    def rectangle(self, x: str, y: str, width: str, height: str) -> None:
        corner = (self.x + self.scale * float(x), self.y + self.scale * float(y))
        self.page.squares.append((*corner, self.scale * float(width), self.scale * float(height)))

    def choose_font(self, name: str, size: str) -> None:
        self.font, self.size = self.fonts.get(name[1:], {}), float(size)

    def set_leading(self, leading: str) -> None:
        self.leading = float(leading)

    def set_line(self, *matrix: str) -> None:
        self.line = self.pen = (float(matrix[4]), float(matrix[5]))

    def move_line(self, x: str, y: str) -> None:
        self.line = self.pen = (self.line[0] + float(x), self.line[1] + float(y))

    def next_line(self) -> None:
        self.move_line("0", str(-self.leading))

    def show(self, string: str) -> None:
        codes = _ESCAPE.sub(lambda m: chr(int(m[1], 8)) if m[1].isdigit() else _CONTROL.get(m[1], m[1]), string[1:-1])
        letters = [self.font[ord(code)] for code in codes]
        width = sum(width for _, width in letters) * self.size / 1000
        x, y = self.pen
        self.page.runs.append(
            Run(
                self.x + self.scale * x,
                self.y + self.scale * y,
                self.scale * self.size,
                self.scale * width,
                "".join(letter for letter, _ in letters),
            )
        )
        self.pen = (x + width, y)


@pytest.fixture
def control() -> ControlForm:
    return ControlForm(
        office=OFFICE,
        code=CODE,
        issued_on=date(2026, 11, 23),
        applicant=APPLICANT,
        content="Đăng ký khai sinh",
        received_at=datetime(2026, 11, 23, 7, 5, tzinfo=UTC),
        due_at=datetime(2026, 11, 25, 17, 30, tzinfo=VIETNAM),
        hands=(
            HandLine(
                "Người nộp hồ sơ",
                "Trần Thị Bích",
                datetime(2026, 11, 23, 7, 5, tzinfo=UTC),
                datetime(2026, 11, 23, 7, 5, tzinfo=UTC),
                "Còn trong hạn",
            ),
            HandLine(
                "Trần Thị Bích",
                "Hồ Văn Long",
                datetime(2026, 11, 23, 9, 30, tzinfo=VIETNAM),
                None,
                note="Trình ký; Chồng sáng",
            ),
        ),
    )


@pytest.fixture
def handed_over() -> HandOverForm:
    return HandOverForm(
        office=OFFICE,
        code="BG-261123-1E38F2",
        issued_on=date(2026, 11, 23),
        giver="Trần Thị Bích",
        taker="Hồ Văn Long",
        given_at=datetime(2026, 11, 23, 11, 30, tzinfo=VIETNAM),
        purpose="Trình ký",
        note="Chồng buổi sáng",
        dossiers=tuple(
            ListedDossier(f"19867.1-261123-{n:04}", f"Nguyễn Văn <{n}> & con", "Đăng ký khai sinh", "25/11/2026")
            for n in range(1, 61)
        ),
    )
