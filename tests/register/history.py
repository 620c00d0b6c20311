"""Officers of every role doing anything in any order to a real register, and what must be true after each step."""

from __future__ import annotations

import json
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, rule
from tests.centre import Centre
from tests.register.history_steps import PEOPLE, PROCEDURES, ROLES, SECONDS, USUAL, WORDS, asked

from communedb.desk.act import act
from communedb.desk.drafts import discard_draft, keep_draft
from communedb.desk.mend import correct, take_back, void
from communedb.desk.prints import ask_print, note_print
from communedb.desk.receive import receive
from communedb.domain.act import Act
from communedb.domain.dossier_filter import DossierFilter
from communedb.domain.due_state import DueState, due_state
from communedb.domain.intake import Intake
from communedb.domain.moment import local
from communedb.domain.officer import holds
from communedb.domain.refusal import Refused
from communedb.domain.status import WITH_CITIZEN, Status
from communedb.domain.workflow import STEPS, offered
from communedb.reports.equal_codes import equal_codes
from communedb.reports.today import today
from communedb.sqlite import rows, shaping
from communedb.stores.derived import derive_everything
from communedb.stores.dossier import read_dossier
from communedb.stores.dossier_list import DossierList
from communedb.stores.drafts import DraftForm
from communedb.stores.events import read_state
from communedb.transaction import transaction

if TYPE_CHECKING:
    from collections.abc import Callable

    from communedb.domain.event import EventKind
    from communedb.domain.projection import State
    from communedb.sqlite import Database

JOURNALLED = (
    "officer", "station", "setting", "calendar_day", "procedure", "person", "dossier", "procedure_copy", "outside_code",
    "paper", "event", "attachment", "print", "certification", "cash_close", "task", "task_event", "feedback",
    "feedback_event", "notice", "notice_read", "support", "sent_report",
)  # fmt: skip
COUNTED = (*JOURNALLED, "journal_line", "draft", "dossier_state", "person_state", "code_counter")


