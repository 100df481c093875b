from django.db import migrations

# SQLite asks its full-text table for the words of one column.
INDEX = (
    "CREATE INDEX search_title_words ON search_indexedtext"
    " USING gin (to_tsvector('simple'::regconfig, title))"
)


def install(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(INDEX)


def uninstall(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP INDEX search_title_words")


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0006_asked_questions"),
    ]

    operations = [migrations.RunPython(install, uninstall)]
