"""Table files: CSV and XLSX read row by row and written whole; what the columns mean is not known here."""

from communedb.tables.cells import Cell, CellFault, Row, Table
from communedb.tables.headings import Headed, match_headings
from communedb.tables.reading import open_table
from communedb.tables.writing import Written, write_table

__all__ = ["Cell", "CellFault", "Headed", "Row", "Table", "Written", "match_headings", "open_table", "write_table"]
