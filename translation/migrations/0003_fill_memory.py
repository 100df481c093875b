"""Give the memory what was translated before there was one."""

from django.db import migrations

from translation.similarity import keys

STRINGS_AT_ONCE = 1000


def fill(apps, schema_editor):
    memory_key = apps.get_model("translation", "MemoryKey")
    strings = apps.get_model("wagtail_localize", "String").objects.filter(
        translations__isnull=False
    )
    rows = []
    for pk, data in strings.values_list("pk", "data").distinct().order_by("pk").iterator():
        rows += [memory_key(string_id=pk, key=key) for key in keys(data)]
        if len(rows) > STRINGS_AT_ONCE:
            memory_key.objects.bulk_create(rows)
            rows = []
    memory_key.objects.bulk_create(rows)


class Migration(migrations.Migration):
    dependencies = [("translation", "0002_history_and_memory")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
