"""A second reader of bundles, written from docs/BUNDLE.md alone: tar, age, zstd and JSON, and nothing of ours.

It checks digests and signatures and trusts the rest; what a careful reader must refuse is in the page.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from base64 import b64decode
from datetime import UTC, datetime, timedelta
from hashlib import sha256, shake_256
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import zstandard
from nacl.signing import VerifyKey

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def read_label(path: Path, sender: str) -> tuple[dict[str, Any], bytes]:
    """The verified label, and the payload that has its digest."""
    with tarfile.open(path) as tar:
        label, payload = (tar.extractfile(name).read() for name in tar.getnames())  # type: ignore[union-attr]
    envelope = json.loads(label)
    kind, content = envelope["payloadType"].encode(), b64decode(envelope["payload"])
    signed = b"DSSEv1 %d %s %d %s" % (len(kind), kind, len(content), content)
    (signature,) = (s["sig"] for s in envelope["signatures"] if s["keyid"] == sender)
    VerifyKey(bytes.fromhex(sender)).verify(signed, b64decode(signature))
    facts = json.loads(content)
    assert facts["payload"]["sha256"] == sha256(payload).hexdigest()
    return facts, payload


def decrypt(payload: bytes, identity: str) -> bytes:
    """By the `age` program if there is one, else by a library."""
    if shutil.which("age"):
        with TemporaryDirectory() as folder:
            key = Path(folder) / "key.txt"
            key.write_text(identity + "\n")
            sealed = subprocess.run(["age", "-d", "-i", str(key)], input=payload, capture_output=True, check=True)
            return decompress(sealed.stdout)
    import pyrage  # type: ignore[import-untyped]

    return decompress(pyrage.decrypt(payload, [pyrage.x25519.Identity.from_str(identity)]))


def decompress(data: bytes) -> bytes:
    return zstandard.ZstdDecompressor().decompressobj().decompress(data)


def read(path: Path, sender: str, identity: str) -> dict[str, Any]:
    """Everything in a bundle: documents, segments with their lines, files in parts."""
    label, payload = read_label(path, sender)
    plain = decrypt(payload, identity)
    found: dict[str, Any] = {"label": label, "documents": {}, "segments": [], "parts": []}
    while plain:
        line, _, plain = plain.partition(b"\n")
        body = json.loads(line)
        if "document" in body:
            found["documents"][body["document"]] = body["body"]
        elif "segment" in body:
            found["segments"].append(read_segment(body))
        elif "part" in body:
            size = body["part"]["length"]
            found["parts"].append({**body["part"], "bytes": plain[:size]})
            plain = plain[size:]
    return found


def read_segment(body: dict[str, Any]) -> dict[str, Any]:
    header = json.loads(body["segment"])
    signed = b"communetui segment 1\n" + body["segment"].encode()
    VerifyKey(bytes.fromhex(header["key"])).verify(signed, b64decode(body["signature"]))
    lines = read_block(body["block"])
    salts = shake_256(b64decode(body["seed"])).digest(16 * len(lines))
    whole = sha256()
    for at, line in enumerate(lines):
        names = ("number", "clock", "officer", "table", "row", "seen", "heads", "replaces", "changes")
        text = "\n".join(str(line[name]) for name in names)
        whole.update(sha256(salts[16 * at : 16 * at + 16] + text.encode()).digest())
    assert whole.hexdigest() == header["lines"]
    return {"digest": sha256(body["segment"].encode()).hexdigest(), "header": header, "lines": lines}


def read_block(block: dict[str, Any]) -> list[dict[str, Any]]:
    shape = places(block["shape"])
    n = len(shape)
    plain = {
        name: column(block[name], n) for name in ("number", "time", "count", "officer", "unseen", "heads", "replaces")
    }
    clocks = [time * 65536 + number for time, number in zip(plain["time"], plain["count"], strict=True)]
    rows = list(accumulate(block["row"]))
    keys = read_keys(block["keys"], rows, plain["time"])
    order = sorted(range(n), key=shape.__getitem__)
    tables = []
    for number, table in enumerate(block["tables"]):
        columns: list[list[Any]] = []
        for place, (_, packed) in enumerate(table["columns"]):
            own = [
                line for line in order
                for of, named in [block["shapes"][shape[line]]] if of == number and named and place in named
            ]  # fmt: skip
            columns.append(table_column(packed, [clocks[line] for line in own], keys, columns))
        tables.append([iter(values) for values in columns])
    whole = iter(block["whole"])
    lines: list[dict[str, Any]] = [{}] * n
    for line in order:
        table, named = block["shapes"][shape[line]]
        names = [name for name, _ in block["tables"][table]["columns"]]
        lines[line] = {
            "number": plain["number"][line],
            "clock": clocks[line],
            "officer": plain["officer"][line],
            "table": block["tables"][table]["name"],
            "row": keys[rows[line]] if rows[line] >= 0 else block["keys"]["others"][-1 - rows[line]],
            "seen": plain["number"][line] - plain["unseen"][line],
            "heads": plain["heads"][line],
            "replaces": plain["replaces"][line],
            "changes": next(whole) if named is None else spelled({names[c]: next(tables[table][c]) for c in named}),
        }
    return lines


def spelled(changes: dict[str, Any]) -> str:
    return json.dumps(changes, ensure_ascii=False, separators=(",", ":"))


def places(at: str | list[int]) -> list[int]:
    return [DIGITS.index(digit) for digit in at] if isinstance(at, str) else at


def table_column(packed: dict[str, Any], clocks: list[int], keys: list[str], before: list[list[Any]]) -> list[Any]:
    if "like" in packed:
        return before[packed["like"]]
    if "clock" in packed:
        return clocks
    if "keys" in packed:
        return [keys[place] for place in accumulate(packed["keys"])]
    if "since" in packed:
        return [moment(second) for second in accumulate(packed["since"])]
    if "after" in packed:
        return [moment(clock // 65_536_000 + late) for clock, late in zip(clocks, packed["after"], strict=True)]
    return column(packed, len(clocks))


def column(packed: dict[str, Any], n: int) -> list[Any]:
    if "all" in packed:
        return [packed["all"]] * n
    if "at" in packed:
        return [packed["values"][place] for place in places(packed["at"])]
    if "sums" in packed:
        return list(accumulate(packed["sums"]))
    if "joined" in packed:
        return str(packed["joined"]).split("|")
    if "wide" in packed:
        width, text = packed["wide"]
        return [text[at : at + width] for at in range(0, len(text), width)]
    if "serial" in packed:
        prefix, width, steps = packed["serial"]
        return [f"{prefix}{number:0{width}}" for number in accumulate(steps)]
    values: list[Any] = packed["list"]
    return values


def moment(second: int) -> str:
    return f"{datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=second):%Y-%m-%dT%H:%M:%SZ}"


def read_keys(packed: dict[str, Any], rows: list[int], times: list[int]) -> list[str]:
    near = iter(packed["near"])
    stamps: list[int] = []
    for place, time in zip(rows, times, strict=True):
        if place == len(stamps):
            stamps.append(time + next(near))
    stamps += accumulate(packed["stamps"])
    high_bytes, low_bytes, variants = b64decode(packed["high"]), b64decode(packed["low"]), iter(packed["variants"])
    keys, high, variant, fresh = [], 0, "", 0
    for number, (stamp, step) in enumerate(zip(stamps, packed["steps"], strict=True)):
        if step:
            high += step
        else:
            high, variant = int.from_bytes(high_bytes[5 * fresh : 5 * fresh + 5], "big"), next(variants)
            fresh += 1
        ms, upper = f"{stamp:012x}", f"{high:010x}"
        low = low_bytes[4 * number : 4 * number + 4].hex()
        keys.append(f"{ms[:8]}-{ms[8:]}-7{upper[:3]}-{variant}{upper[3:6]}-{upper[6:]}{low}")
    return keys
