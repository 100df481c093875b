from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("contributions", "0005_language_of_remarks"),
    ]

    operations = [
        migrations.AddField(
            model_name="proposal",
            name="similar",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="similar texts"),
        ),
    ]
