"""Reports as files and on the command line: their words, tables, workbooks and pages."""
