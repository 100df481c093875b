from django.db import migrations

# A question reads the row of each page that has its words, and nothing of what is long in it:
# with texts and vectors kept elsewhere, a row takes 100 bytes and not 1,600. Rows of before are
# kept so when they are next indexed (`search_rebuild`).
SHORT = "ALTER TABLE search_indexedtext SET (toast_tuple_target = 128)"
USUAL = "ALTER TABLE search_indexedtext RESET (toast_tuple_target)"


def install(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(SHORT)


def uninstall(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(USUAL)


class Migration(migrations.Migration):
    dependencies = [
        ("search", "0007_words_of_titles"),
    ]

    operations = [migrations.RunPython(install, uninstall)]
