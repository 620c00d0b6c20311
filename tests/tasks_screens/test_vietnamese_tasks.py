"""Nothing that the screens of tasks say in Vietnamese is English, and both languages say the same things."""

from __future__ import annotations

import re
from dataclasses import asdict, is_dataclass

import pytest
from tests.desk.reading import english

from communetui.strings import task as one_task
from communetui.strings import task_actions, task_forms, task_standing, tasks
from communetui.strings.language import Words

SAID = {
    f"{module.__name__.rpartition('.')[2]}.{name}": words
    for module in (one_task, task_actions, task_forms, task_standing, tasks)
    for name, words in vars(module).items()
    if isinstance(words, Words)
}


def texts(said, place=""):
    """Every text with its place."""
    if is_dataclass(said):
        said = asdict(said)
    if isinstance(said, dict):
        return {key: text for name, one in said.items() for key, text in texts(one, f"{place}.{name}").items()}
    return {place: said}


@pytest.mark.parametrize("name", SAID)
def test_given_texts_of_tasks_then_the_vietnamese_are_vietnamese_and_the_english_are_filled_from_the_same_facts(name):
    vietnamese, in_english = texts(SAID[name].vi), texts(SAID[name].en)

    assert {place: english(text) for place, text in vietnamese.items() if english(text)} == {}
    assert vietnamese.keys() == in_english.keys()
    for place, text in vietnamese.items():
        facts = [set(re.findall(r"\{(\w+)", one)) for one in (text, in_english[place])]
        assert facts[0] == facts[1], place
