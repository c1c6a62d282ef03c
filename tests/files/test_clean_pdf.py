"""PDF: what it does is refused, what it says about its makers is left out."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from khlang.files import jobs
from khlang.files.findings import Refused
from tests.archive import PDF
from tests.files import samples
from tests.files.samples import SECRET
from tests.files.search import holds


def _made(change: Callable[[pikepdf.Pdf], object], **options: object) -> bytes:
    """The plain page, changed."""
    with pikepdf.open(io.BytesIO(PDF)) as pdf:
        change(pdf)
        result = io.BytesIO()
        pdf.save(result, **options)
    return result.getvalue()


def _codes(data: bytes) -> list[str]:
    return [
        each.code.id
        for each in jobs.examine(data, ".pdf").findings
        if each.code.severity == "error"
    ]


def _copy(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(jobs.clean(data, ".pdf").data))


def _annotation(**keys: object) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        made = Dictionary(Type=Name.Annot, Rect=Array([0, 0, 9, 9]), **keys)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(made)])

    return change


def _root(**keys: object) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        for key, value in keys.items():
            pdf.Root[f"/{key}"] = value

    return change


def _action(kind: str, **keys: object) -> Dictionary:
    return Dictionary(S=Name(f"/{kind}"), **keys)


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["x.exe"] = b"MZ"


def _hidden_among_fonts(pdf: pikepdf.Pdf) -> None:
    """The catalogue's own actions are also, it says, a list of fonts."""
    actions = pdf.make_indirect(Dictionary(WC=_action("JavaScript", JS="app.alert(1)")))
    pdf.pages[0].obj.Resources.Font = actions
    pdf.Root.AA = actions


REFUSED: dict[str, Callable[[pikepdf.Pdf], object]] = {
    "a script at the start": _root(OpenAction=_action("JavaScript", JS="app.alert(1)")),
    "a script with a name": _root(
        Names=Dictionary(JavaScript=Dictionary(Names=Array(["x", _action("JavaScript", JS="1")])))
    ),
    "a script behind a link": _annotation(Subtype=Name.Link, A=_action("JavaScript", JS="1")),
    "a script behind another action": _annotation(
        Subtype=Name.Link, A=_action("GoTo", D="x", Next=Array([_action("JavaScript", JS="1")]))
    ),
    "a script when a page opens": lambda pdf: pdf.pages[0].obj.update(
        Dictionary(AA=Dictionary(O=_action("JavaScript", JS="1")))
    ),
    "a script among the fonts": _hidden_among_fonts,
    "a program behind a link": _annotation(Subtype=Name.Link, A=_action("Launch", F="calc.exe")),
    "a file inside": _attached,
    "a file pinned to a page": _annotation(Subtype=Name.FileAttachment),
    "a film": _annotation(Subtype=Name.RichMedia),
    "a form in XFA": _root(AcroForm=Dictionary(Fields=Array([]), XFA="<xdp/>")),
    "a portfolio": _root(Collection=Dictionary(View=Name.D)),
}


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_a_pdf_would_do_is_refused(name: str) -> None:
    """The contributor is told what it is, rather than that something is missing later."""
    made = _made(REFUSED[name])
    assert _codes(made) == ["KH-L022"]
    with pytest.raises(Refused):
        jobs.clean(made, ".pdf")


DROPPED: dict[str, Callable[[pikepdf.Pdf], object]] = {
    "the first view": _root(OpenAction=Array([0, Name.Fit])),
    "a link to a disk": _annotation(Subtype=Name.Link, A=_action("URI", URI=f"file:///{SECRET}")),
    "a form sent somewhere": _annotation(Subtype=Name.Link, A=_action("SubmitForm", F=SECRET)),
    "another file": _annotation(Subtype=Name.Link, A=_action("GoToR", F=SECRET)),
    "a highlighted passage": _annotation(Subtype=Name.Highlight, T=SECRET, Contents=SECRET),
    "who drew a line": _annotation(Subtype=Name.Line, T=SECRET, Contents=SECRET, NM=SECRET),
    "a signature": _root(
        AcroForm=Dictionary(
            Fields=Array([Dictionary(FT=Name.Sig, T="s", V=Dictionary(Name=SECRET))]), SigFlags=3
        )
    ),
    "private data of programs": _root(PieceInfo=Dictionary(X=SECRET)),
    "an empty list of files": _root(Names=Dictionary(EmbeddedFiles=Dictionary(Names=Array([])))),
}


@pytest.mark.parametrize("name", sorted(DROPPED))
def test_what_readers_do_not_need_is_left_out(name: str) -> None:
    copy = jobs.clean(_made(DROPPED[name]), ".pdf").data
    assert not holds(copy, SECRET)
    assert holds(copy, "How to read wind")


def test_a_comment_that_the_structure_knows_is_emptied() -> None:
    """A tagged PDF refers to a comment twice; unlinking it from the page would leave it in the file."""

    def change(pdf: pikepdf.Pdf) -> None:
        _annotation(Subtype=Name.Text, Contents=SECRET)(pdf)
        comment = pdf.pages[0].obj.Annots[0]
        reference = Dictionary(Type=Name.OBJR, Obj=comment)
        pdf.Root.StructTreeRoot = Dictionary(Type=Name.StructTreeRoot, K=reference)

    assert not holds(jobs.clean(_made(change), ".pdf").data, SECRET)


