"""Pages for whoever works on the portal; mounted only in development."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

from django.conf import settings
from django.http import Http404
from django.shortcuts import render

from content.blocks import BodyBlock

# What the backend for files writes after each mail.
_AFTER_EACH = b"\n" + b"-" * 79 + b"\n"


def patterns(request):
    """Show every block with its sample, and every part of the design."""
    samples = [
        {
            "name": name,
            "label": block.label,
            "description": block.get_description(),
            "bound": block.bind(block.get_preview_value()) if hasattr(block, "bind") else None,
            "block": block,
            "value": block.get_preview_value(),
        }
        for name, block in BodyBlock().child_blocks.items()
    ]
    return render(request, "patterns/index.html", {"samples": samples})


def mails(request):
    """List the mails written to disk, newest first."""
    return render(request, "patterns/mails.html", {"mails": _mails()})


def mail(request, name):
    """Show one mail as text."""
    found = next((one for one in _mails() if one["name"] == name), None)
    if found is None:
        raise Http404
    return render(request, "patterns/mail.html", {"mail": found})


def messages_in(folder: Path) -> dict[str, EmailMessage]:
    """Return the mails that Django wrote to a folder, each by a name of its own, newest first.

    Those of one second may be in one file.
    """
    found = {}
    for file in sorted(folder.glob("*.log"), reverse=True):
        written = [one for one in file.read_bytes().split(_AFTER_EACH) if one]
        for number, one in reversed([*enumerate(written)]):
            name = f"{file.stem}-{number}" if number else file.stem
            found[name] = message_from_bytes(one, policy=policy.default)
    return found


def _mails() -> list[dict]:
    found = messages_in(Path(settings.DEV_MAILS_DIR))
    return [_read(name, message) for name, message in found.items()]


def _read(name: str, message: EmailMessage) -> dict:
    body = message.get_body(("plain", "html"))
    return {
        "name": name,
        "subject": message["subject"],
        "to": message["to"],
        "date": message["date"],
        "text": body.get_content() if body else "",
    }
