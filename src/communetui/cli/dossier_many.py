"""The same step with many dossiers at the command line: an outcome for each, in the order in which they were named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from communedb.desk.many import AT_ONCE, act_on_many, in_one_batch
from communedb.domain.refusal import Refused
from communetui.cli.documents import read_text
from communetui.cli.faults import error_of
from communetui.cli.output import answer, say
from communetui.cli.showing import findings
from communetui.cli.start import DONE, REFUSED
from communetui.strings.cli import cli
from communetui.strings.values import values

if TYPE_CHECKING:
    from pathlib import Path

    from communedb.desk.act import Done
    from communedb.domain.act import Act
    from communedb.register import Register
    from communetui.cli.start import Start


def read_codes(file: Path) -> tuple[str, ...]:
    """The codes in a file or on standard input, one a line; empty lines are none."""
    text = read_text(None if str(file) == "-" else file)
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def done_document(done: Done) -> dict[str, Any]:
    """What a step did, as JSON."""
    return {
        "event": done.event,
        "form": done.form,
        "due_at": done.due_at,
        "due_expected": done.due_expected,
        "findings": findings(done.findings),
    }


def act_on_list(start: Start, register: Register, codes: tuple[str, ...], asked: Act) -> int:
    """Take the step with each; the exit code says whether all went through."""
    step = in_one_batch(asked)
    told = _found(register, codes)
    keys = list(dict.fromkeys(outcome["dossier"] for outcome in told.values() if outcome["dossier"] is not None))
    answers: dict[str, dict[str, Any]] = {}
    for turn in range(0, len(keys), AT_ONCE):
        for one in register.write(act_on_many, keys[turn : turn + AT_ONCE], step):
            answers[one.dossier] = {
                "done": done_document(one.done) if one.done is not None else None,
                "error": error_of(one.refusal) if one.refusal is not None else None,
            }
    outcomes = [outcome | answers.get(outcome["dossier"], {}) for outcome in told.values()]
    failed = [outcome for outcome in outcomes if outcome["error"] is not None]
    for outcome in failed:
        say(f"{outcome['code']}: {outcome['error']['message']}")
    document = {
        "kind": step.kind,
        "batch": step.batch,
        "done": len(outcomes) - len(failed),
        "failed": len(failed),
        "outcomes": outcomes,
    }
    said = cli().acted_many.format(step=values().step[step.kind], done=document["done"], failed=len(failed))
    answer(start, document, lambda: said)
    return REFUSED if failed else DONE


def _found(register: Register, codes: tuple[str, ...]) -> dict[str, dict[str, Any]]:
    """Each code once, with its dossier or why there is none."""
    from communedb.stores.dossier import find_dossier

    told: dict[str, dict[str, Any]] = {}
    for code in codes:
        outcome: dict[str, Any] = {"code": code, "dossier": None, "done": None, "error": None}
        try:
            outcome["dossier"] = find_dossier(register.db, code)
        except Refused as refusal:
            outcome["error"] = error_of(refusal)
        told[code] = outcome
    return told
