"""What the documentation says is so: its links lead somewhere, its keys are the app's, its commands exist."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner
from docs.journeys import JOURNEYS
from docs.shots import SHOTS, keys_page

from communetui.cli.root import root

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))

_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_BLOCK = re.compile(r"^```\w*\n(.*?)^```", re.M | re.S)


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def anchors(page: Path) -> set[str]:
    """The anchors that the headings of a page make."""
    heads = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_of_a_page_leads_to_a_file_or_heading(page):
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        if re.match(r"\w+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        assert target.exists(), f"{name_of(page)}: {link}"
        assert not anchor or anchor in anchors(target), f"{name_of(page)}: {link}"


def test_the_page_of_keys_is_what_the_registry_says_now():
    kept = (ROOT / "docs" / "keys.md").read_text(encoding="utf-8")
    assert kept == keys_page(), "make shots writes it again"


def test_every_picture_of_the_journeys_is_there_and_fetches_nothing():
    drawn = {path.name.partition("-80x24")[0] for path in SHOTS.glob("*-80x24.svg")}
    assert drawn == {name for journey in JOURNEYS for name in journey.pictures()}
    for path in SHOTS.glob("*.svg"):
        svg = path.read_text(encoding="utf-8")
        assert len(svg) < 60_000, path.name
        assert not re.search(r"@font-face|url\(|href|<image", svg), path.name
        assert set(re.findall(r"https?://[^\"'<\s]+", svg)) == {"http://www.w3.org/2000/svg"}, path.name


def commands() -> list[str]:
    """Every communetui command in a code block or in code of README and the guide."""
    found = []
    for page in (ROOT / "README.md", ROOT / "docs" / "huong-dan.md"):
        text = page.read_text(encoding="utf-8")
        lines = [line for block in _BLOCK.findall(text) for line in block.splitlines()]
        lines += re.findall(r"`(communetui [^`]+)`", text)
        found += [line.partition(" #")[0].strip() for line in lines if line.startswith("communetui ")]
    return sorted(set(found))


@pytest.mark.parametrize("command", commands())
def test_every_command_that_is_shown_is_understood(command):
    """Help is asked for behind it: a command or an option that does not exist is a fault before that."""
    told = CliRunner().invoke(root, [*shlex.split(command)[1:], "--help"])
    assert told.exit_code == 0, told.output
