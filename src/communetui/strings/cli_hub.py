"""What the commands of a hub ask and answer, and their help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from communetui.strings.language import Words

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Hub:
    """Prompts and answers; `counts` has a name for each number of the status."""

    province: str
    founded: str
    fingerprint: str
    serving: str
    serving_metrics: str
    imported: str
    refused: str
    no_bundles: str
    exported: str
    nobody: str
    counts: dict[str, str]
    durable: str
    not_durable: str
    backed_up: str
    same_disk: str
    period: str
    heads: tuple[str, ...]
    silent: str
    never: str
    total: str
    saved: str


hub = Words(
    Hub(
        province="Tỉnh, thành phố (gõ vài chữ, có dấu hay không dấu)",
        founded="Đã tạo sổ của máy chủ cấp trên trong {folder}\nĐơn vị:  {unit}\nCán bộ:  {officer} ({roles})",
        fingerprint="Dấu vân khóa (đọc cho các xã đối chiếu):",
        serving="Đang phục vụ tại {address}. Dừng: Ctrl+C",
        serving_metrics="Số đo cho Prometheus: http://127.0.0.1:{port}/metrics",
        imported="Đã nhận {taken} gói: {lines} dòng nhật ký mới, {files} tệp đính kèm; {quarantined} mục bị cách ly.",
        refused="{refused} gói không nhận được:",
        no_bundles="Không có gói dữ liệu nào ở đó.",
        exported="Đã ghi {bundles} gói cho {stations} máy vào {folder}, đã đọc lại đúng.",
        nobody="Không có máy nào như vậy trong danh sách.",
        counts={
            "stations": "Máy đã ghi danh",
            "revoked": "Khóa đã thu hồi",
            "dossiers": "Hồ sơ",
            "segments": "Đoạn nhật ký",
            "bundles": "Gói gốc đang giữ",
            "bundle_bytes": "Dung lượng gói gốc (byte)",
            "parked": "Đoạn chờ đoạn trước",
            "quarantined": "Mục bị cách ly",
            "forks": "Báo động trùng bản sao",
            "conflicts": "Giá trị trái nhau",
            "files_wanted": "Tệp đính kèm chưa về",
        },
        durable="An toàn (có trong bản sao lưu đã đọc lại) đến {at}.",
        not_durable="CHƯA AN TOÀN: chưa sao lưu lần nào. Hãy chạy: communetui hub backup THƯ-MỤC",
        backed_up="Đã sao lưu xong và đọc lại đúng: {dossiers} hồ sơ, {changes} dòng nhật ký, {bundles} gói mới. "
        "Thư mục: {folder}\nTừ bây giờ các máy được báo dữ liệu đến {at} là an toàn.",
        same_disk="Chú ý: bản sao lưu nằm cùng ổ đĩa với sổ, ổ hỏng thì mất cả hai.",
        period="Từ {since} đến {until}, {communes} đơn vị, {silent} đơn vị im lặng.",
        heads=(
            "Hạng", "Đơn vị", "Tiếp nhận", "Giải quyết", "Trễ hạn", "Đang giải quyết", "Quá hạn", "Đúng hạn", "Lần cuối",
        ),
        silent="im lặng",
        never="chưa lần nào",
        total="Cộng",
        saved="Đã ghi báo cáo: {file}",
    ),
    Hub(
        province="Province or city (a few letters, with or without marks)",
        founded="The hub's register was created in {folder}\nUnit:     {unit}\nOfficer:  {officer} ({roles})",
        fingerprint="Fingerprint (read it to the communes to compare):",
        serving="Serving at {address}. Stop it with Ctrl+C",
        serving_metrics="For Prometheus: http://127.0.0.1:{port}/metrics",
        imported="{taken} bundles were taken in: {lines} new journal lines, {files} attachments; {quarantined} things went to "
        "quarantine.",
        refused="{refused} bundles were not:",
        no_bundles="There is no bundle there.",
        exported="{bundles} bundles for {stations} stations were written to {folder} and read back.",
        nobody="There is no such station in the list.",
        counts={
            "stations": "Enrolled stations",
            "revoked": "Revoked keys",
            "dossiers": "Dossiers",
            "segments": "Journal segments",
            "bundles": "Original bundles kept",
            "bundle_bytes": "Bytes of original bundles",
            "parked": "Segments waiting for others",
            "quarantined": "Quarantined",
            "forks": "Alarms of a copied station",
            "conflicts": "Conflicts",
            "files_wanted": "Attachments to come",
        },
        durable="Safe (in a backup that was read back) up to {at}.",
        not_durable="NOT SAFE: there is no backup. Run: communetui hub backup FOLDER",
        backed_up="Backed up and read back: {dossiers} dossiers, {changes} journal lines, {bundles} new bundles. "
        "Folder: {folder}\nStations are told from now on that everything up to {at} is safe.",
        same_disk="Mind: the backup lies on the register's own disk; if that fails, both are lost.",
        period="From {since} to {until}, {communes} units, {silent} of them silent.",
        heads=(
            "Rank", "Unit", "Received", "Resolved", "Late", "In progress", "Overdue", "On time", "Last contact",
        ),
        silent="silent",
        never="never",
        total="Sum",
        saved="The report was written: {file}",
    ),
)  # fmt: skip

HUB_HELP: Final[Mapping[str, Words[str]]] = {
    "hub": Words(
        "Máy chủ cấp trên (tỉnh): nhận gói của các xã, gộp, trả lời.",
        "The hub of a province: takes bundles of the communes, merges them, answers.",
    ),
    "hub init": Words(
        "Tạo sổ của máy chủ cấp trên cho một tỉnh.\n\nDấu vân khóa hiện ra để các xã đối chiếu khi ghi danh. Mật khẩu lấy từ "
        "COMMUNETUI_PASSPHRASE, --passphrase-file hoặc gõ hai lần. Khóa khôi phục hiện ra một lần.",
        "Create the hub's register for a province.\n\nIts fingerprint is shown for communes to compare when they join. The "
        "passphrase comes from COMMUNETUI_PASSPHRASE, --passphrase-file, or is typed twice. The recovery key is shown once.",
    ),
    "hub serve": Words(
        "Phục vụ các máy qua HTTP cho đến khi dừng (Ctrl+C).\n\nCần phần cài thêm: pip install 'communetui[hub]'. Nhật ký là JSON "
        "từng dòng ở đầu ra lỗi chuẩn, không có dữ liệu cá nhân. Không có chứng thư thì để sau một proxy HTTPS.",
        "Serve the stations over HTTP until stopped (Ctrl+C).\n\nNeeds: pip install 'communetui[hub]'. The log is JSON lines on "
        "standard error without personal data. Without a certificate, put it behind an HTTPS proxy.",
    ),
    "hub import": Words(
        "Nhận gói từ tệp hoặc thư mục (USB); gói gốc được giữ lại.",
        "Take in bundles from files or folders (stick); the originals are kept.",
    ),
    "hub export": Words(
        "Ghi gói trả lời cho các máy vào thư mục, mỗi máy một thư mục con.\n\nGồm giấy nhận có chữ ký, danh sách khóa, dữ liệu mà "
        "máy ấy chưa có.",
        "Write the answers for stations into a folder, a sub-folder for each.\n\nSigned receipt, key list, and what that "
        "station lacks.",
    ),
    "hub status": Words(
        "Xem máy chủ đang giữ gì, và an toàn đến lúc nào.", "Show what the hub holds, and up to when it is safe."
    ),
    "hub report": Words(
        "Tổng hợp các xã: tiếp nhận, giải quyết, quá hạn, lần cuối; im lặng lên đầu.\n\n--json cho máy đọc, --file ghi ra CSV hoặc "
        "XLSX. Đúng hạn: giải quyết đúng hạn trên tổng đã giải quyết và đang quá hạn. Im lặng: không nghe tin từ trước ngày làm "
        "việc hôm trước.",
        "The communes side by side: received, resolved, overdue, last contact; silent first.\n\n--json for programs, --file "
        "saves CSV or XLSX. On time: resolved in time, of all resolved and all overdue. Silent: not heard of since before "
        "yesterday's working day.",
    ),
    "hub backup": Words(
        "Sao lưu máy chủ vào thư mục, đọc lại; chỉ sau đó dữ liệu mới tính là an toàn.",
        "Back the hub up into a folder and read it back; only then is what it holds called safe.",
    ),
    "hub init --officer": Words("Họ tên cán bộ quản trị đầu tiên.", "Name of the first administrator."),
    "hub init --light": Words("Cho máy yếu: mở sổ nhanh hơn.", "For a weak PC: the register opens faster."),
    "hub init --recovery-file": Words("Nơi ghi khóa khôi phục.", "Where to save the recovery key."),
    "hub init --unit": Words("Mã hoặc vài chữ của tên tỉnh.", "Code or a few letters of the province."),
    "--host": Words("Địa chỉ mạng để nghe, mặc định 127.0.0.1.", "Address to listen on, 127.0.0.1 if not given."),
    "--port": Words("Cổng để nghe, mặc định 8440.", "Port to listen on, 8440 if not given."),
    "--metrics-port": Words(
        "Cổng số đo Prometheus, chỉ máy này tới được.", "Port of the Prometheus metrics, for this machine only."
    ),
    "--certificate": Words("Tệp chứng thư TLS (PEM).", "TLS certificate (PEM)."),
    "--private-key": Words("Tệp khóa của chứng thư (PEM).", "Key of the certificate (PEM)."),
    "hub export --to": Words("Chỉ máy của đơn vị có mã này.", "Only stations of the unit with this code."),
    "hub export --rows-only": Words("Không gửi tệp đính kèm.", "Without attachments."),
    "hub report --from": Words("Từ ngày; mặc định là hôm nay.", "From this date; today if not given."),
    "hub report --to": Words("Đến ngày; mặc định là hôm nay.", "Up to this date; today if not given."),
    "hub report --file": Words("Ghi vào tệp CSV hoặc XLSX này.", "Save as this CSV or XLSX file."),
}
"""Help by command and option, as `cli_help.HELP`."""
