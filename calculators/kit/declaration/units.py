"""Units of measure: the word after a number and how many decimals are shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    `one`, `few` and `many` are the Russian forms after 1, 2 and 5; a symbol such as
    ₽ has one form for all. `digits` is the most decimals a shown result has. A reader may
    also type the words of `aliases`.
    """

    one: str
    few: str
    many: str
    digits: int
    aliases: tuple[str, ...] = ()

    @classmethod
    def symbol(cls, sign: str, digits: int, *aliases: str) -> "Unit":
        """A unit whose sign does not change with the number."""
        return cls(sign, sign, sign, digits, aliases)

    def is_called(self, words: str) -> bool:
        """Whether `words` are the unit in any grammatical form or cut short: «чел.», «часами»."""
        word = _letters(words)
        forms = [_letters(form) for form in (self.one, self.few, self.many, *self.aliases)]
        if any(form.startswith(word) for form in forms):
            return word != ""
        stems = [form.rstrip(ENDINGS) for form in forms]
        return any(word.startswith(stem) and len(word) <= len(stem) + LONGEST for stem in stems)


ENDINGS = "аеийоуыьюя"
LONGEST = 3
"""The letters of the longest ending that a stem takes: «неделями»."""
PERSONS = ("человек", "человека", "люди", "людей")
PERCENTS = ("%", "процент", "процентный пункт", "процентных пунктов")


def _letters(words: str) -> str:
    return words.lower().replace(" ", "").replace("\u00a0", "").replace(".", "")


RUBLES = Unit.symbol("₽", 0, "рубль", "рублей")
PERCENT = Unit.symbol("%", 2, *PERCENTS, "п. п.")
POINTS = Unit.symbol("п.\u00a0п.", 2, *PERCENTS)
TIMES = Unit("раз", "раза", "раз", digits=2)
PEOPLE = Unit("человек", "человека", "человек", digits=2, aliases=PERSONS)
RESULTS = Unit("результат", "результата", "результатов", digits=2)
LEADS = Unit("лид", "лида", "лидов", digits=1, aliases=PERSONS)
TASKS = Unit("задача", "задачи", "задач", digits=1)
ACTIONS = Unit("действие", "действия", "действий", digits=1)
DEALS = Unit("сделка", "сделки", "сделок", digits=1)
DAYS = Unit("день", "дня", "дней", digits=1)
HOURS = Unit("час", "часа", "часов", digits=1, aliases=("ч",))
WEEKS = Unit("неделя", "недели", "недель", digits=1)
MONTHS = Unit("месяц", "месяца", "месяцев", digits=1)
MONTHS_BRIEFLY = Unit.symbol("мес.", digits=0)
YEARS = Unit("год", "года", "лет", digits=1)
MARKS = Unit("балл", "балла", "баллов", digits=2)
CHECKS = Unit("проверка", "проверки", "проверок", digits=1)
ITEMS = Unit("пункт", "пункта", "пунктов", digits=1)
SALARIES = Unit("оклад", "оклада", "окладов", digits=2)
CLIENTS = Unit("клиент", "клиента", "клиентов", digits=1, aliases=PERSONS)
PURCHASES = Unit("покупка", "покупки", "покупок", digits=1)
MANAGERS = Unit("менеджер", "менеджера", "менеджеров", digits=1, aliases=PERSONS)

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


EVERY = tuple(unit for unit in [*vars().values()] if isinstance(unit, Unit))


def find(words: str) -> Unit | None:
    """The unit that `words` name, if any does; of several, the one called exactly so."""
    called = [unit for unit in EVERY if unit.is_called(words)]
    return min(called, key=lambda unit: _likeness(unit, _letters(words)), default=None)


def _likeness(unit: Unit, word: str) -> tuple[bool, bool]:
    # Its own name goes before its other names, and these before what is cut short.
    return _letters(unit.one) != word, word not in map(_letters, unit.aliases)