class AnyHistory(RuleBasedStateMachine):
    """One register, four officers, one clock; `template` is copied for each history."""

    dossiers = Bundle("dossiers")
    drafts = Bundle("drafts")

    def __init__(self, template: Centre) -> None:
        super().__init__()
        self.top = Path(tempfile.mkdtemp())
        shutil.copytree(template.folder, self.top / "register")
        self.centre = Centre(self.top / "register", template.officers)
        self.clock = self.centre.clock
        self.registers = {role: self.centre.open(role) for role in ROLES}
        self.db = self.registers["administrator"].db
        self.codes: set[str] = set()

    def attempt(self, role: str, job: Callable[..., Any], *args: Any, **more: Any) -> Any:
        """What the register answers; None when it refused, and then nothing has changed."""
        before = self._counts()
        try:
            return self.registers[role].write(job, *args, **more)
        except Refused:
            assert self._counts() == before
            return None

    def _counts(self) -> list[int]:
        counted = " UNION ALL ".join(f"SELECT count(*) FROM {table}" for table in COUNTED)
        counted += " UNION ALL SELECT coalesce(sum(last), 0) FROM code_counter"
        return [number for (number,) in self.db.conn.execute(counted)]

    # -- what officers do

    @initialize(target=dossiers, role=st.sampled_from(["reception", "administrator"]))
    def first(self, role: str) -> Any:
        return self._received(role, PEOPLE[0], PROCEDURES[0], None)

    @rule(
        target=dossiers,
        role=st.sampled_from(ROLES),
        person=st.sampled_from(PEOPLE),
        procedure=st.sampled_from(PROCEDURES),
    )
    def receive(self, role: str, person: tuple[str, str | None], procedure: dict[str, Any]) -> Any:
        return self._received(role, person, procedure, None)

    @rule(target=dossiers, draft=drafts, role=st.sampled_from(["reception", "administrator"]))
    def receive_a_parked_one(self, draft: str, role: str) -> Any:
        return self._received(role, PEOPLE[1], PROCEDURES[1], draft)

    def _received(self, role: str, person: tuple[str, str | None], procedure: dict[str, Any], draft: str | None) -> Any:
        applicant = {"name": person[0], "id_number": person[1]}
        intake = Intake.model_validate(procedure | {"applicant": applicant, "draft": draft})
        received = self.attempt(role, receive, intake)
        if received is None:
            return multiple()
        assert received.code not in self.codes
        self.codes.add(received.code)
        return received.dossier

    @rule(dossier=dossiers)
    def the_usual_next_step(self, dossier: str) -> None:
        """Whatever the register allows, the usual way to a result is open to the administrator."""
        state = read_state(self.db, dossier)
        usual = USUAL.get(state.status)
        if usual and not state.voided:
            officer = self.centre.officers["administrator"]
            given = Act.model_validate({"kind": usual, "to_officer": officer, "amount": 8_000, "recipient": {}})
            assert self.attempt("administrator", act, dossier, given)

    @rule(dossier=dossiers, chosen=st.data())
    def reception_works(self, dossier: str, chosen: st.DataObject) -> None:
        self._work("reception", dossier, chosen)

    @rule(dossier=dossiers, chosen=st.data())
    def specialist_works(self, dossier: str, chosen: st.DataObject) -> None:
        self._work("specialist", dossier, chosen)

    @rule(dossier=dossiers, chosen=st.data())
    def leader_works(self, dossier: str, chosen: st.DataObject) -> None:
        self._work("leader", dossier, chosen)

    @rule(dossier=dossiers, chosen=st.data())
    def administrator_works(self, dossier: str, chosen: st.DataObject) -> None:
        self._work("administrator", dossier, chosen)

    def _work(self, role: str, dossier: str, chosen: st.DataObject) -> None:
        """One of the steps that the screen offers this officer."""
        state = read_state(self.db, dossier)
        steps = offered(state.status, self.registers[role].officer.roles, voided=state.voided)
        if steps:
            self._step(role, dossier, chosen.draw(st.sampled_from([step.kind for step in steps])), chosen)

    @rule(dossier=dossiers, role=st.sampled_from(ROLES), kind=st.sampled_from(sorted(STEPS)), chosen=st.data())
    def somebody_tries_anything(self, dossier: str, role: str, kind: EventKind, chosen: st.DataObject) -> None:
        self._step(role, dossier, kind, chosen)

    def _step(self, role: str, dossier: str, kind: EventKind, chosen: st.DataObject) -> None:
        officers = [*self.centre.officers.values(), "nobody"]
        before = read_state(self.db, dossier)
        if self.attempt(role, act, dossier, chosen.draw(asked(kind, officers, self.clock.now))):
            assert before.status in STEPS[kind].sources
            assert not before.voided
            assert holds(self.registers[role].officer.roles, STEPS[kind].roles)

    @rule(dossier=dossiers, role=st.sampled_from(ROLES), name=st.sampled_from(PEOPLE), note=st.booleans())
    def correct(self, dossier: str, role: str, name: tuple[str, str | None], note: bool) -> None:
        field, new = ("note", "Đã gọi điện") if note else ("applicant_name", name[0])
        (old,) = self.db.conn.execute(f"SELECT {field} FROM dossier WHERE id = ?", (dossier,)).fetchone()
        self.attempt(role, correct, dossier, field, old, new, "Đọc sai dấu")

    @rule(dossier=dossiers, role=st.sampled_from(ROLES), why=WORDS)
    def take_back(self, dossier: str, role: str, why: str) -> None:
        self.attempt(role, take_back, dossier, why)

    @rule(dossier=dossiers, role=st.sampled_from(ROLES), why=WORDS)
    def void(self, dossier: str, role: str, why: str) -> None:
        self.attempt(role, void, dossier, why)

    @rule(target=drafts, role=st.sampled_from(["reception", "administrator"]), parked=st.booleans())
    def park(self, role: str, parked: bool) -> Any:
        return self.attempt(role, keep_draft, None, DraftForm.INTAKE, "Trần Thị Sen", {"name": "Sen"}, parked=parked)

    @rule(draft=consumes(drafts), role=st.sampled_from(["reception", "administrator"]))
    def discard(self, draft: str, role: str) -> None:
        self.attempt(role, discard_draft, draft)

    @rule(dossier=dossiers, role=st.sampled_from(ROLES), problem=st.sampled_from([None, "Hết giấy"]))
    def print_receipt(self, dossier: str, role: str, problem: str | None) -> None:
        job = self.attempt(role, ask_print, dossier, "01", "a5")
        self.attempt(role, note_print, job.id, problem)

    @rule(days=st.sampled_from([0, 0, 0, 1, 3, -1, -30]), hour=st.sampled_from([0, 8, 14, 15, 17]), seconds=SECONDS)
    def the_clock_is_another(self, days: int, hour: int, seconds: int) -> None:
        day = self.clock.now.replace(hour=hour, minute=0, second=0)
        self.clock.now = day + timedelta(days=days, seconds=seconds)

    # -- what is true afterwards

    def _states(self) -> dict[str, State]:
        return {key: read_state(self.db, key) for (key,) in self.db.conn.execute("SELECT id FROM dossier")}

    @invariant()
    def rows_of_the_list_say_what_the_events_add_up_to(self) -> None:
        columns = "dossier, status, voided, open, paused, holder, papers_with, offered_to, supplements, fee_paid"
        kept = {row[0]: row[1:] for row in self.db.conn.execute(f"SELECT {columns} FROM dossier_state")}
        assert kept == {
            key: (
                s.status,
                s.voided,
                s.open,
                s.paused,
                s.holder,
                s.papers_with,
                s.offered_to,
                s.supplements,
                s.fee_paid,
            )
            for key, s in self._states().items()
        }

    @invariant()
    def codes_are_never_used_twice(self) -> None:
        kept = [code for (code,) in self.db.conn.execute("SELECT code FROM dossier")]
        assert sorted(kept) == sorted(self.codes)
        assert equal_codes(self.db) == []

    @invariant()
    def home_counts_what_one_would_count_by_hand(self) -> None:
        register = self.registers["reception"]
        now, calendar, me = register.now(), register.calendar(), register.officer.id
        states = [state for state in self._states().values() if not state.voided]
        dues = [due_state(s.due_at, now, calendar, s.ended_at, paused=s.paused) for s in states if s.open]
        day = local(now).date()
        kept = today(self.db, me, now, calendar)
        assert kept.received == sum(s.received_at is not None and local(s.received_at).date() == day for s in states)
        assert kept.returned == sum(s.returned_at is not None and local(s.returned_at).date() == day for s in states)
        assert kept.open == sum(s.open for s in states)
        assert kept.ready == sum(s.status is Status.RESULT_READY for s in states)
        assert kept.waiting == sum(s.status in WITH_CITIZEN for s in states)
        assert kept.mine == sum(s.open and s.holder == me for s in states)
        assert kept.overdue == dues.count(DueState.OVERDUE)
        assert kept.due_soon == dues.count(DueState.DUE_SOON) + dues.count(DueState.DUE_TODAY)
        assert DossierList(DossierFilter(), now, calendar).count(self.db) == len(states)

    def teardown(self) -> None:
        try:
            self._what_is_derived_can_be_derived_again()
            self._rows_can_be_rebuilt_from_their_lines()
            for key in self._states():
                read_dossier(self.db, key)
        finally:
            self.centre.close()
            shutil.rmtree(self.top)

    def _what_is_derived_can_be_derived_again(self) -> None:
        db = self.registers["administrator"]._writing_db
        kept = _derived(db)
        try:
            with transaction(db):
                derive_everything(db)
                again = _derived(db)
                raise _OnlyTriedError
        except _OnlyTriedError:
            assert again == kept

    def _rows_can_be_rebuilt_from_their_lines(self) -> None:
        for table in JOURNALLED:
            columns = [column.name for column in shaping(self.db)[table].columns]
            rebuilt: dict[str, dict[str, Any]] = {}
            for row, scope, changes in self.db.conn.execute(
                "SELECT row, scope, changes FROM journal_line WHERE table_name = ? ORDER BY clock, number", (table,)
            ):
                rebuilt.setdefault(row, {"id": row, "scope": scope}).update(json.loads(changes))
            shipped = "WHERE shipped = 0" if table == "procedure" else ""
            kept = self.db.conn.execute(f"SELECT {', '.join(columns)} FROM {table} {shipped} ORDER BY id").fetchall()
            assert kept == [tuple(row.get(c) for c in columns) for _, row in sorted(rebuilt.items())]


class _OnlyTriedError(Exception):
    """Undoes a transaction that was only tried."""


def _derived(db: Database) -> list[Any]:
    """Every derived row by the key of what it comes from, and every word of the search texts with where it leads."""
    states = list(rows(db, "SELECT * FROM dossier_state ORDER BY dossier"))
    people = list(rows(db, "SELECT * FROM person_state ORDER BY person"))
    dossier_at = {row.pop("place"): row["dossier"] for row in states}
    person_at = {row.pop("place"): row["person"] for row in people}
    found: list[Any] = [states, people]
    for table, at in (("dossier_search", dossier_at), ("person_search", person_at)):
        db.conn.execute(f"CREATE VIRTUAL TABLE temp.words USING fts5vocab(main, {table}, instance)")
        found.append(sorted((word, at[place]) for word, place in db.conn.execute("SELECT term, doc FROM temp.words")))
        db.conn.execute("DROP TABLE temp.words")
    return found
