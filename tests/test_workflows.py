"""The jobs of CI: who may write runs nothing that was contributed."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from khlang.export.report import MARK

WORKFLOWS = sorted((Path(__file__).parents[1] / ".github/workflows").glob("*.yml"))
READ = {"contents": "read"}


@pytest.fixture(params=WORKFLOWS, ids=lambda path: path.stem)
def workflow(request: pytest.FixtureRequest) -> Any:
    return yaml.safe_load(request.param.read_text("utf-8"))


def test_no_workflow_of_a_fork_gets_rights(workflow: Any) -> None:
    """None runs on `pull_request_target`, and none may write but in a job that says so."""
    triggers = workflow[True]  # YAML 1.1 reads `on` as true
    assert "pull_request_target" not in triggers
    assert workflow["permissions"] == READ


def test_the_comment_is_written_where_nothing_contributed_runs() -> None:
    """No step of another, no checkout, text in variables alone, one comment found by its mark."""
    check = yaml.safe_load((WORKFLOWS[0].parent / "check.yml").read_text("utf-8"))
    writing = {
        name: job for name, job in check["jobs"].items() if "write" in str(job.get("permissions"))
    }
    assert list(writing) == ["comment"]
    job = writing["comment"]
    assert job["permissions"] == {"pull-requests": "write"}
    assert "head.repo.full_name == github.repository" in job["if"]
    for step in job["steps"]:
        assert "uses" not in step
        assert "${{" not in step["run"]
        assert MARK in step["run"]
        assert "PATCH" in step["run"]
