"""An index for the one question every page asks: which branches are hidden?

Unpublished pages that have pages under them are few; without an index, finding them reads
the whole page table. The index is only about speed: a later migration of Wagtail that remakes
the table on SQLite may drop it, and nothing but time is lost.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("content", "0001_initial")]

    operations = [
        migrations.RunSQL(
            sql=(
                "CREATE INDEX IF NOT EXISTS content_hidden_branches "
                "ON wagtailcore_page (live, numchild)"
            ),
            reverse_sql="DROP INDEX IF EXISTS content_hidden_branches",
        ),
        migrations.RunSQL(
            sql=(
                "CREATE INDEX IF NOT EXISTS content_expiring_branches "
                "ON wagtailcore_page (expire_at)"
            ),
            reverse_sql="DROP INDEX IF EXISTS content_expiring_branches",
        ),
    ]
