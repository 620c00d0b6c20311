"""What a citizen reads on forms 01 to 05: every field that the model carries, nothing interpreted, nothing lost."""

import unicodedata
from dataclasses import replace

import pytest

from communetui.printing import Paper, render
from communetui.printing.lettering import BOLD, MISSING, REGULAR, load_fonts
from communetui.printing.models import Person, PrintMark

HEADING = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN XÃ QUẢNG ĐIỀN"]
HEADING += ["TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ QUẢNG ĐIỀN", "Mã hồ sơ: 19867.1-261123-0042", "Trang 1/1"]
WHO = ["Nguyễn Thị Ánh Nguyệt", "Địa chỉ: Thôn Phước Yên, xã Quảng Điền", "Số điện thoại: 0912 345 678"]
WHO += ["Email: anhnguyet@example.vn"]


@pytest.fixture
def page_of(read_pdf):
    return lambda form: "".join(page.text() for page in read_pdf(render(form, Paper.A5)))


def test_form_01_shows_every_field_of_the_circular(receipt, page_of, without_spaces):
    page = page_of(receipt)

    for said in [
        *HEADING,
        *WHO,
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Quảng Điền, ngày 23 tháng 11 năm 2026",
        "Tiếp nhận hồ sơ của: Nguyễn Thị Ánh Nguyệt",
        "Người nộp thay: Lê Văn Đức (cha của trẻ; số định danh 046090012345; ĐT 0905 111 222)",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh (mã thủ tục 1.001193)",
        "Số lượng Bản chính Bản sao chứng thực Bản sao",
        "1 Tờ khai đăng ký khai sinh theo mẫu 1",
        "2 Giấy chứng sinh do cơ sở khám bệnh, chữa bệnh cấp 2",
        "3 Giấy chứng nhận kết hôn - trường hợp cha, mẹ đã đăng ký kết hôn 3 4",
        "2. Số lượng hồ sơ: 01 (bộ)",
        "3. Thời gian giải quyết theo quy định: Trong ngày làm việc",
        "4. Thời gian nhận hồ sơ: 14 giờ 05 phút, ngày 23/11/2026",
        "5. Thời gian trả kết quả: 17 giờ 30 phút, ngày 25/11/2026",
        "6. Đăng ký nhận kết quả tại: Quầy số 2, Trung tâm Phục vụ hành chính công xã Quảng Điền",
        "7. Phí, lệ phí: 8.000 đ",
        "Vào Sổ theo dõi hồ sơ: Quyển số 03 Số thứ tự 118",
        "NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên) Lê Văn Đức",
        "NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) Trần Thị Bích",
        "Liên hệ: Thôn Khuông Phò, xã Quảng Điền, thành phố Huế, ĐT 0234 3554 123.",
    ]:
        assert without_spaces(said) in page


def test_an_everyday_receipt_with_everything_on_it_takes_one_page(receipt, read_pdf):
    full = replace(
        receipt,
        papers=(*receipt.papers, *receipt.papers[:2]),
        official_codes=("G09.20-20261123-0092637",),
        competent_agency="Ủy ban nhân dân xã Phong Điền",
        due_expected=True,
        mark=PrintMark(2, replaces=1),
    )

    for paper in (Paper.A5, Paper.A4):
        (page,) = read_pdf(render(full, paper))
        assert "Trang1/1" in page.text()


def test_form_02_asks_for_papers_and_says_why(supplement, page_of, without_spaces):
    page = page_of(supplement)

    for said in [
        *HEADING,
        *WHO,
        "Số: 17/HDHS",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh",
        "Số lượng Bản chính Bản sao chứng thực Bản photo",
        "3 Giấy chứng nhận kết hôn - trường hợp cha, mẹ đã đăng ký kết hôn 3 4",
        "Lý do: Giấy chứng sinh bị mờ phần ngày sinh của trẻ.",
        "xin liên hệ: Trần Thị Bích, số điện thoại 0234 3554 124",
        "NGƯỜI HƯỚNG DẪN (Ký và ghi rõ họ tên) Hoàng Hữu Phước",
        "Mẫu số 02",
    ]:
        assert without_spaces(said) in page


