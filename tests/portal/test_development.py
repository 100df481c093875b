"""What is there for whoever works on the portal."""

from django.core.mail import EmailMessage
from django.core.mail.backends.filebased import EmailBackend

from portal.development import messages_in


def test_mails_of_one_second_are_read_one_by_one(tmp_path):
    mails = [EmailMessage(title, "Bonjour", to=["author@example.org"]) for title in ("Un", "Deux")]
    EmailBackend(file_path=tmp_path).send_messages(mails)
    assert len([*tmp_path.iterdir()]) == 1
    found = messages_in(tmp_path)
    assert [mail["Subject"] for mail in found.values()] == ["Deux", "Un"]
    assert [mail.get_content().strip() for mail in found.values()] == ["Bonjour"] * 2


def test_a_mail_that_stands_alone_has_the_name_of_its_file(tmp_path):
    (tmp_path / "welcome.log").write_bytes(b"Subject: Bienvenue\n\nBonjour")
    assert messages_in(tmp_path)["welcome"]["Subject"] == "Bienvenue"


def test_without_a_folder_there_are_no_mails(tmp_path):
    assert messages_in(tmp_path / "absent") == {}
