"""Dossiers as files: books that offices keep in spreadsheets, exports of other systems; brought in and given out."""

from communedb.dossier_files.bringing import UNNAMED_SYSTEM, RejectedRows, Tally, bring_file
from communedb.dossier_files.columns import HEADINGS, Column
from communedb.dossier_files.export import export_dossiers
from communedb.dossier_files.match import parse_said, require_headings
from communedb.dossier_files.opening import DossierFile, open_dossiers

__all__ = [
    "HEADINGS",
    "UNNAMED_SYSTEM",
    "Column",
    "DossierFile",
    "RejectedRows",
    "Tally",
    "bring_file",
    "export_dossiers",
    "open_dossiers",
    "parse_said",
    "require_headings",
]
