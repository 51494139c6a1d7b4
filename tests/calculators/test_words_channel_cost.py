"""What is said of channels at each place where one reading gives way to another."""

from typing import Any

import pytest

from calculators.kit import view

NB = "\u00a0"


def channel(name: str, budget: int, leads: int, deals: int) -> dict[str, str]:
    numbers = {"budget": budget, "leads": leads, "deals": deals}
    return {"name": name, **{key: str(number) for key, number in numbers.items()}}


def told(*channels: dict[str, str], **raw: Any) -> dict[str, str]:
    """The reading and the headline, with plain spaces."""
    found = view.result("channel_cost", raw | ({"channels": [*channels]} if channels else {}))
    said = found["reading"] | {"headline": found["headline"]["text"]}
    return {key: text.replace(NB, " ") for key, text in said.items()}


def test_the_cheapest_lead_is_told_beside_what_its_deal_costs() -> None:
    said = told()
    assert said["meaning"] == (
        "Больше всего на рубль приносит «Канал Б»: сделка там стоит 15 000 ₽, после рекламы "
        "остаётся 90 000 ₽. Самый дешёвый лид — у канала «Канал А», 500 ₽, но сделка там дороже: "
        "25 000 ₽. Рекламу не окупает «Канал А»."
    )
    assert said["action"].startswith("Прибавляйте бюджет «Канал Б» понемногу")
    assert "Прежде чем отключать «Канал А»" in said["action"]
    assert said["caution"].startswith("Меньше десяти сделок: «Канал А». Разница может быть случ")


@pytest.mark.parametrize(("deals", "doubted"), [(9, True), (10, False)])
def test_below_ten_deals_a_channel_is_doubted(deals: int, doubted: bool) -> None:
    said = told(channel("А", 1000, 100, deals), channel("Б", 1000, 100, 20))["caution"]
    assert said.startswith("Меньше десяти сделок: «А».") == doubted


def test_where_the_cheapest_lead_is_of_the_best_channel_it_is_not_told() -> None:
    said = told(channel("А", 1000, 100, 20), channel("Б", 1000, 50, 10))
    assert "Самый дешёвый лид" not in said["meaning"]
    assert said["action"] == "Прибавляйте бюджет «А» понемногу: с ним лид обычно дорожает."


def test_a_cheap_lead_that_never_buys_has_no_deal_to_price() -> None:
    said = told(channel("А", 1000, 100, 0), channel("Б", 2000, 100, 20))["meaning"]
    assert "у канала «А», 10 ₽, но сделок там нет." in said


@pytest.mark.parametrize(
    ("budget", "headline", "meaning"),
    # 240 000 ÷ 10 000 and ÷ 11 000 are a tenth apart, ÷ 11 001 are more.
    [
        (10_000, "поровну", "Поровну на рубль приносят «А» и «Б»."),
        (11_000, "почти поровну", "Почти поровну на рубль приносят «А» и «Б»."),
        (11_001, "А", "Больше всего на рубль приносит «А»: сделка там стоит 1 000 ₽, после "
                      "рекламы остаётся 230 000 ₽."),
    ],
)  # fmt: skip
def test_channels_as_good_as_one_another_are_called_so(
    budget: int, headline: str, meaning: str
) -> None:
    said = told(channel("А", 10_000, 100, 10), channel("Б", budget, 100, 10))
    assert (said["headline"], said["meaning"]) == (headline, meaning)
    if headline != "А":
        assert said["action"].endswith("купить ещё столько же лидов: «А» и «Б».")


@pytest.mark.parametrize(
    ("channels", "raw", "meaning", "action"),
    [
        ([channel("А", 0, 5, 1)], {}, "Бюджета нет ни у одного канала: делить прибыль не на что.",
         "Впишите, сколько потрачено на каждый канал за месяц."),
        ([channel("А", 500, 5, 0), channel("Б", 0, 9, 9)], {},
         "Сделок из рекламы пока нет ни в одном канале: потрачен весь бюджет.",
         "Проверьте, видны ли в CRM источники сделок, и впишите чек и рентабельность."),
        ([], {"margin": "0"}, "Сделки есть, а прибыли с них нет: рентабельность — 0 %.",
         "Проверьте, видны ли в CRM источники сделок, и впишите чек и рентабельность."),
        ([], {"average_check": "0"}, "Сделки есть, а прибыли с них нет: чек — 0 ₽.",
         "Проверьте, видны ли в CRM источники сделок, и впишите чек и рентабельность."),
        # 24 000 of one deal; 12 000 and 48 000 are spent.
        ([channel("А", 12_000, 5, 1)], {}, "Канал с бюджетом один, «А»: сделка стоит 12 000 ₽.",
         "Заведите второй канал на небольшой бюджет: станет с чем сравнить."),
        ([channel("А", 48_000, 5, 1)], {},
         "Канал с бюджетом один, «А»: сделка стоит 48 000 ₽. Рекламу не окупает «А».",
         "Не прибавляйте бюджет: сначала разберите, что становится с лидами после заявки."),
        ([channel("А", 12_000, 5, 1), channel("Б", 0, 1, 1)], {},
         "Канал с бюджетом один, «А»: сделка стоит 12 000 ₽. Без бюджета и потому вне сравнения: "
         "«Б».", "Заведите второй канал на небольшой бюджет: станет с чем сравнить."),
        ([], {"margin": "20"},
         "Больше всего на рубль приносит «Канал Б»: сделка там стоит 15 000 ₽, после рекламы "
         "остаётся −30 000 ₽. Самый дешёвый лид — у канала «Канал А», 500 ₽, но сделка там дороже: "
         "25 000 ₽. Рекламу не окупают «Канал А» и «Канал Б».",
         "Не прибавляйте бюджет: сначала разберите, что становится с лидами после заявки."),
    ],
)  # fmt: skip
def test_each_state_of_channels_has_words_of_its_own(
    channels: list[dict[str, str]], raw: dict[str, str], meaning: str, action: str
) -> None:
    said = told(*channels, **raw)
    assert (said["meaning"], said["action"]) == (meaning, action)


def test_where_nobody_earns_nobody_is_called_the_best() -> None:
    assert told(margin="0")["headline"] == "лучшего нет"
    assert told(channel("А", 0, 1, 1))["headline"] == "лучшего нет"
