"""Travelling tables of the office: officers, stations, settings, calendar, catalogue, people."""

from __future__ import annotations

TABLES = """
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
