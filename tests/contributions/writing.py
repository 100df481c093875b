"""Write, propose and decide as a browser does it."""

import re

from django.test import Client
from wagtail.test.utils.form_data import querydict_from_html

from contributions.models import Proposal

CHARTER, BEGIN, SPACE = "/fr/proposer/charte/", "/fr/proposer/recit/", "/fr/mon-espace/"


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def fields_of(response) -> dict:
    """Return what a browser would post back of the form of a text."""
    data = querydict_from_html(response.content.decode(), form_id="draft").dict()
    # A browser leaves out the line break that opens a text area (HTML, "textarea").
    return {name: value.removeprefix("\n") for name, value in data.items()}


def story(licence, **changes) -> dict:
    """Return the words of a complete story."""
    words = {
        "title": "La bibliothèque prête ses outils",
        "summary": "Un mur, quarante outils, un cahier.",
        "done": "On a *vidé* un placard.\n\n- une perceuse\n- une scie",
        "begins": "03/2026",
        "text_language": "fr",
        "licence": licence.pk,
    }
    return {**words, **changes}


def edit_url(proposal) -> str:
    return f"/fr/proposer/{proposal.pk}/"


def space_url(proposal) -> str:
    return f"{SPACE}{proposal.pk}/"


def save(client, url, **words):
    """Post the form at `url` as a browser does, with `words` typed into it."""
    return client.post(url, {**fields_of(client.get(url)), **words})


def begun(client, licence, **changes) -> Proposal:
    """Return a new draft, saved through the form."""
    response = save(client, BEGIN, **story(licence, **changes))
    assert response.status_code == 302, response.context["errors"]
    return Proposal.objects.latest("pk")


def submit(client, proposal, note=""):
    return client.post(f"/fr/proposer/envoyer/{proposal.pk}/", {"note": note, "agreed": "1"})


def proposed(client, licence, **changes) -> Proposal:
    proposal = begun(client, licence, **changes)
    submit(client, proposal)
    return proposal


def token_at_desk(client, proposal) -> str:
    page = client.get(f"/admin/proposals/{proposal.pk}/").content.decode()
    return re.search(r'name="token" value="([^"]+)"', page)[1]


def decide(client, proposal, decision, reason=""):
    token = token_at_desk(client, proposal)
    data = {"token": token, "decision": decision, "reason": reason}
    return client.post(f"/admin/proposals/{proposal.pk}/", data)
