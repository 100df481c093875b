"""The index of the hidden branches follows the question, which no longer trusts `numchild`.

A save of a stale page may write a wrong number of children; whether a page has some is asked of
the tree instead. As before, the index is only about speed.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("content", "0002_hidden_branches")]

    operations = [
        migrations.RunSQL(
            sql="DROP INDEX IF EXISTS content_hidden_branches",
            reverse_sql=(
                "CREATE INDEX IF NOT EXISTS content_hidden_branches "
                "ON wagtailcore_page (live, numchild)"
            ),
        ),
        migrations.RunSQL(
            sql=(
                "CREATE INDEX IF NOT EXISTS content_hidden_pages "
                "ON wagtailcore_page (live, content_type_id, path)"
            ),
            reverse_sql="DROP INDEX IF EXISTS content_hidden_pages",
        ),
    ]