def test_form_03_gives_the_reason_of_a_refusal(refusal, page_of, without_spaces):
    page = page_of(refusal)

    for said in [
        *HEADING,
        *WHO,
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "Nội dung yêu cầu giải quyết: Đăng ký khai sinh",
        "lý do cụ thể như sau: Trẻ đã được đăng ký khai sinh tại xã Phong Điền ngày 02/10/2026.",
        "xin liên hệ: Trần Thị Bích, số điện thoại 0234 3554 124",
        "NGƯỜI NỘP HỒ SƠ (Ký và ghi rõ họ tên) Nguyễn Thị Ánh Nguyệt",
        "NGƯỜI TIẾP NHẬN HỒ SƠ (Ký và ghi rõ họ tên) Trần Thị Bích",
        "Mẫu số 03",
    ]:
        assert without_spaces(said) in page


def test_form_04_apologises_with_the_old_date_the_reason_and_the_new_date(apology, page_of, without_spaces):
    page = page_of(apology)

    for said in [
        *HEADING,
        *WHO,
        "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "Kính gửi: Nguyễn Thị Ánh Nguyệt",
        "lúc 08 giờ 00 phút, ngày 12/10/2026",
        "Thời gian hẹn trả kết quả: 17 giờ 30 phút, ngày 25/11/2026",
        "Lý do: Cần xác minh ranh giới thửa đất với các hộ liền kề.",
        "Thời gian trả kết quả mới: 16 giờ 00 phút, ngày 04/12/2026",
        "GIÁM ĐỐC TRUNG TÂM (Ký và ghi rõ họ tên) Hồ Văn Long",
        "Mẫu số 04",
    ]:
        assert without_spaces(said) in page


def test_form_05_names_the_request_the_step_the_decision_and_the_money(stop, page_of, without_spaces):
    page = page_of(stop)

    for said in [
        *HEADING,
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "Kính gửi: Nguyễn Thị Ánh Nguyệt",
        "đã tiếp nhận hồ sơ của Ông/Bà (tổ chức) lúc 08 giờ 00 phút, ngày 12/10/2026.",
        "Nội dung yêu cầu giải quyết: Hòa giải tranh chấp đất đai",
        "Theo đề nghị của: Ông Nguyễn Văn Tâm, bên tranh chấp",
        "Lý do: Hai bên đã tự thỏa thuận và rút đơn.",
        "Hồ sơ đang ở bước: Đang xử lý, người thụ lý Hoàng Hữu Phước",
        "Quyết định, văn bản làm căn cứ: Quyết định số 45/QĐ-UBND ngày 26/11/2026",
        "Phí, lệ phí: Đã nộp 500.000 đ, chưa trả lại",
        "GIÁM ĐỐC TRUNG TÂM (Ký và ghi rõ họ tên) Hồ Văn Long",
        "Mẫu số 05 - Phụ lục I Thông tư số 03/2025/TT-VPCP",
    ]:
        assert without_spaces(said) in page

    unknown = page_of(replace(stop, requested_by="", decision="", money=""))
    for label in ["Theođềnghịcủa:", "làmcăncứ:", "Phí,lệphí:"]:
        assert f"{label}........" in unknown


def test_what_is_not_known_leaves_room_for_a_pen(receipt, supplement, page_of):
    unknown = replace(receipt, applicant=Person(""), submitter=None, register_book="", register_line="")

    page = page_of(unknown)

    for label in ["Mãhồsơchínhthức:", "Tiếpnhậnhồsơcủa:", "Địachỉ:", "Sốđiệnthoại:", "Email:", "Quyểnsố", "Sốthứtự"]:
        assert f"{label}........" in page
    assert "......../HDHS" in page_of(replace(supplement, slip=""))


def test_official_codes_stand_beside_the_code_of_the_desk(receipt, page_of):
    page = page_of(replace(receipt, official_codes=("G09.20-20261123-0092637", "000.00.00.H57-261123-0001")))

    assert "Mãhồsơ:19867.1-261123-0042" in page
    assert "Mãhồsơchínhthức:G09.20-20261123-0092637;000.00.00.H57-261123-0001" in page


