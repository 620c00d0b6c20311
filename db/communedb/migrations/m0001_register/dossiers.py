"""Travelling tables of dossiers: each with its papers, events, codes, files and prints.

A `procedure_copy` is a version of a procedure as dossiers were received by it: named by its own content, written once,
never changed. Each dossier points at its own. The `subject` of an attachment is a dossier, a task or feedback.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE dossier (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  code TEXT NOT NULL,
  station TEXT NOT NULL,
  procedure TEXT,
  procedure_code TEXT NOT NULL,
  procedure_name TEXT NOT NULL,
  procedure_copy TEXT NOT NULL,
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
CREATE TABLE procedure_copy (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  body TEXT NOT NULL
) STRICT;
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
CREATE INDEX event_money ON event (officer, clock) WHERE kind IN ('fee_paid', 'fee_exempted', 'fee_refunded');
CREATE INDEX event_waiting ON event (dossier) WHERE kind IN ('supplement_requested', 'fee_requested', 'agency_asked');
CREATE INDEX event_undoing ON event (clock) WHERE kind IN ('taken_back', 'voided');
CREATE INDEX event_extended ON event (happened_at) WHERE kind = 'extended';
CREATE INDEX event_batch ON event (CASE WHEN json_valid(details) THEN details ->> 'batch' END)
  WHERE kind = 'handed_over';
CREATE TABLE attachment (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  subject TEXT NOT NULL,
  paper TEXT,
  kind TEXT NOT NULL,
  digest TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  active INTEGER NOT NULL
) STRICT;
CREATE INDEX attachment_subject ON attachment (subject);
CREATE INDEX attachment_digest ON attachment (digest);
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
  printer TEXT,
  problem TEXT
) STRICT;
CREATE INDEX print_dossier ON print (dossier);
CREATE INDEX print_waiting ON print (asked_at) WHERE state = 'waiting';
"""
