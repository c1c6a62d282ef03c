"""What no reader of a PDF sees though it lies among what is drawn: comments between the operators, and
forms, pictures and fonts that no operator of their page asks for.
"""

from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name, Object, Stream

_COMMENT = b"%"


class _WithoutComments(pikepdf.TokenFilter):
    # The stubs give the token a default that no caller uses.
    def handle_token(self, token: pikepdf.Token) -> pikepdf.Token | None:  # type: ignore[override]
        return None if token.type_ == pikepdf.TokenType.comment else token


def tidy(pdf: pikepdf.Pdf) -> None:
    """Takes it out. What is drawn is the same to the byte, but for comments."""
    for page in pdf.pages:
        content = page.obj.get("/Contents")
        parts = [content] if isinstance(content, Stream) else content or []
        if any(isinstance(each, Stream) and _COMMENT in each.read_bytes() for each in parts):
            page.obj.Contents = pdf.make_stream(page.get_filtered_contents(_WithoutComments()))
    for drawing in list(_drawings(pdf)):
        if _COMMENT in drawing.read_bytes():
            page = pikepdf.Page(pdf.make_indirect(Dictionary(Type=Name.Page, Contents=drawing)))
            drawing.write(page.get_filtered_contents(_WithoutComments()))
    pdf.remove_unreferenced_resources()


def _drawings(pdf: pikepdf.Pdf) -> Iterator[Stream]:
    """Forms, patterns and the letters of drawn fonts: what draws besides the pages themselves."""
    for each in pdf.objects:
        if isinstance(each, Stream):
            if each.get("/Subtype") == Name.Form or each.get("/PatternType") == 1:
                yield each
        elif isinstance(each, Dictionary) and each.get("/Subtype") == Name.Type3:
            letters: Object = each.get("/CharProcs", Dictionary())
            yield from (letter for letter in letters.values() if isinstance(letter, Stream))
