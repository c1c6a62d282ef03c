"""Which relations between the parts of a document stay, go, or make it unacceptable.

A relation is known by the last word of its type. What is not named here goes: new versions of
Office bring new parts, and what they say about people is not known yet.
"""

from khlang.files import parts
from khlang.files.parts import Part

KEPT = {
    # all
    *("officedocument", "theme", "themeoverride", "image", "hyperlink"),
    *("chart", "chartex", "chartusershapes", "chartstyle", "chartcolorstyle", "vmldrawing"),
    *("diagramdata", "diagramlayout", "diagramquickstyle", "diagramcolors", "diagramdrawing"),
    # Word
    *("styles", "styleswitheffects", "settings", "websettings", "fonttable", "font", "numbering"),
    *("header", "footer", "footnotes", "endnotes"),
    # PowerPoint
    *("slide", "slidelayout", "slidemaster", "notesslide", "notesmaster", "handoutmaster"),
    *("presprops", "viewprops", "tablestyles", "video", "audio", "media"),
    # Excel
    *("worksheet", "chartsheet", "sharedstrings", "drawing", "table", "calcchain", "sheetmetadata"),
    *("pivottable", "pivotcachedefinition", "pivotcacherecords", "slicer", "slicercache"),
    *("timeline", "timelinecache", "rdrichvalue", "rdrichvaluestructure", "rdrichvaluetypes"),
    *("richvaluerel", "rdarray", "rdsupportingpropertybag", "rdsupportingpropertybagstructure"),
}
REFUSED: dict[str, Part] = {
    "vbaproject": parts.MACROS,
    "wordvbadata": parts.MACROS,
    "vbaprojectsignature": parts.MACROS,
    "xlmacrosheet": parts.MACROS,
    "xlintlmacrosheet": parts.MACROS,
    "dialogsheet": parts.MACROS,
    "oleobject": parts.OLE,
    "package": parts.OLE,  # unless it is the table behind a chart, which goes
    "control": parts.CONTROL,
    "activexcontrolbinary": parts.CONTROL,
    "afchunk": parts.CHUNK,
    "subdocument": parts.CHUNK,
    "externallink": parts.CONNECTION,
    "externallinkpath": parts.CONNECTION,
    "connections": parts.CONNECTION,
    "querytable": parts.CONNECTION,
    "mailmergesource": parts.CONNECTION,
    "mailmergeheadersource": parts.CONNECTION,
    "recipientdata": parts.CONNECTION,
}

# Elements that make no sense without the part they refer to; others only lose the reference.
ELEMENTS = {
    *("externalData", "legacyDrawing", "tags", "custData", "hlinkClick", "hlinkHover", "control"),
    *("hlinkMouseOver", "imgLayer", "svgBlip", "headerReference", "footerReference", "userShapes"),
    *("tablePart", "attachedTemplate", "attachedSchema", "saveThroughXslt", "smartTags"),
}
# Elements that go with what stood in them last.
EMPTY_WITHOUT = {
    *("custDataLst", "controls", "tableParts", "extLst", "Choice", "Fallback", "AlternateContent"),
}

WEB = ("http://", "https://")
MAIL = "mailto:"  # Word writes one for every e-mail address that is typed


def is_harmless_link(kind: str, target: str) -> bool:
    """Whether a reference to the outside is a link that a reader clicks, and leads to the web."""
    return kind == "hyperlink" and target.strip().casefold().startswith((*WEB, MAIL, "#"))
