from django.db import migrations
from django.db.models import F

import content.fields


def written_in_the_language_of_the_interface(apps, schema_editor):
    remarks = apps.get_model("contributions", "Remark").objects.using(schema_editor.connection.alias)
    remarks.update(text_language=F("language"))


class Migration(migrations.Migration):

    dependencies = [
        ("contributions", "0004_remarks_and_reactions"),
    ]

    operations = [
        migrations.AddField(
            model_name="remark",
            name="text_language",
            field=content.fields.LanguageField(default="", max_length=35, verbose_name="language of the text"),
            preserve_default=False,
        ),
        migrations.RunPython(written_in_the_language_of_the_interface, migrations.RunPython.noop),
    ]
