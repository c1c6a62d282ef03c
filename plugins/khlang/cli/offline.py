"""`khlang export offline`: the whole site as one zip that opens from a folder."""

import datetime
from pathlib import Path

import click

from khlang.cli.meter import Stages
from khlang.cli.options import told


def export(root: Path, target: Path, as_of: datetime.date | None) -> None:
    """Makes an edition of its own below `.khlang/`, of which the next export takes over what is the
    same, and packs it.
    """
    from khlang.cli.report import entries
    from khlang.publish import Editions
    from khlang.site import edition, offline
    from khlang.site.opening import NotReady

    site = root / ".khlang/offline"
    editions = Editions(site)
    with told(), Stages() as stages, editions.making() as making:
        try:
            new = edition.make(root, making, as_of=as_of, meter=stages)
        except NotReady as fault:
            click.echo(entries(root, fault.diagnostics), err=True, nl=False)
            raise click.ClickException(str(fault)) from fault
        editions.publish(making, new.files, new.put)
        stages("บีบอัด")
        try:
            count = offline.write(
                target, target.stem, new.files, lambda path: (site / path).read_bytes()
            )
            size = target.stat().st_size / 1_000_000
        except OSError as fault:
            raise click.ClickException(f"เขียนไฟล์ไม่ได้ ({fault.strerror or fault})") from fault
    click.echo(f"เขียนแล้ว: {target} ({count} ไฟล์ {size:.1f} MB) แตกไฟล์แล้วเปิด index.html")
