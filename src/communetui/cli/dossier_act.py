"""`communetui dossier act`: one step of the workflow with one dossier or many, by flags, by JSON, or both."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from click.shell_completion import CompletionItem

from communedb.desk.act import act
from communedb.domain.act import Act, HandOver, Mark, MarkedBy, PaymentMethod, ReceiptSlip
from communedb.domain.event import EventKind
from communedb.domain.moment import local
from communedb.domain.workflow import STEPS
from communetui.cli.documents import as_model, read_one, read_text
from communetui.cli.dossier_many import act_on_list, done_document, read_codes
from communetui.cli.faults import Problem
from communetui.cli.kinds import TEXT, one_of, parse_moment
from communetui.cli.lazy import command, start_of
from communetui.cli.opening import find_officer, opened
from communetui.cli.output import answer
from communetui.cli.showing import findings, moment
from communetui.cli.start import DONE
from communetui.strings.cli import cli
from communetui.strings.cli_heads import heads
from communetui.strings.values import values

if TYPE_CHECKING:
    from communedb.desk.act import Done
    from communedb.register import Register
    from communetui.cli.start import Start

_KINDS = tuple(kind.value for kind in STEPS if kind is not EventKind.RECEIVED)
SELF = "self"


def _complete(_ctx: click.Context, _param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """After a code comes another one, or the step: only steps are known by their letters."""
    return [CompletionItem(kind) for kind in _KINDS if kind.startswith(incomplete)]


@command("dossier act")
@click.argument("codes", type=TEXT, nargs=-1, shell_complete=_complete)
@click.argument("kind", type=click.Choice(_KINDS))
@click.option("--reason", type=TEXT)
@click.option("--text", type=TEXT)
@click.option("--to", "to_officer", type=TEXT)
@click.option("--purpose", type=one_of(HandOver))
@click.option("--paper", "papers", type=TEXT, multiple=True)
@click.option("--amount", type=int)
@click.option("--method", type=one_of(PaymentMethod))
@click.option("--receipt-series", type=TEXT)
@click.option("--receipt-number", type=TEXT)
@click.option("--agency", type=TEXT)
@click.option("--pauses/--no-pauses", default=None)
@click.option("--new-due", type=TEXT)
@click.option("--recipient", type=TEXT)
@click.option("--recipient-id", type=TEXT)
@click.option("--authorisation", type=TEXT)
@click.option("--slip", type=one_of(ReceiptSlip))
@click.option("--result-code", type=TEXT)
@click.option("--requested-by", type=TEXT)
@click.option("--decision", type=TEXT)
@click.option("--mark", type=one_of(Mark))
@click.option("--marked-by", type=one_of(MarkedBy))
@click.option("--happened-at", type=TEXT)
@click.option("--json-file", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--from-list", type=click.Path(path_type=Path, allow_dash=True))
@start_of
def act_on_dossiers(
    start: Start, codes: tuple[str, ...], kind: str, json_file: Path | None, from_list: Path | None, **flags: Any
) -> int:
    """Take a step with a dossier, or the same step with many: those that can go through, the others are told."""
    given = _given(kind, json_file)
    if from_list is not None:
        codes += read_codes(from_list)
    if not codes:
        raise Problem("codes_missing")
    with opened(start) as register:
        given |= _flagged(register, flags)
        asked = as_model(Act, _with_officer(register, given))
        if from_list is not None or len(codes) > 1:
            return act_on_list(start, register, codes, asked)
        document, done = _act_on_one(register, codes[0], asked)
    answer(start, document, lambda: _told(document["code"], kind, done))
    return DONE


def _act_on_one(register: Register, code: str, asked: Act) -> tuple[dict[str, Any], Done]:
    from communedb.stores.dossier import find_dossier

    key = find_dossier(register.db, code)
    done = register.write(act, key, asked)
    (own,) = register.db.conn.execute("SELECT code FROM dossier WHERE id = ?", (key,)).fetchone()
    return {"dossier": key, "code": own, "kind": asked.kind, **done_document(done)}, done


def _given(kind: str, file: Path | None) -> dict[str, Any]:
    """What the JSON says, with the kind of the command line, which it must not contradict."""
    if file is None:
        return {"kind": kind}
    value = read_one(read_text(None if str(file) == "-" else file))
    if not isinstance(value, dict):
        raise Problem("not_an_object")
    if value.get("kind", kind) != kind:
        raise Problem("kind_differs", kind=kind)
    return {**value, "kind": kind}


def _flagged(register: Register, flags: dict[str, Any]) -> dict[str, Any]:
    """The flags that were given, as the JSON of a step has them."""
    given = {name: value for name, value in flags.items() if value is not None and value != ()}
    papers = given.pop("papers", ())
    if papers:
        given["papers"] = [{"name": name, "state": "no"} for name in papers]
    for name in ("new_due", "happened_at"):
        if name in given:
            given[name] = parse_moment(given[name], local(register.now()).date(), register.calendar())
    if "mark" in given:
        # Who types it in a command is an officer, unless it is said that the citizen chose it.
        given.setdefault("marked_by", MarkedBy.OFFICER.value)
    recipient = _recipient(given)
    return given | ({"recipient": recipient} if recipient else {})


def _recipient(given: dict[str, Any]) -> dict[str, Any]:
    """Who takes the result: `self`, or somebody by name; taken out of the flags."""
    taken = {
        "name": given.pop("recipient", None),
        "id_number": given.pop("recipient_id", None),
        "authorisation": given.pop("authorisation", None),
        "slip": given.pop("slip", None),
    }
    told = {name: value for name, value in taken.items() if value is not None}
    if told.get("name") == SELF:
        del told["name"]
        return {**told, "is_applicant": True}
    return {**told, "is_applicant": False} if "name" in told else told


def _with_officer(register: Register, given: dict[str, Any]) -> dict[str, Any]:
    """An officer may be named by name; the register knows keys."""
    from communedb.stores.officers import read_officers

    named = given.get("to_officer")
    if not isinstance(named, str) or not named:
        return given
    return {**given, "to_officer": find_officer(read_officers(register.db, active_only=False), named).id}


def _told(code: str, kind: str, done: Done) -> str:
    said = cli()
    lines = [said.acted.format(code=code, step=values().step[kind])]
    if done.due_at is not None:
        lines.append(f"{heads().due}: {moment(done.due_at)}")
    if done.form is not None:
        lines.append(said.form_to_print.format(form=done.form, code=code))
    return "\n".join([*lines, *(finding["message"] for finding in findings(done.findings))])
