"""Every action has a key that reaches the app everywhere, and words in both languages."""

from __future__ import annotations

from collections import Counter

import pytest

from communetui.actions.keys import allowed, key_hint, key_label, markdown_table
from communetui.actions.registry import EVERYWHERE, action_modules, actions_in, actions_of
from communetui.strings.frame import key_docs
from communetui.strings.language import Language

MODULES = action_modules()


@pytest.mark.parametrize("module", MODULES)
def test_given_the_actions_of_a_screen_then_their_keys_work_in_every_terminal_and_none_is_taken_twice(module):
    actions = actions_of(module, everywhere=module not in {EVERYWHERE, "unlock"})
    keys = [key for action in actions for key in action.keys]

    assert all(action.keys for action in actions_in(module))
    assert [key for key in keys if not allowed(key)] == []
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert [id_ for id_, times in Counter(action.id for action in actions).items() if times > 1] == []


@pytest.mark.parametrize("module", MODULES)
def test_given_the_actions_of_a_screen_then_each_says_what_it_is_and_does_in_both_languages(module):
    for action in actions_in(module):
        for language in Language:
            text = action.text.said_in(language)
            assert 0 < len(text.name) <= 24, action.id
            assert text.help.endswith("."), action.id


@pytest.mark.parametrize("language", Language)
def test_given_the_registry_when_the_page_of_keys_is_made_then_every_action_stands_in_it(language):
    page = markdown_table(language)

    for module in MODULES:
        for action in actions_in(module):
            text = action.text.said_in(language)
            assert f"| {text.name} | {text.help} |" in page
    assert page.startswith(f"# {key_docs.said_in(language).title}\n")


@pytest.mark.parametrize(
    ("key", "fine"),
    [
        ("f2", True),
        ("ctrl+s", True),
        ("escape", True),
        ("ctrl+h", False),
        ("ctrl+i", False),
        ("ctrl+j", False),
        ("ctrl+m", False),
        ("ctrl+c", False),
        ("alt+x", False),
        ("ctrl+shift+s", False),
        ("f13", False),
        ("x", False),
    ],
)
def test_given_a_key_when_it_is_asked_for_then_only_those_that_arrive_everywhere_may_be_bound(key, fine):
    assert allowed(key) is fine


def test_given_a_key_when_it_is_written_then_it_reads_as_on_the_keyboard():
    assert (key_label("ctrl+s"), key_hint("ctrl+s"), key_label("f2"), key_label("escape")) == (
        "Ctrl+S",
        "^S",
        "F2",
        "Esc",
    )


def test_given_a_screen_with_a_key_of_its_own_then_it_hides_the_one_that_works_everywhere():
    unlock = actions_of("unlock")

    assert [action.id for action in unlock if "ctrl+q" in action.keys] == ["leave"]
