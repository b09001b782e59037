"""What a page may load and do, for its own `meta` element and for hosts that can send headers. Knows no MkDocs."""

from __future__ import annotations

_CSP = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "katalog",
}
CSP = "; ".join(f"{name} {value}" for name, value in _CSP.items())
REFERRER = "no-referrer"
# A `meta` element cannot say who may show the page in a frame, nor the rest of these.
HEADERS = {
    "Content-Security-Policy": f"{CSP}; frame-ancestors 'none'",
    "Referrer-Policy": REFERRER,
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def headers_file() -> str:
    """Return `_headers`, which Netlify, Cloudflare Pages and others read at the site's root."""
    return "\n".join(["/*", *(f"  {name}: {value}" for name, value in HEADERS.items()), ""])
