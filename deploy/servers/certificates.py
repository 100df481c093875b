"""An authority of the tests' own and the certificate it gives a server on the loopback."""

from pathlib import Path

from ground import output_of

DAYS = "30"
NAMES = "subjectAltName=IP:127.0.0.1,DNS:localhost"


def make_certificates(folder: Path) -> None:
    """Write `ca.pem`, `node.pem` and its key `node-key.pem` in `folder`, in place of older ones.

    Raises `ServerError` when openssl fails.
    """
    curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc"]
    authority = ["-x509", "-days", DAYS, "-subj", "/CN=Portal tests"]
    usage = ["-addext", "keyUsage=critical,keyCertSign,cRLSign"]
    keep = ["-keyout", folder / "ca-key.pem", "-out", folder / "ca.pem"]
    output_of(["openssl", "req", *curve, *authority, *usage, *keep], "openssl", {})

    signed = ["-x509", "-days", DAYS, "-subj", "/CN=localhost", "-addext", NAMES]
    signed += ["-addext", "basicConstraints=critical,CA:FALSE"]
    by = ["-CA", folder / "ca.pem", "-CAkey", folder / "ca-key.pem"]
    keep = ["-keyout", folder / "node-key.pem", "-out", folder / "node.pem"]
    output_of(["openssl", "req", *curve, *signed, *by, *keep], "openssl", {})
