"""What a browser may do with the pages: the second line of defence, which holds if sanitising fails.

The policy is made from trusted files alone and never from finished pages, so that nothing an
author wrote can widen it. It stands in every page; the same and what only a header can say goes
into header files for common hosts (`docs/admin/headers.md` has the others).
"""

import hashlib
from base64 import b64encode
from collections.abc import Iterator, Sequence

from khlang.files.kinds import KINDS

VIDEO_HOSTS = (
    "https://www.youtube-nocookie.com",
    "https://www.facebook.com",
    "https://drive.google.com",
)
"""Where a click loads a player from; nothing is loaded from there before."""

# Types that a browser shows by itself. All others are saved, never opened inside the site.
_SHOWN = {".png", ".jpg", ".jpeg", ".webp", ".pdf", ".mp3", ".mp4"}
_KEPT = "public, max-age=31536000"  # of fonts: a page that does not find them at hand does without
_FEATURES = ("camera", "microphone", "geolocation", "payment", "usb", "midi", "display-capture")


def content_security_policy(scripts: Sequence[bytes] = ()) -> str:
    """The policy as one line. `scripts` are the contents of the site's own scripts.

    Scripts are allowed by their hash and not as `'self'`: an attachment lies on the same host. A
    page loads them as `<script src=… integrity=sha256-…>`, which is what lets the hash match.
    A worker cannot be named by its hash; no attachment is of a type that could run as one.
    """
    hashes = (f"'{integrity(each)}'" for each in scripts)
    directives = {
        "default-src": "'none'",
        "script-src": " ".join(hashes) or "'none'",
        "worker-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self'",
        "font-src": "'self'",
        "media-src": "'self'",
        "connect-src": "'self'",
        "frame-src": " ".join(VIDEO_HOSTS),
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def integrity(content: bytes) -> str:
    """The hash by which the policy and the page that loads it name a script."""
    return f"sha256-{b64encode(hashlib.sha256(content).digest()).decode()}"


def header_files(policy: str) -> Iterator[tuple[str, bytes]]:
    """Header files by path: Netlify and Cloudflare Pages read `_headers`, Apache `.htaccess`."""
    yield "_headers", _netlify(_headers(policy)).encode()
    yield ".htaccess", _apache(_headers(policy)).encode()


def saved_suffixes() -> tuple[str, ...]:
    """Types of attachments that are offered as downloads, such as `.docx`."""
    return tuple(suffix for suffix in KINDS if suffix not in _SHOWN)


def _headers(policy: str) -> dict[str, str]:
    return {
        "Content-Security-Policy": f"{policy}; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        # Not `no-referrer`: players of videos refuse a page that does not say where it is.
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{feature}=()" for feature in _FEATURES),
    }


def _netlify(headers: dict[str, str]) -> str:
    lines = ["/*", *(f"  {name}: {value}" for name, value in headers.items())]
    for suffix in saved_suffixes():
        lines += [f"/*{suffix}", "  Content-Disposition: attachment"]
    lines += ["/*.woff2", f"  Cache-Control: {_KEPT}"]
    return "\n".join((*lines, ""))


def _apache(headers: dict[str, str]) -> str:
    suffixes = "|".join(suffix.removeprefix(".") for suffix in saved_suffixes())
    lines = [
        "<IfModule mod_headers.c>",
        *(f'  Header always set {name} "{value}"' for name, value in headers.items()),
        rf'  <FilesMatch "\.({suffixes})$">',
        '    Header always set Content-Disposition "attachment"',
        "  </FilesMatch>",
        r'  <FilesMatch "\.woff2$">',
        f'    Header always set Cache-Control "{_KEPT}"',
        "  </FilesMatch>",
        "</IfModule>",
    ]
    return "\n".join((*lines, ""))
