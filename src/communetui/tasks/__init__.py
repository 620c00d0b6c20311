"""Parts of the screens of tasks: list, groups, board, what one task tells, and the forms of every step."""
