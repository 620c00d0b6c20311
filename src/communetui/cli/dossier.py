"""The group `communetui dossier`."""

from __future__ import annotations

from communetui.cli.lazy import group

dossier = group(
    "dossier",
    {
        "list": "communetui.cli.dossier_list:list_dossiers",
        "search": "communetui.cli.dossier_list:search",
        "show": "communetui.cli.dossier_show:show",
        "history": "communetui.cli.dossier_show:history",
        "receive": "communetui.cli.dossier_receive:receive_dossiers",
        "act": "communetui.cli.dossier_act:act_on_dossiers",
        "correct": "communetui.cli.dossier_mend:correct_dossier",
        "take-back": "communetui.cli.dossier_mend:take_back_step",
        "void": "communetui.cli.dossier_mend:void_dossier",
        "match": "communetui.cli.dossier_mend:match",
        "attach": "communetui.cli.dossier_attach:attach_file",
        "print": "communetui.cli.dossier_print:print_form",
    },
)
