"""The group `communetui task`."""

from __future__ import annotations

from communetui.cli.lazy import group

task = group(
    "task",
    {
        "list": "communetui.cli.task_list:list_tasks",
        "show": "communetui.cli.task_show:show",
        "history": "communetui.cli.task_show:history",
        "add": "communetui.cli.task_add:add_task",
        "assign": "communetui.cli.task_act:assign",
        "progress": "communetui.cli.task_act:progress",
        "complete": "communetui.cli.task_act:complete",
        "reopen": "communetui.cli.task_act:reopen",
        "note": "communetui.cli.task_act:note",
        "attach": "communetui.cli.task_add:attach_file",
        "report": "communetui.cli.task_report:report_one",
        "reopen-period": "communetui.cli.task_report:reopen_one",
        "reports": "communetui.cli.task_report:list_asked",
        "extend": "communetui.cli.task_extend:extend",
        "decide": "communetui.cli.task_extend:decide",
        "answer": "communetui.cli.task_extend:answer_offer",
        "correct": "communetui.cli.task_mend:correct",
        "take-back": "communetui.cli.task_mend:take_back",
        "void": "communetui.cli.task_mend:void",
        "import": "communetui.cli.task_files:import_tasks",
        "export": "communetui.cli.task_files:export_tasks",
        "findings": "communetui.cli.task_list:list_findings",
    },
)
