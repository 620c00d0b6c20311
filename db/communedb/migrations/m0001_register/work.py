"""Travelling tables of the commune's other work: tasks, feedback, notices, support, and the reports that were sent.

Status, due date and progress of a task or of feedback follow from its events, as those of a dossier do.
"""

from __future__ import annotations

TABLES = """
CREATE TABLE task (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  document_number TEXT,
  document_on TEXT,
  block TEXT NOT NULL,
  level TEXT NOT NULL,
  lead_unit TEXT NOT NULL,
  coordinating TEXT NOT NULL,
  responsible_name TEXT,
  followers TEXT NOT NULL,
  parent TEXT,
  start_on TEXT,
  expected TEXT,
  reports TEXT NOT NULL,
  budget_assigned INTEGER,
  note TEXT,
  station TEXT NOT NULL,
  entered_at TEXT NOT NULL
) STRICT;
CREATE INDEX task_code ON task (code);
CREATE INDEX task_parent ON task (parent) WHERE parent IS NOT NULL;
CREATE TABLE task_event (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  task TEXT NOT NULL,
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
  due_on TEXT,
  period TEXT,
  takes_back TEXT,
  details TEXT NOT NULL
) STRICT;
CREATE INDEX task_event_task ON task_event (task);
CREATE INDEX task_event_period ON task_event (period, task, kind, entered_at) WHERE period IS NOT NULL;
CREATE TABLE feedback (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  code TEXT NOT NULL,
  category TEXT NOT NULL,
  kind TEXT NOT NULL,
  topic TEXT NOT NULL,
  source TEXT NOT NULL,
  content TEXT NOT NULL,
  anonymous INTEGER NOT NULL,
  sender_name TEXT,
  sender_phone TEXT,
  sender_email TEXT,
  sender_address TEXT,
  subject_kind TEXT NOT NULL,
  subject TEXT,
  level TEXT NOT NULL,
  escalated_from TEXT,
  station TEXT NOT NULL,
  received_at TEXT NOT NULL,
  received_on TEXT NOT NULL
) STRICT;
CREATE INDEX feedback_code ON feedback (code);
CREATE INDEX feedback_subject ON feedback (subject) WHERE subject IS NOT NULL;
CREATE TABLE feedback_event (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  feedback TEXT NOT NULL,
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
  due_at TEXT,
  due_expected INTEGER,
  takes_back TEXT,
  details TEXT NOT NULL
) STRICT;
CREATE INDEX feedback_event_feedback ON feedback_event (feedback);
CREATE TABLE notice (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  issued_by TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  due_on TEXT,
  station TEXT NOT NULL,
  officer TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  active INTEGER NOT NULL,
  withdrawn_reason TEXT
) STRICT;
CREATE TABLE notice_read (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  notice TEXT NOT NULL,
  officer TEXT NOT NULL,
  station TEXT NOT NULL,
  read_at TEXT NOT NULL
) STRICT;
CREATE INDEX notice_read_notice ON notice_read (notice);
CREATE TABLE support (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  helped_on TEXT NOT NULL,
  kind TEXT NOT NULL,
  people INTEGER NOT NULL,
  procedure_code TEXT,
  procedure_name TEXT,
  filed_online INTEGER NOT NULL,
  place TEXT,
  helper TEXT NOT NULL,
  note TEXT,
  station TEXT NOT NULL,
  officer TEXT NOT NULL,
  entered_at TEXT NOT NULL,
  active INTEGER NOT NULL,
  void_reason TEXT
) STRICT;
CREATE INDEX support_helped_on ON support (helped_on);
CREATE TABLE sent_report (
  id TEXT PRIMARY KEY, scope TEXT NOT NULL,
  report TEXT NOT NULL,
  first_on TEXT NOT NULL,
  last_on TEXT NOT NULL,
  period TEXT NOT NULL,
  figures TEXT NOT NULL,
  note TEXT,
  station TEXT NOT NULL,
  officer TEXT NOT NULL,
  sent_at TEXT NOT NULL
) STRICT;
CREATE INDEX sent_report_period ON sent_report (report, last_on);
"""