def test_links_headings_and_the_language_stay() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        _annotation(Subtype=Name.Link, A=_action("URI", URI="https://www.cdd.go.th/"))(pdf)
        pdf.Root.Lang = "th"
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("บทที่ 1", 0))

    with _copy(_made(change)) as copy:
        assert str(copy.pages[0].obj.Annots[0].A.URI) == "https://www.cdd.go.th/"
        assert str(copy.Root.Lang) == "th"
        with copy.open_outline() as outline:
            assert [item.title for item in outline.root] == ["บทที่ 1"]


def test_names_that_an_author_chose_are_no_keys() -> None:
    """A font may be called /AA, a picture /JS."""

    def change(pdf: pikepdf.Pdf) -> None:
        fonts = pdf.pages[0].obj.Resources.Font
        fonts.AA = fonts.JS = fonts.F1
        pdf.pages[0].contents_add(b"/AA 9 Tf /JS 9 Tf")

    made = _made(change)
    assert _codes(made) == []
    with _copy(made) as copy:
        assert {"/AA", "/JS", "/F1"} <= set(copy.pages[0].obj.Resources.Font.keys())


def _drawn(pdf: pikepdf.Pdf, content: bytes, **keys: object) -> pikepdf.Object:
    """A stream that draws, named where its page can find it."""
    box = Array([0, 0, 9, 9])
    return pdf.make_indirect(pdf.make_stream(content, BBox=box, **keys))


def _names_in_a_page(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(f"q % {SECRET}\n(50% off) Tj Q % {SECRET}".encode())


def _names_in_one_of_two_parts(pdf: pikepdf.Pdf) -> None:
    parts = [pdf.make_stream(b"q"), pdf.make_stream(f"(50% off) Tj % {SECRET}\nQ".encode())]
    pdf.pages[0].obj.Contents = Array([pdf.pages[0].obj.Contents, *parts])


def _names_in_a_form(pdf: pikepdf.Pdf) -> None:
    drawing = f"% {SECRET}\n(50% off) Tj".encode()
    form = _drawn(pdf, drawing, Type=Name.XObject, Subtype=Name.Form)
    pdf.pages[0].obj.Resources.XObject = Dictionary(F=form)
    pdf.pages[0].contents_add(b"/F Do")


def _names_in_a_pattern(pdf: pikepdf.Pdf) -> None:
    drawing = f"% {SECRET}\n(50% off) Tj".encode()
    pattern = _drawn(pdf, drawing, Type=Name.Pattern, PatternType=1, PaintType=1)
    pdf.pages[0].obj.Resources.Pattern = Dictionary(P=pattern)
    pdf.pages[0].contents_add(b"/Pattern cs /P scn")


def _names_in_a_letter(pdf: pikepdf.Pdf) -> None:
    letter = _drawn(pdf, f"9 0 d0 % {SECRET}\n(50% off) Tj".encode())
    font = Dictionary(Type=Name.Font, Subtype=Name.Type3, CharProcs=Dictionary(a=letter))
    pdf.pages[0].obj.Resources.Font.T3 = pdf.make_indirect(font)
    pdf.pages[0].contents_add(b"/T3 9 Tf")


@pytest.mark.parametrize(
    "change",
    [
        _names_in_a_page,
        _names_in_one_of_two_parts,
        _names_in_a_form,
        _names_in_a_pattern,
        _names_in_a_letter,
    ],
)
def test_comments_between_drawing_commands_are_left_out(
    change: Callable[[pikepdf.Pdf], object],
) -> None:
    """And nothing else is: a percent sign in a text is no comment."""
    copy = jobs.clean(_made(change), ".pdf").data
    assert not holds(copy, SECRET)
    assert holds(copy, "50% off")
    assert jobs.clean(copy, ".pdf").data == copy


def test_what_no_page_draws_is_left_out() -> None:
    """A form that was taken off a page stays among its resources."""

    def change(pdf: pikepdf.Pdf) -> None:
        form = _drawn(pdf, f"({SECRET}) Tj".encode(), Type=Name.XObject, Subtype=Name.Form)
        pdf.pages[0].obj.Resources.XObject = Dictionary(F=form)

    copy = jobs.clean(_made(change), ".pdf").data
    assert not holds(copy, SECRET)
    assert holds(copy, "How to read wind")


def test_neither_info_nor_former_versions_are_left() -> None:
    """An update is written behind the old file, which stays in it."""
    source = samples.pdf()
    with _copy(source) as copy:
        assert set(copy.trailer.keys()) <= {
            "/Root",
            "/ID",
            "/Size",
            "/Type",
            "/W",
            "/Length",
            "/Filter",
            "/DecodeParms",
            "/Index",
        }
        assert "/Metadata" not in copy.Root


def test_a_photograph_in_a_page_keeps_every_pixel() -> None:
    with pikepdf.open(io.BytesIO(samples.pdf())) as source, _copy(samples.pdf()) as copy:
        before = pikepdf.PdfImage(source.pages[0].Resources.XObject.Im1)
        after = pikepdf.PdfImage(copy.pages[0].Resources.XObject.Im1)
        assert after.as_pil_image().tobytes() == before.as_pil_image().tobytes()


@pytest.mark.parametrize("password", ["", "1234"])
def test_a_locked_pdf_is_refused(password: str) -> None:
    """Also one that opens, and forbids to copy."""
    locked = _made(lambda pdf: None, encryption=pikepdf.Encryption(owner="owner", user=password))
    assert _codes(locked) == ["KH-L024"]


def test_a_pdf_without_pages_or_without_end_is_damaged() -> None:
    empty = io.BytesIO()
    pikepdf.new().save(empty)
    assert _codes(empty.getvalue()) == ["KH-L020"]
    assert _codes(PDF.replace(b"%%EOF", b"")) == ["KH-L020"]
    assert _codes(b"%PDF-1.7\n%%EOF\n") == ["KH-L020"]