@pytest.mark.parametrize("fee", ["8.000 đ", "Không thu", "Chưa xác định", "200.000 ₫ (trần mỗi bản)"])
def test_a_fee_is_shown_as_it_was_said(receipt, page_of, without_spaces, fee):
    assert without_spaces(f"7. Phí, lệ phí: {fee}") in page_of(replace(receipt, fee=fee))


def test_an_appointment_that_rests_on_holidays_not_yet_announced_says_so(receipt, apology, page_of, without_spaces):
    note = without_spaces("Ngày hẹn dự kiến")

    for form in (receipt, apology):
        assert note not in page_of(form)
        assert note in page_of(replace(form, due_expected=True))


def test_a_time_limit_that_is_not_known_is_said_to_be_so(receipt, page_of, without_spaces):
    page = page_of(replace(receipt, due_at=None, statutory_time="", due_expected=True))

    assert without_spaces("theo quy định: Chưa xác định") in page
    assert without_spaces("5. Thời gian trả kết quả: Chưa xác định") in page
    assert without_spaces("dự kiến") not in page


@pytest.mark.parametrize(
    ("mark", "told"),
    [
        (PrintMark(2), "BẢN IN LẠI LẦN 2"),
        (PrintMark(5), "BẢN IN LẠI LẦN 5"),
        (PrintMark(2, replaces=1), "BẢN IN LẦN 2, THAY CHO BẢN IN LẦN 1"),
    ],
)
def test_a_later_print_says_which_it_is(receipt, page_of, without_spaces, mark, told):
    assert "BẢNIN" not in page_of(receipt)
    assert without_spaces(told) in page_of(replace(receipt, mark=mark))


def test_a_column_for_electronic_papers_appears_only_when_there_are_some(receipt, page_of, without_spaces):
    scanned = replace(receipt.papers[0], original=0, electronic=1)

    assert without_spaces("Bản điện tử") not in page_of(receipt)
    assert without_spaces("Bản điện tử") in page_of(replace(receipt, papers=(scanned,)))


def test_two_copies_on_a4_say_the_same_and_are_named(receipt, read_pdf):
    (sheet,) = read_pdf(render(receipt, Paper.A4))

    assert sheet.width > sheet.height
    left, right = sheet.text(right=sheet.width / 2), sheet.text(left=sheet.width / 2)
    assert left.replace("Liên1:Giaongườinộp", "") == right.replace("Liên2:Lưu", "")
    assert "Liên1:Giaongườinộp" in left
    assert "Liên2:Lưu" in right


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("<b>đậm</b> & <i>nghiêng</i>", "<b>đậm</b> & <i>nghiêng</i>"),
        ("&lt;img src='x'/&gt; <para>", "&lt;img src='x'/&gt; <para>"),
        ("[red]đỏ[/red] {name} %s \\(x\\)", "[red]đỏ[/red] {name} %s \\(x\\)"),
        ("Hồ sơ 😀👨‍👩‍👧 日本 xong", f"Hồ sơ {MISSING * 6} xong"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Hường"), "Nguyễn Thị Hường"),
        ("dòng một\nhai\x00\x1b[31m\ttab", "dòng một hai[31m tab"),
    ],
)
def test_typed_text_means_itself_everywhere(receipt, page_of, without_spaces, typed, printed):
    hostile = replace(
        receipt,
        office=replace(receipt.office, agency=typed.lower(), place=typed),
        applicant=Person(typed, typed, typed, typed),
        content=typed,
        papers=(replace(receipt.papers[0], name=typed, note=typed),),
        receiver=typed,
        official_codes=(typed,),
    )

    page = page_of(hostile)

    assert page.count(without_spaces(printed)) >= 8


@pytest.mark.parametrize("name", [REGULAR, BOLD])
def test_the_shipped_fonts_have_every_vietnamese_letter_and_the_dong_sign(name):
    from reportlab.pdfbase import pdfmetrics

    tones = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    vowels = {unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in tones}
    letters = vowels | set("bcdđghklmnpqrstvxfjwz")
    load_fonts()

    glyphs = pdfmetrics.getFont(name).face.charToGlyph

    assert len(vowels) == 72
    assert not [
        letter for letter in {*letters, *map(str.upper, letters), *"₫0123456789…–“”§°²"} if ord(letter) not in glyphs
    ]
