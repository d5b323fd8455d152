"""Whether GST is added stands in one place with a day, fee limits may end, and a row of the terms can be withdrawn.

Until now each price said whether it was taxed. What the prices of a discipline said goes over into rows of its own.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from clinic.ledger.triggers import ProtectAgain, ProtectRows

Said = dict[tuple[str, int | None], bool]
"""Kind of visit and length -> whether its price was taxed."""


def rows_of(prices: Iterable[Any]) -> Iterator[tuple[str, date, bool]]:
    """What the prices of one discipline say: (kind of visit, or empty for every one; from that day on; taxed).

    Where two lengths of one kind of visit differ there is nothing that says the same: then there is no row, and the
    bills ask whether GST is added.
    """
    said: Said = {}
    stood: list[tuple[date, Said]] = []
    for one in sorted(prices, key=lambda one: (one.from_day, one.pk)):
        said = {**said, (one.item, one.minutes): one.is_taxed}
        if stood and stood[-1][0] == one.from_day:
            stood.pop()
        stood.append((one.from_day, said))
    days = [
        (day, {item: {taxed for (kind, _), taxed in at.items() if kind == item} for item, _ in at}) for day, at in stood
    ]
    if any(len(taxed) > 1 for _day, items in days for taxed in items.values()):
        return
    is_general = all(len(set.union(*items.values())) == 1 for _day, items in days)
    last: dict[str, bool] = {}
    for day, items in days:
        for item, taxed in sorted(items.items()):
            (is_taxed,) = taxed
            name = "" if is_general else item
            if last.get(name) is not is_taxed:
                last[name] = is_taxed
                yield name, day, is_taxed


def bring_over(apps: Any, schema_editor: Any) -> None:
    prices: dict[tuple[int, str], list[Any]] = defaultdict(list)
    for one in apps.get_model("claims", "Price").objects.order_by("id"):
        prices[one.clinic_id, one.discipline].append(one)
    rule = apps.get_model("claims", "TaxRule")
    rule.objects.bulk_create(
        rule(clinic_id=clinic, discipline=discipline, item=item, from_day=day, is_taxed=is_taxed)
        for (clinic, discipline), rows in prices.items()
        for item, day, is_taxed in rows_of(rows)
    )


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0004_language"),
        ("claims", "0003_claims_by_day"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        ProtectAgain("claims_price"),
        ProtectAgain("claims_feelimit"),
        migrations.CreateModel(
            name="TaxRule",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "discipline",
                    models.CharField(
                        choices=[
                            ("physiotherapy", "Physiotherapy"),
                            ("massage_therapy", "Massage therapy"),
                            ("kinesiology", "Kinesiology"),
                            ("counselling", "Counselling"),
                            ("psychology", "Psychology"),
                            ("acupuncture", "Acupuncture"),
                            ("chiropractic", "Chiropractic"),
                        ],
                        max_length=20,
                        verbose_name="discipline",
                    ),
                ),
                (
                    "item",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("initial", "First visit"),
                            ("standard", "Further visit"),
                            ("no_show", "Missed visit"),
                            ("late_cancelled", "Visit cancelled late"),
                        ],
                        max_length=14,
                        verbose_name="visit",
                    ),
                ),
                ("is_taxed", models.BooleanField(verbose_name="GST is added")),
                ("from_day", models.DateField(verbose_name="from")),
                (
                    "clinic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tax_rules",
                        to="accounts.clinic",
                        verbose_name="clinic",
                    ),
                ),
                (
                    "practitioner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tax_rules",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="practitioner",
                    ),
                ),
            ],
            options={
                "verbose_name": "rule of GST",
                "verbose_name_plural": "rules of GST",
                "ordering": ["clinic", "discipline", "from_day", "id"],
                "abstract": False,
                "base_manager_name": "objects",
            },
        ),
        migrations.CreateModel(
            name="Withdrawal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("price", "price"),
                            ("fee", "fee"),
                            ("gst", "gst"),
                            ("licence", "licence"),
                            ("vendor", "vendor"),
                            ("member", "member"),
                        ],
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                ("row", models.BigIntegerField(verbose_name="row")),
                ("reason", models.CharField(max_length=400, verbose_name="reason")),
                ("at", models.DateTimeField(verbose_name="when")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
                (
                    "clinic",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawals",
                        to="accounts.clinic",
                        verbose_name="clinic",
                    ),
                ),
            ],
            options={
                "verbose_name": "withdrawal of a row of the terms",
                "verbose_name_plural": "withdrawals of rows of the terms",
                "ordering": ["id"],
                "abstract": False,
                "base_manager_name": "objects",
                "constraints": [
                    models.UniqueConstraint(fields=("kind", "row"), name="row_withdrawn_once"),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="withdrawal_has_a_reason"
                    ),
                ],
            },
        ),
        migrations.RunPython(bring_over, migrations.RunPython.noop, elidable=True),
        migrations.RemoveField(
            model_name="price",
            name="is_taxed",
        ),
        migrations.AddField(
            model_name="feelimit",
            name="to_day",
            field=models.DateField(blank=True, null=True, verbose_name="to, included"),
        ),
        migrations.AddConstraint(
            model_name="feelimit",
            constraint=models.CheckConstraint(
                condition=models.Q(("to_day__isnull", True), ("to_day__gte", models.F("from_day")), _connector="OR"),
                name="fee_limit_ends_after_it_begins",
            ),
        ),
        ProtectAgain("claims_price"),
        ProtectAgain("claims_feelimit"),
        ProtectRows("claims_taxrule"),
        ProtectRows("claims_withdrawal"),
    ]
