"""The first shape of the register: what people enter, the journal, and what is derived from both.

Travelling tables: text and integer columns only; the only UNIQUE is the key; a CHECK speaks of one column. Derived and
station tables have no triggers and do not travel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from communedb.journal.triggers import journal_table, seal

if TYPE_CHECKING:
    from sqlite_utils import Database

register = Migrations("communedb")

_JOURNAL = """
CREATE TABLE journal_vector (
  id INTEGER PRIMARY KEY,
  heads TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE journal_line (
  replica TEXT NOT NULL,
  scope TEXT NOT NULL,
  number INTEGER NOT NULL,
  clock INTEGER NOT NULL,
  officer TEXT NOT NULL,
  table_name TEXT NOT NULL,
  row TEXT NOT NULL,
  changes TEXT NOT NULL,
  seen INTEGER NOT NULL,
  vector INTEGER NOT NULL REFERENCES journal_vector (id),
  PRIMARY KEY (replica, scope, number)
) STRICT;
CREATE INDEX journal_line_row ON journal_line (row);
CREATE TABLE journal_pen (
  scope TEXT PRIMARY KEY,
  replica TEXT NOT NULL,
  number INTEGER NOT NULL,
  last_clock INTEGER NOT NULL,
  current_vector INTEGER NOT NULL REFERENCES journal_vector (id),
  clock INTEGER,
  officer TEXT,
  seen INTEGER,
  vector INTEGER
) STRICT;
"""

_OFFICE = """
CREATE TABLE officer (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  name TEXT NOT NULL,
  roles TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT;
CREATE TABLE station (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  unit TEXT NOT NULL,
  number INTEGER NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE TABLE setting (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  name TEXT NOT NULL,
  value TEXT
) STRICT;
CREATE TABLE calendar_day (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  day TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  announced INTEGER NOT NULL,
  source TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT;
CREATE TABLE procedure (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  code TEXT NOT NULL,
  version TEXT NOT NULL,
  name_vi TEXT NOT NULL,
  field TEXT NOT NULL,
  body TEXT NOT NULL,
  valid_from TEXT,
  valid_to TEXT,
  shipped INTEGER NOT NULL
) STRICT;
CREATE INDEX procedure_code ON procedure (code);
CREATE TABLE person (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  sex TEXT,
  birth TEXT,
  id_number TEXT,
  old_id_number TEXT,
  phone TEXT,
  email TEXT,
  unit TEXT,
  address TEXT
) STRICT;
CREATE INDEX person_id_number ON person (id_number);
CREATE INDEX person_old_id_number ON person (old_id_number) WHERE old_id_number IS NOT NULL;
"""

_DOSSIERS = """
CREATE TABLE dossier (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  code TEXT NOT NULL,
  station TEXT NOT NULL,
  procedure TEXT,
  procedure_code TEXT NOT NULL,
  procedure_name TEXT NOT NULL,
  procedure_body TEXT NOT NULL,
  field TEXT NOT NULL,
  time_limit TEXT,
  content TEXT NOT NULL,
  person TEXT,
  applicant_kind TEXT NOT NULL,
  applicant_name TEXT NOT NULL,
  applicant_sex TEXT,
  applicant_birth TEXT,
  applicant_id_number TEXT,
  applicant_old_id_number TEXT,
  applicant_phone TEXT,
  applicant_email TEXT,
  applicant_unit TEXT,
  applicant_address TEXT,
  submitter_name TEXT,
  submitter_id_number TEXT,
  submitter_phone TEXT,
  submitter_relation TEXT,
  channel TEXT NOT NULL,
  sets INTEGER NOT NULL,
  reception_place TEXT NOT NULL,
  official_place TEXT NOT NULL,
  competent_agency TEXT NOT NULL,
  return_method TEXT NOT NULL,
  fee_amount INTEGER,
  fee_body TEXT NOT NULL,
  unchecked TEXT,
  note TEXT,
  received_at TEXT NOT NULL,
  received_on TEXT NOT NULL
) STRICT;
CREATE INDEX dossier_code ON dossier (code);
CREATE INDEX dossier_applicant ON dossier (applicant_id_number);
CREATE TABLE outside_code (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  dossier TEXT NOT NULL,
  system TEXT NOT NULL,
  code TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT;
CREATE INDEX outside_code_dossier ON outside_code (dossier);
CREATE INDEX outside_code_code ON outside_code (code);
CREATE TABLE paper (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  dossier TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  copy_kind TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  condition TEXT,
  note TEXT
) STRICT;
CREATE INDEX paper_dossier ON paper (dossier);
CREATE TABLE event (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  dossier TEXT NOT NULL,
  kind TEXT NOT NULL,
  clock INTEGER NOT NULL,
  place INTEGER NOT NULL,
  happened_at TEXT NOT NULL,
  happened_on TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  station TEXT NOT NULL,
  officer TEXT NOT NULL,
  to_officer TEXT,
  reason TEXT,
  form TEXT,
  due_at TEXT,
  due_expected INTEGER,
  takes_back TEXT,
  details TEXT NOT NULL
) STRICT;
CREATE INDEX event_dossier ON event (dossier);
CREATE TABLE attachment (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  dossier TEXT NOT NULL,
  paper TEXT,
  kind TEXT NOT NULL,
  digest TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_dossier ON attachment (dossier);
CREATE TABLE print (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  dossier TEXT NOT NULL,
  form TEXT NOT NULL,
  event TEXT,
  number INTEGER NOT NULL,
  replaces INTEGER,
  officer TEXT NOT NULL,
  asked_at TEXT NOT NULL,
  printed_at TEXT,
  state TEXT NOT NULL,
  paper_size TEXT NOT NULL,
  problem TEXT
) STRICT;
CREATE INDEX print_dossier ON print (dossier);
"""

# What this station alone keeps: how it is installed, its counters, and what officers have half done.
_STATION = """
CREATE TABLE installation (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  register TEXT NOT NULL,
  replica TEXT NOT NULL,
  station TEXT NOT NULL,
  station_number INTEGER NOT NULL,
  unit TEXT NOT NULL,
  attachment_identity TEXT NOT NULL,
  attachment_secret TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;
CREATE TABLE unit (
  code TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  province TEXT NOT NULL,
  province_name TEXT NOT NULL
) STRICT;
CREATE TABLE holiday (
  day TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  announced INTEGER NOT NULL,
  source TEXT NOT NULL
) STRICT;
CREATE TABLE code_counter (
  period TEXT PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;
CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  officer TEXT NOT NULL,
  label TEXT NOT NULL,
  body TEXT NOT NULL,
  parked INTEGER NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX draft_officer ON draft (officer, saved_at);
CREATE TABLE saved_filter (
  officer TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (officer, name)
) STRICT;
CREATE TABLE station_setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
CREATE TABLE last_seen (
  officer TEXT PRIMARY KEY,
  at TEXT NOT NULL
) STRICT;
"""

# The orders of the dossier list carry the columns that it is filtered by: see `stores.dossier_path`.
_DERIVED = """
CREATE TABLE dossier_state (
  place INTEGER PRIMARY KEY,
  dossier TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  status TEXT NOT NULL,
  voided INTEGER NOT NULL,
  open INTEGER NOT NULL,
  paused INTEGER NOT NULL,
  received_at TEXT NOT NULL,
  received_on TEXT NOT NULL,
  due_at TEXT,
  due_order TEXT NOT NULL,
  due_expected INTEGER NOT NULL,
  ended_at TEXT,
  returned_on TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  supplements INTEGER NOT NULL,
  holder TEXT NOT NULL,
  channel TEXT NOT NULL,
  field TEXT NOT NULL,
  procedure_code TEXT NOT NULL,
  procedure_name TEXT NOT NULL,
  applicant_name TEXT NOT NULL,
  applicant_key TEXT NOT NULL,
  person TEXT,
  fee_due INTEGER,
  fee_paid INTEGER NOT NULL,
  findings TEXT NOT NULL,
  search_digest INTEGER NOT NULL
) STRICT;
CREATE INDEX dossier_state_open_due ON dossier_state (due_at, place, paused, ended_at, status, holder, voided)
  WHERE open = 1;
CREATE INDEX dossier_state_returned_on ON dossier_state (returned_on) WHERE returned_on IS NOT NULL;
CREATE INDEX dossier_state_person ON dossier_state (person);
CREATE INDEX dossier_state_procedure ON dossier_state (procedure_code, received_at, place, voided);
CREATE INDEX dossier_state_holder ON dossier_state (holder, received_at, place, voided, open);
CREATE INDEX dossier_state_status ON dossier_state (status, received_at, place, voided);
CREATE INDEX dossier_state_field ON dossier_state (field, received_at, place, voided);
CREATE INDEX dossier_state_received ON dossier_state (
  received_at, place, voided, open, status, channel, field, procedure_code
);
CREATE INDEX dossier_state_due ON dossier_state (
  due_order, place, voided, open, status, channel, field, procedure_code, received_at
);
CREATE INDEX dossier_state_code ON dossier_state (
  code, place, voided, open, status, channel, field, procedure_code, received_at
);
CREATE INDEX dossier_state_name ON dossier_state (
  applicant_key, place, voided, open, status, channel, field, procedure_code, received_at
);
CREATE INDEX dossier_state_changed ON dossier_state (
  changed_at, place, voided, open, status, channel, field, procedure_code, received_at, changed_by
);
CREATE VIRTUAL TABLE dossier_search USING fts5 (
  body, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0"
);
CREATE TABLE person_state (
  place INTEGER PRIMARY KEY,
  person TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE person_search USING fts5 (
  body, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0"
);
"""

_GROWING = {"event"}
_JOURNALLED = (
    "officer", "station", "setting", "calendar_day", "procedure", "person", "dossier", "outside_code", "paper", "event",
    "attachment", "print",
)  # fmt: skip


@register()
def m0001_register(db: Database) -> None:
    """The tables of issue 2: office, catalogue, people, dossiers, journal, and what is derived."""
    for part in (_JOURNAL, _OFFICE, _DOSSIERS, _STATION, _DERIVED):
        db.executescript(part)
    for table in _JOURNALLED:
        journal_table(db, table, append_only=table in _GROWING, skip_shipped=table == "procedure")
    seal(db, "journal_line")
    seal(db, "journal_vector")
