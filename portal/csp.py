"""One policy for each kind of page (Content Security Policy Level 3).

Reading pages have no script at all. Pages that hold a form may load the portal's own modules.
The admin and previews are Wagtail's: they have inline scripts and styles, and are signed in.
"""

SAME_ORIGIN = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
READING = {**SAME_ORIGIN}
FORM = {**SAME_ORIGIN, "script-src": "'self'", "connect-src": "'self'"}
# The pages, by the names of their addresses, that load a module of the portal.
SCRIPTED = frozenset({"search"})
EDITING = {
    "default-src": "'self'",
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'self'",
    "frame-ancestors": "'self'",
    "object-src": "'none'",
}


def as_header(policy: dict[str, str]) -> str:
    """Return the value of the `Content-Security-Policy` header."""
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())


def policy_for(request, response) -> str:
    """Return the policy of an answer.

    A view whose page holds a form sets `response.content_security_policy` to `FORM`.
    """
    if request.path.startswith("/admin/") or getattr(request, "is_preview", False):
        return as_header(EDITING)
    match = request.resolver_match
    if match and match.url_name in SCRIPTED:
        return as_header(FORM)
    return as_header(getattr(response, "content_security_policy", READING))
