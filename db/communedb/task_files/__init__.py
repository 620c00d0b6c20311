"""Plans of tasks as files: spreadsheets as they come from above, brought in and given out."""
