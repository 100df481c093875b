"""The suite says what it skips, and skips nothing where everything is required."""

import pytest

from tests.requirements import require
from tests.run import skip_reasons

REPORT = """<testsuites><testsuite>
<testcase name="a"><skipped type="pytest.skip" message="no server"/></testcase>
<testcase name="b"><skipped type="pytest.skip" message="no server"/></testcase>
<testcase name="c"><skipped type="pytest.xfail" message="known"/></testcase>
<testcase name="d"/>
</testsuite></testsuites>"""


def test_what_is_there_is_required_without_a_word(monkeypatch):
    monkeypatch.setenv("REQUIRE_SERVERS", "1")
    require("/usr/bin/chromium", "no browser")


def test_what_is_absent_skips_with_its_reason(monkeypatch):
    monkeypatch.delenv("REQUIRE_SERVERS", raising=False)
    with pytest.raises(pytest.skip.Exception, match="no browser"):
        require(None, "no browser")


def test_what_is_absent_fails_where_servers_are_required(monkeypatch):
    monkeypatch.setenv("REQUIRE_SERVERS", "1")
    with pytest.raises(pytest.fail.Exception, match="no browser"):
        require(None, "no browser")


def test_skips_are_counted_by_reason(tmp_path):
    report = tmp_path / "suite.xml"
    report.write_text(REPORT)
    assert skip_reasons(report) == {"no server": 2}
    assert skip_reasons(tmp_path / "absent.xml") == {}
