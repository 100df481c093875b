"""A passkey in a real browser: it is added to an account, then signs in without a password."""

import pytest

from tests.browser.editing import PASSWORD, faults_of

pytestmark = pytest.mark.browser

OWNER = "cle@example.org"
# As the sensor of a telephone: it knows its owner, and holds the key.
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
}


@pytest.fixture
def device(site, open_page):
    """A tab of a browser that holds keys, signed in with a password."""
    site.manage("shell", "-c", f"from tests.factories import account; account('{OWNER}')")
    page = open_page()
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    page.goto(f"{site.url}/fr/compte/login/")
    page.fill("[name=login]", OWNER)
    page.fill("[name=password]", PASSWORD)
    page.click("main button[type=submit]")
    return page


def test_a_passkey_is_added_and_signs_in_alone(site, device):
    faults = faults_of(device)
    device.goto(f"{site.url}/fr/compte/2fa/webauthn/add/")
    # Who adds a key gives the password again.
    device.fill("[name=password]", PASSWORD)
    device.click("main button[type=submit]")
    device.fill("[name=name]", "Mon téléphone")
    device.check("[name=passwordless]")
    device.click("main form button")
    device.wait_for_url("**/recovery-codes/")
    assert "10" in device.locator("main").inner_text()

    device.goto(f"{site.url}/fr/compte/logout/")
    device.click("main form button")
    device.goto(f"{site.url}/fr/compte/login/?next=/fr/compte/email/")
    device.click("#passkey_login")
    # The whole address: that of the sign-in ends alike.
    device.wait_for_url(f"{site.url}/fr/compte/email/")
    assert OWNER in device.locator("main").inner_text()
    assert not faults
