"""The link to the place where a text is edited, as mkdocs.yml says; none where it says nothing."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from khlang.site.plugin import KhlangPlugin

REPOSITORY = "repo_url: https://github.com/office/archive\n"


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ("", ""),
        (REPOSITORY, ""),
        (
            f"{REPOSITORY}edit_uri: edit/main/content/\n",
            "https://github.com/office/archive/edit/main/content/{path}",
        ),
        (
            f"{REPOSITORY}edit_uri: blob/main/content\n",
            "https://github.com/office/archive/blob/main/content/{path}",
        ),
        (
            f'{REPOSITORY}edit_uri_template: "-/edit/main/content/{{path_noext}}.md"\n',
            "https://github.com/office/archive/-/edit/main/content/{path}",
        ),
        (
            'edit_uri_template: "https://desk.example/?file={path!q}"\n',
            "https://desk.example/?file={path}",
        ),
    ],
)
def test_where_a_text_is_edited(tmp_path: Path, settings: str, url: str) -> None:
    """Only what mkdocs.yml says itself counts: MkDocs would guess a branch and a folder."""
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(f"site_name: x\nplugins: [khlang]\n{settings}", "utf-8")
    config = load_config(str(tmp_path / "mkdocs.yml"))
    plugin = KhlangPlugin()
    plugin.load_config({})
    assert plugin.presentation(config).edit_url == url
