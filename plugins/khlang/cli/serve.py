"""`khlang serve`: a live preview on this machine."""

import datetime
import threading
from pathlib import Path

import click

from khlang.cli.options import as_of_option, root_option


@click.command("serve")
@as_of_option
@root_option
@click.option("--port", default=8000, show_default=True, help="พอร์ต (0 คือพอร์ตใดก็ได้ที่ว่าง)")
def command(as_of: datetime.date | None, root: Path, port: int) -> None:
    """เปิดเว็บบนเครื่องนี้ และเปลี่ยนหน้าที่เปิดอยู่เมื่อบันทึกไฟล์

    แสดงฉบับภายใน คือเรื่องทุกสถานะ เรื่องที่มีข้อผิดพลาดแสดงผลตรวจแทนหน้าของเรื่อง
    """
    from khlang.app import Workspace
    from khlang.cli.report import entries
    from khlang.model.diagnostic import Severity
    from khlang.site.opening import NotReady
    from khlang.site.preview import Preview
    from khlang.site.server import HOST, PreviewServer, watch
    from khlang.site.written import NotRendered

    def tell(workspace: Workspace, seconds: float) -> None:
        errors = [each for each in workspace.diagnostics if each.severity is Severity.ERROR]
        click.echo(entries(root, errors), nl=False)
        click.echo(f"พร้อมแล้วใน {seconds:.2f} วินาที ข้อผิดพลาด {len(errors)} จุด")

    preview = Preview(root, as_of=as_of)
    try:
        tell(*preview.load())  # before there are threads: a large archive is read by all cores
        server = PreviewServer(preview, port)
    except (NotReady, NotRendered) as fault:
        raise click.ClickException(str(fault) or "แก้ mkdocs.yml หรือหน้าที่เขียนด้วยมือก่อน") from fault
    except OSError as fault:
        raise click.ClickException(
            f"เปิดพอร์ต {port} ไม่ได้ อาจมีโปรแกรมอื่นใช้อยู่ ลองใส่ --port 8001"
        ) from fault
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(f"ดูเว็บที่ http://{HOST}:{server.server_port}/ (กด Ctrl+C เพื่อหยุด)")

    def changed() -> None:
        try:
            tell(*preview.load())
        except (NotReady, NotRendered) as fault:
            click.echo(str(fault), err=True)
        server.reload()

    site = Path(__file__).parents[1] / "site"
    try:
        watch(
            root,
            {"categories.yml", "targets.yml", "mkdocs.yml"},
            [root / "content", site / "templates", site / "assets"],
            changed,
        )
    except KeyboardInterrupt:
        server.shutdown()
