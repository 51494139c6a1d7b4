"""Signs of what the editors add: numbered on their page, with the words at its end."""

from macros.notes import Notes


def test_signs_are_numbered_on_their_page_and_lead_to_the_origins() -> None:
    notes = Notes()
    first = notes.sign("hiring/", "Пример — от редакции.")
    assert notes.sign("practice/interview/", "Другая страница.").count("editors-1") == 1
    second = notes.sign("hiring/", "И вывод — тоже.")
    assert 'aria-describedby="editors-1"' in first
    assert 'aria-describedby="editors-2"' in second
    assert 'href="../sources/#origin"' in first


def test_the_words_stand_once_at_the_end_of_their_page() -> None:
    notes = Notes()
    notes.sign("hiring/", "Пример <от> редакции.")
    foot = notes.foot("hiring/")
    assert 'id="editors-1"' in foot
    assert "Пример &lt;от&gt; редакции." in foot
    assert notes.foot("hiring/") == notes.foot("index/") == ""
