"""What is said about the answer: its arithmetic, its reading, its tables."""

from collections.abc import Iterator

from calculators.career_path.model import (
    MARKETING,
    NOW,
    ROWS,
    TEAM,
    TO_EXPERIENCED,
    WHOLE_PATH,
    Inputs,
    Outputs,
    marketing_ahead,
    skills,
)
from calculators.kit.arithmetic import Range
from calculators.kit.declaration import answers
from calculators.kit.declaration.declare import Listing, Reading, Shown, Step, Worked
from calculators.kit.declaration.units import YEARS
from calculators.kit.words import formats
from calculators.kit.words.working import least, operand, worded

NO_LESS = "{}, но не меньше нуля"


def explain(i: Worked[Inputs], o: Worked[Outputs]) -> Iterator[Step]:
    """The readiness, then both ranges of years."""
    asked = skills(i.raw)
    if asked:
        yield from answers.steps(asked.values(), "Готовность", o.readiness)
        served = operand(WHOLE_PATH.shown) - i.years
        if marketing_ahead(i.raw) != NOW:
            words = "{}, но не меньше срока на маркетинг ({})"
            served = worded(words, served, MARKETING.shown)
        elif i.raw.years > WHOLE_PATH.low:
            served = worded(NO_LESS, served)
        yield Step("До коммерческого директора", served, o.years_left)
        experienced = o.years_left + TO_EXPERIENCED.shown
    else:
        team = i.team if i.raw.team <= TEAM.value else least(i.team, TEAM.shown)
        yield Step("Готовность", team / TEAM.shown, o.readiness)
        experienced = operand(TO_EXPERIENCED.shown) - i.years_in_post
        if i.raw.years_in_post > TO_EXPERIENCED.low:
            experienced = worded(NO_LESS, experienced)
    yield Step("До опытного коммерческого", experienced, o.years_to_experienced)


def reading(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    """What holds the reader back, where to begin, and whose estimate this is."""
    asked = skills(i.raw)
    if not asked:
        return _at_the_top(i, o)
    caution = (
        "Сроки — оценка одного практика без даты, ответы — ваша самооценка. Попросите "
        "руководителя ответить за вас и сравните. Повышения готовность не обещает."
    )
    if set(asked.values()) == {answers.NO}:
        caution = f"Пока все ответы — «нет»: ответьте на вопросы своего перелома. {caution}"
    years = f"До коммерческого директора — {_term(o.raw.years_left)}."
    if o.raw.years_left == NOW:
        years = "По годам весь путь тоже пройден."
    elif o.raw.years_left == marketing_ahead(i.raw):
        before = "" if i.raw.step == "sales_director" else ", и это не считая ступеней перед ним"
        years += f" Стаж их уже не сокращает: столько занимает маркетинг{before}."
    if not o.raw.missing:
        return Reading(
            f"Умения для ступени «{o.next_step}» у вас есть. {years}",
            "Попросите на квартал участок следующей ступени и договоритесь, по какому числу "
            "решите, что получилось.",
            caution,
        )
    # What is not there at all comes before what is there in part.
    first = min(o.raw.missing, key=lambda name: asked[name] != answers.NO)
    title, _, move = ROWS[first]
    if len(o.raw.missing) < len(asked):
        state = f"закрыты не все умения: осталось {len(o.raw.missing)} из {len(asked)}"
    else:
        state = f"пока не закрыто ни одно умение из {len(asked)}"
    return Reading(
        f"Для ступени «{o.next_step}» {state}. {years}",
        f"Начните с одного — «{title}». {move}.",
        caution,
    )


def _at_the_top(i: Shown[Inputs], o: Shown[Outputs]) -> Reading:
    caution = (
        "Сроки и размер команды — оценка одного практика без даты. Готовность здесь — только "
        "размер команды, годы считаются отдельно."
    )
    served = o.raw.years_to_experienced == NOW
    if o.raw.missing:
        missing = f"от {formats.number(TEAM.value)}\u00a0человек, сейчас у вас {i.team}"
        if served:
            meaning = (
                f"По годам вы уже опытный коммерческий директор. Не хватает команды {missing}."
            )
        else:
            left = to_go(o.raw.years_to_experienced)
            meaning = f"Вы уже коммерческий директор. До опытного — {left} и команда {missing}."
        return Reading(
            meaning,
            "Берите работу, в которой людей больше: второй канал продаж, новый регион, "
            "ещё одно направление.",
            caution,
        )
    if served:
        return Reading(
            f"И годы, и команда опытного коммерческого директора у вас есть: {i.team}.",
            "Дальше этой ступени путь практика не идёт. Готовьте того, кто займёт ваше место.",
            caution,
        )
    return Reading(
        f"Вы уже коммерческий директор, и размер команды подходит: {i.team}.",
        f"Остаётся опыт в этой должности: {to_go(o.raw.years_to_experienced)}. За это время "
        "подготовьте того, кто займёт ваше место.",
        caution,
    )


def lists(i: Shown[Inputs], o: Shown[Outputs]) -> Iterator[Listing]:
    """What is missing, each with a first move."""
    asked = skills(i.raw)
    items = []
    for name, words in zip(o.raw.missing, o.missing, strict=True):
        partly = ", есть отчасти" if asked.get(name) == answers.PARTLY else ""
        items.append(f"{words}{partly}. {ROWS[name][2]}." if name in ROWS else f"{words}.")
    if not asked and o.raw.years_to_experienced != NOW:
        items.append(f"Опыт в должности: {to_go(o.raw.years_to_experienced)}.")
    yield Listing("Чего не хватает и с чего начать", items, empty="По этим ответам — ничего.")


def to_go(left: Range) -> str:
    """The years that are left, as a sentence goes on after «до опытного директора —»."""
    if left == NOW:
        return "годы уже пройдены"
    term = _term(left)
    return term if term.startswith("меньше") else f"ещё {term}"


def _term(left: Range) -> str:
    # What is left and too little to be shown is not nothing.
    most = formats.quantity(left.high, YEARS)
    told = formats.told(most)
    return formats.between(left, YEARS) if told == most else told
