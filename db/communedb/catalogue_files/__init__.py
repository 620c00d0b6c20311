"""The catalogue as files that an office edits in a spreadsheet: read, compared, planned, written, given out again."""

from communedb.catalogue_files.apply import apply_plan
from communedb.catalogue_files.columns import Column
from communedb.catalogue_files.compare import FieldChange
from communedb.catalogue_files.export import export_catalogue
from communedb.catalogue_files.plan import ChangeKind, Plan, PlannedChange, read_plan
from communedb.tables.rejected import RejectedRow, rejected_file, write_rejected

__all__ = [
    "ChangeKind",
    "Column",
    "FieldChange",
    "Plan",
    "PlannedChange",
    "RejectedRow",
    "apply_plan",
    "export_catalogue",
    "read_plan",
    "rejected_file",
    "write_rejected",
]
