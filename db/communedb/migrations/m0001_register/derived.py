"""What follows from the travelling tables, and can be made again from them."""

from __future__ import annotations

# The orders of the dossier list carry the columns that it is filtered by: see `stores.dossier_path`.
TABLES = """
CREATE TABLE conflict (
  row TEXT NOT NULL,
  column_name TEXT NOT NULL,
  table_name TEXT NOT NULL,
  scope TEXT NOT NULL,
  heads TEXT NOT NULL,
  PRIMARY KEY (row, column_name, table_name, scope)
) STRICT, WITHOUT ROWID;
CREATE TABLE dossier_state (
  place INTEGER PRIMARY KEY,
  dossier TEXT NOT NULL UNIQUE,
  code TEXT NOT NULL,
  status TEXT NOT NULL,
  voided INTEGER NOT NULL,
  open INTEGER NOT NULL,
  late INTEGER NOT NULL,
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
  papers_with TEXT NOT NULL,
  offered_to TEXT NOT NULL,
  channel TEXT NOT NULL,
  field TEXT NOT NULL,
  procedure_code TEXT NOT NULL,
  procedure_name TEXT NOT NULL,
  applicant_name TEXT NOT NULL,
  applicant_key TEXT NOT NULL,
  person TEXT,
  fee_due INTEGER,
  fee_paid INTEGER NOT NULL,
  fee_exempt INTEGER NOT NULL,
  mark TEXT NOT NULL,
  has_outside_code INTEGER NOT NULL,
  findings TEXT NOT NULL,
  search_digest INTEGER NOT NULL
) STRICT;
CREATE INDEX dossier_state_open_due ON dossier_state (due_at, place, paused, ended_at, status, holder, voided)
  WHERE open = 1;
CREATE INDEX dossier_state_offered_to ON dossier_state (offered_to) WHERE offered_to <> '';
CREATE INDEX dossier_state_returned_on ON dossier_state (returned_on) WHERE returned_on IS NOT NULL;
CREATE INDEX dossier_state_no_code ON dossier_state (
  received_at, place, voided, open, status, channel, field, procedure_code, holder
) WHERE has_outside_code = 0;
CREATE INDEX dossier_state_findings ON dossier_state (code, dossier) WHERE findings <> '[]' AND voided = 0;
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
CREATE TABLE task_state (
  task TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  code_key TEXT NOT NULL,
  voided INTEGER NOT NULL,
  percent INTEGER NOT NULL,
  started_on TEXT,
  completed_on TEXT,
  due_on TEXT,
  first_due_on TEXT,
  result TEXT,
  budget_disbursed INTEGER,
  responsible TEXT NOT NULL,
  extension TEXT NOT NULL,
  asked_due_on TEXT,
  asked_by TEXT NOT NULL,
  offered_due_on TEXT,
  extensions INTEGER NOT NULL,
  last_period TEXT,
  difficulty TEXT,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  search TEXT NOT NULL,
  findings TEXT NOT NULL
) STRICT;
CREATE INDEX task_state_code ON task_state (code_key);
CREATE INDEX task_state_open ON task_state (due_on) WHERE completed_on IS NULL AND voided = 0;
CREATE TABLE feedback_state (
  feedback TEXT PRIMARY KEY,
  code TEXT NOT NULL,
  status TEXT NOT NULL,
  voided INTEGER NOT NULL,
  open INTEGER NOT NULL,
  paused INTEGER NOT NULL,
  due_at TEXT,
  due_expected INTEGER NOT NULL,
  refuse_due_at TEXT,
  ask_due_at TEXT,
  handle_due_at TEXT,
  publish_due_at TEXT,
  holder TEXT NOT NULL,
  asked_at TEXT,
  refused_at TEXT,
  answered_at TEXT,
  published_at TEXT,
  resolved_at TEXT,
  closed_at TEXT,
  handled_at TEXT,
  escalated_to TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  search TEXT NOT NULL,
  findings TEXT NOT NULL
) STRICT;
CREATE INDEX feedback_state_open ON feedback_state (due_at) WHERE open = 1 AND voided = 0;
CREATE TABLE person_state (
  place INTEGER PRIMARY KEY,
  person TEXT NOT NULL UNIQUE
) STRICT;
CREATE VIRTUAL TABLE person_search USING fts5 (
  body, content='', contentless_delete=1, detail=none, prefix='1 2 3 4 5 6', tokenize="unicode61 remove_diacritics 0"
);
"""
