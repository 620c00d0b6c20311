"""The group `communetui feedback`."""

from __future__ import annotations

from communetui.cli.lazy import group

feedback = group(
    "feedback",
    {
        "list": "communetui.cli.feedback_list:list_feedback",
        "show": "communetui.cli.feedback_show:show",
        "add": "communetui.cli.feedback_add:add",
        "act": "communetui.cli.feedback_act:act",
        "correct": "communetui.cli.feedback_act:correct",
        "take-back": "communetui.cli.feedback_act:take_back",
        "void": "communetui.cli.feedback_act:void",
        "attach": "communetui.cli.feedback_act:attach",
        "export": "communetui.cli.feedback_list:export",
    },
)
