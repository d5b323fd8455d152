"""A claim counts from a day, and says which row it mends; what an insurer pays is known by payer.

Rows that stand are not touched: without a day they count from the first visit on, as they did.
"""

import django.db.models.deletion
from django.db import migrations, models

from clinic.ledger.triggers import ProtectRows, ReleaseRows

TABLES = ("claims_claim", "claims_feelimit")


class Migration(migrations.Migration):
    dependencies = [("claims", "0002_append_only")]

    operations = [
        *(ReleaseRows(table) for table in TABLES),
        migrations.AddField(
            model_name="claim",
            name="mends",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="claims.claim",
                verbose_name="says anew",
            ),
        ),
        migrations.AddField(
            model_name="claim",
            name="since",
            field=models.DateField(blank=True, null=True, verbose_name="counts from"),
        ),
        migrations.AddField(
            model_name="feelimit",
            name="payer",
            field=models.CharField(
                choices=[("icbc", "ICBC"), ("worksafebc", "WorkSafeBC")],
                default="icbc",
                max_length=12,
                verbose_name="payer",
            ),
        ),
        *(ProtectRows(table) for table in TABLES),
    ]
