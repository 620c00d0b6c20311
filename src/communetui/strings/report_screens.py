"""Texts of the screens of reports."""

from __future__ import annotations

from dataclasses import dataclass

from communetui.strings.language import Words


@dataclass(frozen=True, slots=True)
class ReportScreens:
    """Texts of the list of reports, of one report, and of what stands behind a number."""

    title: str
    search: str
    search_hint: str
    report: str
    last_sent: str
    none_found: str
    period: str
    period_keys: str
    official: str
    periods: dict[str, str]
    kinds: dict[str, str]
    choose_kind: str
    range_title: str
    range_about: str
    range_first: str
    range_last: str
    range_hint: str
    reading: str
    reading_long: str
    fine: str
    doubts: str
    sent_as_is: str
    sent_differs: str
    unknown: dict[str, str]
    not_sent: str
    this_was_sent: str
    is_sent: str
    not_over: str
    has_chart: str
    enter_opens: str
    enter_opens_one: str
    nothing_behind: str
    doubts_title: str
    no_doubts: str
    send_question: str
    send_again: str
    send_with_doubts: str
    send_yes: str
    was_sent: str
    sent_title: str
    sent_at: str
    sent_by: str
    as_sent: str
    comparing: str
    unchanged: str
    differs: str
    was_corrected: str
    what: str
    point_of_all: str
    none_sent: str
    corrects: str
    differs_title: str
    difference: str
    no_chart: str
    save_as: str
    formats: dict[str, str]
    where: str
    saved: str
    file_there: str
    printed: str
    print_waits: str
    leader_made: str
    leader_not_opened: str
    behind_count: str
    subjects: dict[str, str]
    subject: str
    about: str
    empty_behind: str
    nothing_open: str
    not_opened: str


