"""Takes out of a PDF what acts and what tells: one walk over all that its catalogue leads to."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Stream, String

from khlang.files import parts
from khlang.files.findings import Finding, Refused
from khlang.files.formats import jpeg
from khlang.files.parts import Part
from khlang.model.codes import links as codes

_REFUSED_KEYS = {
    "/JS": parts.SCRIPT,
    "/JavaScript": parts.SCRIPT,
    "/EmbeddedFiles": parts.EMBEDDED,
    "/EF": parts.EMBEDDED,
    "/Collection": parts.EMBEDDED,
    "/XFA": parts.XFA,
    "/Renditions": parts.MULTIMEDIA,
    "/RichMediaContent": parts.MULTIMEDIA,
}
_REFUSED_ACTIONS = {
    "/JavaScript": parts.SCRIPT,
    "/Launch": parts.LAUNCH,
    "/GoToE": parts.EMBEDDED,
    "/Rendition": parts.MULTIMEDIA,
    "/RichMediaExecute": parts.MULTIMEDIA,
    "/Movie": parts.MULTIMEDIA,
    "/Sound": parts.MULTIMEDIA,
}
_REFUSED_ANNOTATIONS = {
    "/FileAttachment": parts.EMBEDDED,
    "/RichMedia": parts.MULTIMEDIA,
    "/Screen": parts.MULTIMEDIA,
    "/Movie": parts.MULTIMEDIA,
    "/Sound": parts.MULTIMEDIA,
    "/3D": parts.MULTIMEDIA,
}
_DROPPED_KEYS = {
    *("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/SpiderInfo", "/CreatorInfo"),
    *("/AA", "/OpenAction", "/AF", "/PA", "/Perms", "/DSS", "/Legal", "/Threads", "/Extensions"),
    *("/URLS", "/IDS", "/AlternatePresentations", "/Requirements", "/OPI", "/Ref", "/SigFlags"),
}
_WATCHED = {*_REFUSED_KEYS, *_DROPPED_KEYS, "/A", "/Next", "/V"}
_STREAM_KEYS = {"/F", "/FFilter", "/FDecodeParms"}  # content that lies in another file
_ACTIONS = {"/GoTo", "/URI", "/Named", "/SetOCGState"}
_SCHEMES = ("http://", "https://", "mailto:", "#")
_ANNOTATIONS = {
    *("/Link", "/Widget", "/FreeText", "/Line", "/Square", "/Circle", "/Polygon", "/PolyLine"),
    *("/Ink", "/Stamp", "/Watermark"),
}
_REVIEW_KEYS = (
    "/T",
    "/M",
    "/CreationDate",
    "/NM",
    "/RC",
    "/Subj",
    "/Popup",
    "/IRT",
    "/RT",
    "/State",
)
_NAMES = {"/Dests", "/AP"}  # name trees that stay
# Dictionaries whose keys are names that an author chose, not words of the format.
_MAPS = {"/RoleMap", "/ClassMap", "/RoleMapNS", "/CharProcs", "/Dests", "/Colorants"}
_HOLDERS_OF_MAPS = {"/Resources", "/AP", "/DR"}
_LONGEST = 1_000  # characters of a string
_SHORTEST = 5
_MOST_WORDS = 5_000
_PLAIN, _MAP, _ANNOTATION = "plain", "map", "annotation"


class Purge:
    """Goes through everything that a reader of the file can reach, and takes out of it.

    An object is met once in each role that it has: nothing hides by being a page here and a
    list of fonts there. `refused` are findings by part, `metadata` what was found in comments,
    `words` the strings that stay and are no text of a page, such as bookmarks and values of forms.
    """

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self.refused: dict[Part, Finding] = {}
        self.metadata: list[tuple[str, str]] = []
        self.words: dict[str, None] = {}
        self._seen: set[tuple[int, int, str]] = set()
        names = pdf.Root.get("/Names")
        waiting: list[tuple[Object, str, str]] = [(pdf.Root, "", _PLAIN)]
        while waiting:
            waiting.extend(self._visit(*waiting.pop()))
        if isinstance(names, Dictionary):
            for key in set(names.keys()) - _NAMES:
                del names[key]
        for key in set(pdf.trailer.keys()) - {"/Root"}:
            del pdf.trailer[key]
        pdf.trailer["/Size"] = 1  # qpdf writes the true number, but only where there is one

    def _visit(self, each: Object, key: str, role: str) -> Iterator[tuple[Object, str, str]]:
        """Cleans one object that stands under a key, and tells what stands in it."""
        if each.is_indirect:
            if (*each.objgen, role) in self._seen:
                return
            self._seen.add((*each.objgen, role))
        if isinstance(each, Array):
            for item in each:
                self._keep(item)
                if isinstance(item, Dictionary | Stream | Array):
                    yield item, key, _PLAIN if role is _MAP else role
            return
        if role is _ANNOTATION:
            self._clean_annotation(each)
        if isinstance(each, Stream):
            _clean_stream(each)
        for name, value in each.items():
            if role is not _MAP and name in _WATCHED and self._takes_out(each, name, value):
                continue
            self._keep(value)
            if isinstance(value, Dictionary | Stream | Array):
                yield value, name, _role(name, value, key, role)

    def _keep(self, value: object) -> None:
        """Strings with room for a word or a number, however many a file repeats."""
        if isinstance(value, String) and len(self.words) < _MOST_WORDS:
            words = str(value)[:_LONGEST]
            if len(words) >= _SHORTEST:
                self.words[words] = None

    def _takes_out(self, each: Object, name: str, value: Object) -> bool:
        """Takes a key out of a dictionary, if it must not be there."""
        if name in _REFUSED_KEYS and not _is_empty(value):
            self._refuse(_REFUSED_KEYS[name], name)
        if name in ("/A", "/Next"):
            goes = self._is_refused_action(value, name)
        elif name == "/V":
            goes = each.get("/FT") == Name.Sig
        else:
            self._refuse_actions(value, name)
            goes = True
        if goes:
            del each[name]
        return goes

    def _clean_annotation(self, each: Object) -> None:
        """Comments are emptied, not only unlinked: the structure of the document knows them, too."""
        kind = str(each.get("/Subtype"))
        if kind in _REFUSED_ANNOTATIONS:
            self._refuse(_REFUSED_ANNOTATIONS[kind], kind)
        comment = kind != "/FreeText" and kind not in ("/Link", "/Widget")
        for name in ("/T", "/Contents"):
            if kind != "/Widget" and (comment or name == "/T") and each.get(name):
                self.metadata.append(("comment", str(each.get(name))[:1_000]))
        dropped = (*_REVIEW_KEYS, *(("/Contents",) if comment else ()))
        if kind not in _ANNOTATIONS:
            dropped = tuple(each.keys())
        elif kind == "/Widget":
            dropped = ("/M", "/NM")
        for name in dropped:
            if name in each:
                del each[name]

    def _is_refused_action(self, action: Object, key: str) -> bool:
        """Whether this is an action, and not one that only goes somewhere."""
        if isinstance(action, Array):
            for item in action:
                self._refuse_actions(item, key)
            return key == "/Next"
        if not isinstance(action, Dictionary) or not isinstance(action.get("/S"), Name):
            return False
        self._refuse_actions(action, key)
        address = str(action.get("/URI", "#")).strip().casefold()
        return str(action.get("/S")) not in _ACTIONS or not address.startswith(_SCHEMES)

    def _refuse_actions(self, action: object, where: str) -> None:
        """Names a refused action under a key, also where the key goes in any case."""
        if not isinstance(action, Dictionary):
            return
        inner = [each for each in action.values() if isinstance(each, Dictionary)]
        kinds = [each.get("/S") for each in (action, *inner)]
        for kind in map(str, kinds):
            if kind in _REFUSED_ACTIONS:
                self._refuse(_REFUSED_ACTIONS[kind], where)

    def _refuse(self, part: Part, where: str) -> None:
        self.refused.setdefault(part, part.finding(codes.ATTACHMENT_ACTIVE, where=where))


def _role(name: str, value: Object, key: str, role: str) -> str:
    """What the value of a name is: a page's annotation, names of an author's choice, or neither."""
    if role is _MAP or isinstance(value, Stream):
        return _PLAIN
    if name == "/Annots":
        return _ANNOTATION
    return _MAP if name in _MAPS or key in _HOLDERS_OF_MAPS else _PLAIN


def _is_empty(value: object) -> bool:
    """A name tree that some programs write without a name in it."""
    if not isinstance(value, Dictionary) or isinstance(value, Stream):
        return False
    inner = [value.get(key) for key in ("/Names", "/Kids")]
    return set(value.keys()) <= {"/Names", "/Kids"} and all(
        each is None or (isinstance(each, Array) and len(each) == 0) for each in inner
    )


def _clean_stream(stream: Stream) -> None:
    """Content is in this file, and a photograph in it has no data of its camera."""
    for key in _STREAM_KEYS:
        if key in stream:
            del stream[key]
    if stream.get("/Filter") == Name.DCTDecode and stream.get("/Subtype") == Name.Image:
        data = stream.read_raw_bytes()
        try:
            plain = jpeg.without_metadata(data)
        except Refused:
            return  # not as JPEG has to be, and shown all the same
        if plain != data:
            parameters = stream.get("/DecodeParms")
            kept = parameters if isinstance(parameters, Dictionary | Array) else None
            stream.write(plain, filter=Name.DCTDecode, decode_parms=kept)
