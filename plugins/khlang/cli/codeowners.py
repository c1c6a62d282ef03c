"""`khlang codeowners`: who may approve what, for GitHub and GitLab."""

from pathlib import Path

import click

from khlang.cli.options import check_option, root_option


@click.command("codeowners")
@check_option
@root_option
def command(check: bool, root: Path) -> None:
    """เขียนไฟล์ CODEOWNERS จาก administrators, review_group และ reviewers ใน targets.yml

    GitHub และ GitLab ใช้ไฟล์นี้ขอความเห็นชอบจากผู้มีหน้าที่ก่อนรวมงาน
    """
    from khlang.cli.data import read_data
    from khlang.cli.generated import keep
    from khlang.contribute.codeowners import PATH, codeowners

    corpus, _ = read_data(root)
    keep(root, {PATH: codeowners(corpus.targets)}, check=check, command="codeowners")