report_screens = Words(
    ReportScreens(
        title="Báo cáo",
        search="Tìm báo cáo",
        search_hint="vài chữ của tên báo cáo",
        report="Báo cáo",
        last_sent="Đã gửi gần nhất",
        none_found="Không có báo cáo nào khớp.",
        period="Kỳ",
        period_keys="← → kỳ khác  Enter loại kỳ",
        official="kỳ báo cáo 15-14",
        periods={
            "day": "Ngày {last}",
            "week": "Tuần {number}/{year}: {first} - {last}",
            "month": "Tháng {month}/{year}: {first} - {last}",
            "quarter": "Quý {quarter}/{year}: {first} - {last}",
            "half": "{half} năm {year}: {first} - {last}",
            "year": "Năm {year}: {first} - {last}",
            "range": "Từ {first} đến {last}",
            "first_half": "6 tháng đầu",
            "second_half": "6 tháng cuối",
        },
        kinds={
            "day": "Ngày",
            "week": "Tuần",
            "month": "Tháng",
            "quarter": "Quý",
            "half": "6 tháng",
            "year": "Năm",
            "official_month": "Tháng báo cáo (từ ngày 15 tháng trước đến ngày 14)",
            "official_quarter": "Quý báo cáo (từ ngày 15 đến ngày 14)",
            "official_half": "6 tháng báo cáo (từ ngày 15 đến ngày 14)",
            "official_year": "Năm báo cáo (từ ngày 15/12 đến ngày 14/12)",
            "range": "Từ ngày đến ngày…",
        },
        choose_kind="Báo cáo theo kỳ nào?",
        range_title="Báo cáo từ ngày đến ngày",
        range_about="Tính cả ngày đầu và ngày cuối.",
        range_first="Từ ngày",
        range_last="Đến ngày",
        range_hint="ví dụ 1/11 hoặc 01/11/2026",
        reading="Đang tính báo cáo…",
        reading_long="Đang tính báo cáo… {seconds} giây. Esc để thôi.",
        fine="Số liệu khớp",
        doubts="! {count} chỗ cần xem lại (Ctrl+N)",
        sent_as_is="Đã gửi {at} ({officer}), số liệu không đổi",
        sent_differs="! Nay khác {count} ô (Ctrl+R) so với bản đã gửi {at} ({officer})",
        unknown={"not_measured": "không đo", "nothing_to_count": "-"},
        not_sent="Chưa gửi",
        this_was_sent="Đúng như đã gửi {at} ({officer})",
        is_sent="Đây là bản đã gửi. Muốn gửi bản đính chính thì mở báo cáo của kỳ này từ danh sách.",
        not_over="Kỳ chưa hết",
        has_chart="Ctrl+F bảng, biểu đồ",
        enter_opens="Enter mở {count} {what}",
        enter_opens_one="Enter mở {what}",
        nothing_behind="Ô này không có danh sách nào phía sau.",
        doubts_title="Những chỗ cần xem lại ({count})",
        no_doubts="Số liệu khớp, không có chỗ nào cần xem lại.",
        send_question="Ghi là đã gửi báo cáo “{title}”, {period}? Số liệu và danh sách lúc này được giữ lại như đã gửi.",
        send_again=" Báo cáo này đã gửi {at}; lần này là bản đính chính.",
        send_with_doubts=" Còn {count} chỗ cần xem lại.",
        send_yes="Đã gửi",
        was_sent="Đã ghi là đã gửi: {title}, {period}.",
        sent_title="Đã gửi: {title}",
        sent_at="Gửi lúc",
        sent_by="Người gửi",
        as_sent="Nay",
        comparing="đang so sánh…",
        unchanged="không đổi",
        differs="! khác {count} ô",
        was_corrected="đã đính chính",
        what="Cần xem lại",
        point_of_all="Chỗ này nói về cả báo cáo, không riêng hồ sơ nào.",
        none_sent="Báo cáo này chưa gửi lần nào.",
        corrects="Đính chính: {period}",
        differs_title="Khác bản đã gửi {at}",
        difference="{row} | {column}: đã gửi {sent}, nay {now}",
        no_chart="Báo cáo này đọc bằng bảng, không có biểu đồ.",
        save_as="Lưu thành tệp nào?",
        formats={
            "xlsx": "XLSX: mở bằng Excel, LibreOffice",
            "csv": "CSV: văn bản, mỗi dòng một hàng",
            "pdf": "PDF: để in, để gửi",
            "json": "JSON: cho phần mềm khác",
        },
        where="Lưu vào đâu?",
        saved="Đã lưu {file}",
        file_there="Đã có tệp {file}. Ghi đè lên?",
        printed="Đã in báo cáo. Tệp: {file}",
        print_waits="{why} Tệp PDF: {file}",
        leader_made="Đã làm trang lãnh đạo: {file}",
        leader_not_opened="Đã lưu {file}, nhưng máy này không mở được tệp PDF.",
        behind_count="{what}: {count} {subjects}",
        subjects={"dossier": "hồ sơ", "task": "nhiệm vụ", "feedback": "phản ánh", "support": "lượt hỗ trợ"},
        subject="Mã",
        about="Nội dung",
        empty_behind="Không có gì ở đây.",
        nothing_open="Chưa có báo cáo nào đang mở.",
        not_opened="Dòng này chỉ có trong sổ của việc đó, không mở riêng được.",
    ),
    ReportScreens(
        title="Reports",
        search="Find a report",
        search_hint="a few letters of its name",
        report="Report",
        last_sent="Last sent",
        none_found="No report matches.",
        period="Period",
        period_keys="← → others  Enter kind",
        official="15th to 14th",
        periods={
            "day": "Day {last}",
            "week": "Week {number}/{year}: {first} - {last}",
            "month": "Month {month}/{year}: {first} - {last}",
            "quarter": "Quarter {quarter}/{year}: {first} - {last}",
            "half": "{half} of {year}: {first} - {last}",
            "year": "Year {year}: {first} - {last}",
            "range": "From {first} to {last}",
            "first_half": "First half",
            "second_half": "Second half",
        },
        kinds={
            "day": "Day",
            "week": "Week",
            "month": "Month",
            "quarter": "Quarter",
            "half": "Half-year",
            "year": "Year",
            "official_month": "Reporting month (15th of the month before to the 14th)",
            "official_quarter": "Reporting quarter (15th to 14th)",
            "official_half": "Reporting half-year (15th to 14th)",
            "official_year": "Reporting year (15 December to 14 December)",
            "range": "From a day to a day…",
        },
        choose_kind="For which kind of period?",
        range_title="Report from a day to a day",
        range_about="The first and the last day both count.",
        range_first="From",
        range_last="To",
        range_hint="for example 1/11 or 01/11/2026",
        reading="Working out the report…",
        reading_long="Working out the report… {seconds} s. Esc gives up.",
        fine="The figures add up",
        doubts="! {count} to look at again (Ctrl+N)",
        sent_as_is="Sent {at} ({officer}), unchanged since",
        sent_differs="! {count} cells differ (Ctrl+R) from what was sent {at} ({officer})",
        unknown={"not_measured": "n/m", "nothing_to_count": "-"},
        not_sent="Not sent",
        this_was_sent="As it was sent {at} ({officer})",
        is_sent="This is what was sent. To send a correction open the report of this period from the list.",
        not_over="The period is not over",
        has_chart="Ctrl+F table, chart",
        enter_opens="Enter opens {count} {what}",
        enter_opens_one="Enter opens the {what}",
        nothing_behind="There is no list behind this cell.",
        doubts_title="To look at again ({count})",
        no_doubts="The figures add up; there is nothing to look at again.",
        send_question="Mark “{title}”, {period}, as sent? Its figures and lists are kept as they are now.",
        send_again=" It was sent {at}; this one corrects it.",
        send_with_doubts=" {count} things are still to be looked at.",
        send_yes="Sent",
        was_sent="Marked as sent: {title}, {period}.",
        sent_title="Sent: {title}",
        sent_at="Sent at",
        sent_by="Sent by",
        as_sent="Now",
        comparing="comparing…",
        unchanged="unchanged",
        differs="! {count} cells differ",
        was_corrected="corrected since",
        what="To look at",
        point_of_all="This is about the whole report, not about one dossier.",
        none_sent="This report was never sent.",
        corrects="Correction: {period}",
        differs_title="Differs from what was sent {at}",
        difference="{row} | {column}: sent {sent}, now {now}",
        no_chart="This report is read as a table; it has no chart.",
        save_as="Save as which kind of file?",
        formats={
            "xlsx": "XLSX: opens in Excel and LibreOffice",
            "csv": "CSV: text, a row a line",
            "pdf": "PDF: to print or to send",
            "json": "JSON: for other programs",
        },
        where="Save where?",
        saved="Saved {file}",
        file_there="{file} is there already. Write over it?",
        printed="The report is printed. File: {file}",
        print_waits="{why} PDF: {file}",
        leader_made="The leader's page: {file}",
        leader_not_opened="Saved {file}, but this PC could not open the PDF.",
        behind_count="{what}: {count} {subjects}",
        subjects={"dossier": "dossiers", "task": "tasks", "feedback": "feedback", "support": "times of help"},
        subject="Code",
        about="About",
        empty_behind="There is nothing here.",
        nothing_open="No report is open.",
        not_opened="This line stands in the log of that work and has no screen of its own.",
    ),
)
