"""`communetui hub`: from its founding to the report, by folder alone, and served as a process of its own."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import urllib3
from tests.centre import PASSPHRASE
from tests.hub.province import QUANG_DIEN, member_of, received

from communesync.exchange.folder import import_folder
from communesync.exchange.outbox import Sending, export
from communesync.exchange.receipts import last_receipt
from communesync.keys.keyring import Keyring
from communetui.cli import run
from communetui.strings.language import Language, use

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.hub.province import Province

Run = "Callable[..., tuple[int, str]]"


@pytest.fixture
def run_hub(
    province: Province, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Iterator[Callable[..., tuple[int, Any]]]:
    """Commands on the hub of the province; exit code, and the JSON document or the text."""
    province.open("hub").close()
    monkeypatch.setenv("COMMUNETUI_DIR", str(province.top / "hub"))
    monkeypatch.setenv("COMMUNETUI_PASSPHRASE", PASSPHRASE)

    def ran(*arguments: str) -> tuple[int, Any]:
        capsys.readouterr()
        code = run(["hub", *arguments])
        told = capsys.readouterr().out
        return code, json.loads(told) if "--json" in arguments else told

    yield ran
    use(Language.VI)


def test_a_hub_is_founded_for_a_province_and_shows_its_fingerprint(
    tmp_path: Path, run_hub: Callable[..., tuple[int, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNETUI_DIR", str(tmp_path / "new"))
    code, made = run_hub("init", "--unit", "hue", "--officer", "Lê Thị Hoa", "--light", "--json")
    assert (code, made["unit"]) == (0, {"code": "46", "name": "Thành phố Huế"})
    assert len(made["fingerprint"].replace(" ", "")) == 40
    told = run_hub("status")[1]
    assert made["fingerprint"] in told
    assert "CHƯA AN TOÀN" in told
    code, again = run_hub("init", "--unit", "46", "--officer", "Lê Thị Hoa", "--light", "--json")
    assert (code, again["error"]["reason"]) == (1, "register_exists")


def test_a_commune_brings_a_stick_and_takes_its_answer_home(
    province: Province, run_hub: Callable[..., tuple[int, Any]]
) -> None:
    hub, station = province.open("hub"), province.open("qd1")
    member = member_of(station, hub)
    hub.close()
    received(station)
    stick, disk = province.top / "stick", province.top / "disk"
    for folder in (stick, disk, stick / "mail"):
        folder.mkdir()
    export(station, member, stick / "mail", Sending(announce=True))
    (stick / "junk.bundle").write_bytes(b"junk" * 1_000)

    code, taken = run_hub("import", str(stick), "--json")
    assert (code, taken["taken"], taken["quarantined"]) == (1, 1, 0)
    assert taken["refused"][0]["error"]["reason"] == "bundle_not_a_bundle"
    (stick / "junk.bundle").unlink()
    assert run_hub("import", str(stick), "--json")[1]["lines"] == 0
    assert run_hub("backup", str(disk), "--json")[1]["new_bundles"] == 1
    code, told = run_hub("export", str(stick), "--to", QUANG_DIEN, "--json")
    assert code == 0
    assert [(one["unit"], one["station"]) for one in told["stations"]] == [(QUANG_DIEN, 1), (QUANG_DIEN, 2)]

    import_folder(station, stick / "19867-01")

    receipt = last_receipt(station.db, Keyring.load(station.db))
    assert receipt is not None
    assert receipt.received.keys() == receipt.durable.keys() == {QUANG_DIEN}


def test_the_report_is_a_table_a_document_or_a_file(
    province: Province, run_hub: Callable[..., tuple[int, Any]]
) -> None:
    code, document = run_hub("report", "--from", "01/07/2025", "--to", "31/07/2025", "--json")
    assert (code, len(document["communes"]), document["from"]) == (0, 40, "2025-07-01")
    assert document["total"]["received"] == 0
    told = run_hub("report")[1]
    assert "40 đơn vị, 40 đơn vị im lặng" in told
    assert "Xã Quảng Điền" in told
    file = province.top / "report.csv"
    assert run_hub("report", "--file", str(file))[0] == 0
    lines = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))
    assert (len(lines), lines[0][1], lines[-1][1]) == (42, "Đơn vị", "Cộng")


@pytest.mark.skipif(os.name == "nt", reason="another process is asked to end by a signal")
def test_the_service_answers_as_a_process_of_its_own_and_ends_when_it_is_asked_to(province: Province) -> None:
    province.open("hub").close()
    environment = {**os.environ, "COMMUNETUI_DIR": str(province.top / "hub"), "COMMUNETUI_PASSPHRASE": PASSPHRASE}
    service = subprocess.Popen(
        [sys.executable, "-m", "communetui", "hub", "serve", "--port", "0", "--metrics-port", "0", "--json"],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert service.stdout is not None
    told = json.loads("".join(iter(service.stdout.readline, "}\n")) + "}")
    with urllib3.PoolManager() as pool:
        healthy = pool.request("GET", f"{told['address']}/healthz", retries=20)
        counted = pool.request("GET", f"http://127.0.0.1:{told['metrics_port']}/metrics")
    service.send_signal(signal.SIGTERM)
    logged = service.communicate(timeout=20)[1]

    assert healthy.json() == {"status": "ok"}
    assert b'communetui_hub_held{what="stations"} 3.0' in counted.data
    assert service.returncode == 0
    assert [json.loads(line)["event"] for line in logged.splitlines()][-1] == "stopped"


def test_without_the_extra_the_service_says_what_to_install(
    run_hub: Callable[..., tuple[int, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    code, document = run_hub("serve", "--json")
    assert (code, document["error"]["reason"]) == (1, "hub_extra_missing")
    assert "communetui[hub]" in document["error"]["message"]
