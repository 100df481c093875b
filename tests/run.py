"""Run the whole suite on everything this machine has: `make test`.

On SQLite, and on Elasticsearch where `make servers` runs one (or `ELASTICSEARCH_URL` names one); on
PostgreSQL likewise (`DATABASE_URL`). Where a later Python is found, hence a later Django, it is the
one that goes with PostgreSQL: each database and each Django runs the suite, at the price of two.
What speaks to Elasticsearch runs once more with the client of servers 8.
The last line says what was skipped and how to run it; `REQUIRE_SERVERS=1` makes such a skip a
failure, save for the later Python.
"""

import os
import shutil
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
# Apart from the data of `make run`, which no test may touch.
DATA_DIR = (ROOT / os.environ.get("DATA_DIR", "var") / "tests").resolve()
LOCK = ROOT / "requirements-test.lock"
LATER_VENV = ROOT / ".venv-later"
LATER_VERSIONS = ((3, 12), (3, 13))
# The client for servers 8, and the tests that ask the most of a client.
CLIENT_LOCK = ROOT / "requirements-elasticsearch8.lock"
CLIENT_TESTS = ("tests/search/test_elasticsearch.py", "tests/search/test_degrade.py")
WORKERS = "2"
# What says the same of every database and Python, Chromium and the Nu checker among others.
ONCE = "not browser and not vnu and not processes and not elasticsearch and not cluster"
# The variables that lead to a server.
SERVERS = ("DATABASE_URL", "ELASTICSEARCH_URL", "ELASTICSEARCH_CA_FILE")


