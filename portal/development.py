"""Pages for whoever works on the portal; mounted only in development."""

from email import message_from_bytes, policy
from pathlib import Path

from django.conf import settings
from django.http import Http404
from django.shortcuts import render

from content.blocks import BodyBlock


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


def _mails() -> list[dict]:
    folder = Path(settings.DEV_MAILS_DIR)
    files = sorted(folder.glob("*.log"), reverse=True) if folder.is_dir() else []
    return [_read(file) for file in files]


def _read(file: Path) -> dict:
    message = message_from_bytes(file.read_bytes(), policy=policy.default)
    body = message.get_body(("plain", "html"))
    return {
        "name": file.stem,
        "subject": message["subject"],
        "to": message["to"],
        "date": message["date"],
        "text": body.get_content() if body else "",
    }
