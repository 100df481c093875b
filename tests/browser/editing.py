"""What an editor does in the admin, with the clicks that it takes."""

from urllib.parse import urlsplit

EDITOR = "editor@example.org"
PASSWORD = "a long password"  # that of every account of `tests.factories`


def sign_in(page, url: str, email: str = EDITOR) -> None:
    """Sign somebody in, the editor unless another is named, at the admin's own form."""
    page.goto(f"{url}/admin/")
    page.fill("input[name=login]", email)
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def faults_of(page) -> list[str]:
    """Return a list that fills with what goes wrong in `page`: scripts, answers of 500."""
    faults = []
    page.on("pageerror", lambda error: faults.append(f"script: {error}"))
    page.on(
        "response",
        lambda answer: (
            faults.append(f"{answer.status}: {answer.url}") if answer.status >= 500 else None
        ),
    )
    return faults


def publish(page) -> None:
    """Choose "publish" in the menu at the foot of the form and wait for the answer."""
    page.locator("footer .w-dropdown__toggle").click()
    with page.expect_navigation():
        page.locator("button[name=action-publish]:not([value=translation-minor])").click()


def messages_in(page) -> str:
    """Return what the admin says of the last action, and the errors beside fields."""
    said = page.locator(".messages li, .error-message").all_inner_texts()
    return " | ".join(" ".join(one.split()) for one in said)


def live_path(page) -> str:
    """Return the public path of the page that was just published, from the message about it."""
    link = page.locator(".messages .success a").first.get_attribute("href")
    return urlsplit(link).path