def say(line: str) -> None:
    """Write one line of report, in order with what pytest writes."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def run_suite(
    name: str,
    select: str,
    python: str = sys.executable,
    workers: str = WORKERS,
    paths: tuple[str, ...] = (),
    **variables: str,
) -> tuple:
    """Run pytest on the tests, of all or of some `paths`, that the expression `select` keeps.

    `variables` are those of the environment, which lead to servers; without `DATABASE_URL` the
    tests run on SQLite. Returns whether all passed, and the skip reasons counted.
    """
    say(f"\n== {name} ({version_text(python)})")
    report = DATA_DIR / f"{name.split()[0].lower()}.xml"
    report.unlink(missing_ok=True)
    own = {name: value for name, value in os.environ.items() if name not in SERVERS}
    environment = {**own, "DATA_DIR": str(DATA_DIR), **variables}
    command = [
        python,
        "-m",
        "pytest",
        "-q",
        "-n",
        workers,
        "--dist",
        "loadgroup",
        "-m",
        select,
        f"--junitxml={report}",
        *paths,
    ]
    passed = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode == 0
    return passed, skip_reasons(report)


def skip_reasons(report: Path) -> Counter:
    """Return how many tests a JUnit report counts as skipped, by reason."""
    if not report.exists():
        return Counter()
    skips = ElementTree.parse(report).iter("skipped")
    return Counter(skip.get("message", "") for skip in skips if skip.get("type") == "pytest.skip")


def server_addresses() -> dict[str, str]:
    """Return the variables that lead to the servers there are to test on."""
    command = [sys.executable, ROOT / "deploy" / "servers", "env"]
    lines = subprocess.run(command, capture_output=True, text=True, check=False).stdout.splitlines()
    started = dict(line.split("=", 1) for line in lines)
    given = {name: os.environ[name] for name in SERVERS if os.environ.get(name)}
    if not given.get("DATABASE_URL", "").startswith("postgres"):
        given.pop("DATABASE_URL", None)
    return {**started, **given}


def later_python() -> str:
    """Return an interpreter of `LATER_VERSIONS`, empty when none answers."""
    pyenv = sorted(Path.home().glob(".pyenv/versions/3.1[23].*/bin/python"), reverse=True)
    candidates = [os.environ.get("LATER_PYTHON"), "python3.13", "python3.12", *map(str, pyenv)]
    for candidate in candidates:
        found = candidate and shutil.which(candidate)
        # A shim on the path may lead nowhere, hence the question.
        if found and version_of(found) in LATER_VERSIONS:
            return found
    return ""


def version_text(python: str) -> str:
    """Return what runs, such as `Python 3.11.7, Django 5.2.19`."""
    question = "import platform, django; print(platform.python_version(), django.__version__)"
    answer = subprocess.run([python, "-c", question], capture_output=True, text=True, check=True)
    return "Python {}, Django {}".format(*answer.stdout.split())


def version_of(python: str) -> tuple[int, ...]:
    """Return the major and minor version an interpreter gives for itself, empty if it fails."""
    question = [python, "-c", "import sys; print(*sys.version_info[:2])"]
    answer = subprocess.run(question, capture_output=True, text=True, check=False)
    return tuple(map(int, answer.stdout.split())) if answer.returncode == 0 else ()


def latest() -> str:
    """Return the interpreter of the latest Python and Django there are here, this one if none."""
    if sys.version_info[:2] in LATER_VERSIONS:
        return sys.executable
    later = later_python()
    return install_later(later) if later else sys.executable


def install_later(python: str) -> str:
    """Make `LATER_VENV` from the same lock unless it is up to date; return its interpreter."""
    inside = LATER_VENV / "bin" / "python"
    stamp = LATER_VENV / ".installed"
    if stamp.exists() and stamp.read_bytes() == LOCK.read_bytes():
        return str(inside)
    subprocess.run([python, "-m", "venv", "--clear", LATER_VENV], check=True)
    pip = [inside, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "--require-hashes", "-r", LOCK], check=True)
    stamp.write_bytes(LOCK.read_bytes())
    return str(inside)


def install_client() -> str:
    """Put the client for servers 8 apart from all else, each time anew; return its folder."""
    folder = DATA_DIR / "client8"
    shutil.rmtree(folder, ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    target = ["--target", folder, "--no-deps", "--require-hashes", "-r", CLIENT_LOCK]
    subprocess.run([*pip, *target], check=True)
    return str(folder)


def main() -> int:
    """Run every suite this machine can run; return 1 if one failed or a required one is absent."""
    strict = os.environ.get("REQUIRE_SERVERS") == "1"
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    results, absent = [], []

    addresses = server_addresses()
    database = addresses.pop("DATABASE_URL", "")
    if not addresses:
        absent.append("everything on Elasticsearch: make servers")
    results.append(run_suite("SQLite", "not postgres and not cluster", **addresses))
    # What is installed meanwhile leaves them a core. They start servers of their own, on ports that
    # two workers would both take.
    with ThreadPoolExecutor() as meanwhile:
        installing = meanwhile.submit(latest)
        results.append(run_suite("Clusters", "cluster", workers="0", **addresses))
        if addresses:
            older = {"PYTHONPATH": install_client(), "ELASTICSEARCH_CLIENT": "8"}
            given = {"workers": "0", "paths": CLIENT_TESTS, **older, **addresses}
            results.append(run_suite("Client 8", "elasticsearch", **given))

    python = installing.result()
    if version_of(python) not in LATER_VERSIONS:
        say("No Python 3.12 or 3.13 found for the later Django: name one in LATER_PYTHON")

    if database:
        results.append(run_suite("PostgreSQL", ONCE, python, DATABASE_URL=database))
    else:
        absent.append("everything on PostgreSQL: make servers")
        if python != sys.executable:
            results.append(run_suite("Later Python", f"not postgres and {ONCE}", python))

    reasons = sum((reasons for _, reasons in results), Counter())
    # Under REQUIRE_SERVERS a test without its server has failed (`require`): what is counted here
    # wants something else, which no package brings.
    skipped = absent + [f"{count} for {reason}" for reason, count in reasons.most_common()]
    say("\nSkipped " + "; ".join(skipped) if skipped else "\nNothing was skipped")
    passed = all(passed for passed, _ in results)
    return 0 if passed and not (strict and absent) else 1


if __name__ == "__main__":
    sys.exit(main())
