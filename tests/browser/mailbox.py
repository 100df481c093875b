"""A mail server on this machine that keeps what it is given, instead of passing it on."""

import socketserver
import threading
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage


class Mailbox:
    """The mails that have arrived, in order; another thread brings them."""

    def __init__(self):
        self._mails: list[EmailMessage] = []
        self._changed = threading.Condition()

    def put(self, recipient: str, raw: bytes) -> None:
        mail = message_from_bytes(raw, policy=policy.default)
        mail["X-Arrived-For"] = recipient
        with self._changed:
            self._mails.append(mail)
            self._changed.notify_all()

    def take(self, recipient: str, words: str, seconds: float = 60) -> EmailMessage:
        """Return the first mail to `recipient` with `words` in its subject, and keep it no more.

        Waits for it; `AssertionError` naming what came instead if it does not come in `seconds`.
        """
        with self._changed:
            found = self._changed.wait_for(lambda: self._first(recipient, words), seconds)
            came = [f"{one['X-Arrived-For']}: {one['Subject']}" for one in self._mails]
            assert found, f"no mail “{words}” to {recipient}, but {came}"
            self._mails.remove(found)
            return found

    def _first(self, recipient: str, words: str) -> EmailMessage | None:
        return next(
            (
                mail
                for mail in self._mails
                if mail["X-Arrived-For"] == recipient and words in mail["Subject"]
            ),
            None,
        )


def text_of(mail: EmailMessage) -> str:
    """Return the plain text of a mail."""
    return mail.get_body(("plain",)).get_content()


class _Session(socketserver.StreamRequestHandler):
    """One conversation, as far as a sender without extensions needs it (RFC 5321, 4.5.1)."""

    def handle(self):
        recipients = []
        self._say("220 localhost")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"RCPT":
                recipients.append(line.decode().partition("<")[2].partition(">")[0])
            if verb == b"DATA":
                self._say("354 go on")
                raw = self._read_mail()
                for recipient in recipients:
                    self.server.mailbox.put(recipient, raw)
                recipients = []
            self._say("221 bye" if verb == b"QUIT" else "250 ok")
            if verb == b"QUIT":
                return

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())

    def _read_mail(self) -> bytes:
        lines = []
        while (line := self.rfile.readline()) not in {b".\r\n", b""}:
            # A line that begins with a dot is sent with one more (RFC 5321, 4.5.2).
            lines.append(line[1:] if line.startswith(b"..") else line)
        return b"".join(lines)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True


@contextmanager
def listening():
    """Yield a `Mailbox` and the port of the server that fills it, until the block ends."""
    mailbox = Mailbox()
    with _Server(("127.0.0.1", 0), _Session) as server:
        server.mailbox = mailbox
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield mailbox, server.server_address[1]
        finally:
            server.shutdown()
