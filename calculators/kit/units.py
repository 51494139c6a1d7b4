"""Units of measure: the word after a number and how many decimals are shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    `one`, `few` and `many` are the Russian forms after 1, 2 and 5; a symbol such as
    ₽ has one form for all. `digits` is the most decimals a shown result has.
    """

    one: str
    few: str
    many: str
    digits: int

    @classmethod
    def symbol(cls, sign: str, digits: int) -> "Unit":
        """A unit whose sign does not change with the number."""
        return cls(sign, sign, sign, digits)


RUBLES = Unit.symbol("₽", digits=0)
PERCENT = Unit.symbol("%", digits=2)
POINTS = Unit.symbol("п.\u00a0п.", digits=2)
TIMES = Unit("раз", "раза", "раз", digits=2)
PEOPLE = Unit("человек", "человека", "человек", digits=2)
RESULTS = Unit("результат", "результата", "результатов", digits=2)
DEALS = Unit("сделка", "сделки", "сделок", digits=1)
LEADS = Unit("лид", "лида", "лидов", digits=1)
TASKS = Unit("задача", "задачи", "задач", digits=1)
HOURS = Unit("час", "часа", "часов", digits=1)
WEEKS = Unit("неделя", "недели", "недель", digits=1)
MONTHS = Unit("месяц", "месяца", "месяцев", digits=1)
MONTHS_BRIEFLY = Unit.symbol("мес.", digits=0)
YEARS = Unit("год", "года", "лет", digits=1)
MARKS = Unit("балл", "балла", "баллов", digits=2)
ITEMS = Unit("пункт", "пункта", "пунктов", digits=1)
SALARIES = Unit("оклад", "оклада", "окладов", digits=2)
CLIENTS = Unit("клиент", "клиента", "клиентов", digits=1)
PURCHASES = Unit("покупка", "покупки", "покупок", digits=1)
MANAGERS = Unit("менеджер", "менеджера", "менеджеров", digits=1)

BY_NAME = {
    "months": MONTHS,
    "people": PEOPLE,
    "percent": PERCENT,
    "points": POINTS,
    "rubles": RUBLES,
    "salaries": SALARIES,
    "times": TIMES,
    "weeks": WEEKS,
    "years": YEARS,
}
"""The units that `figures.toml` may name."""
