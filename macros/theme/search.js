// @ts-check
// Where the search does not come Material goes on saying that it begins; this says what to do.
{
  const PATIENCE = 10_000 // ms in the search, for one that is only slow
  const place = document.querySelector(".md-search-result__meta")
  const begins = place?.textContent

  const say = () => {
    if (!place || place.textContent !== begins) return
    place.textContent = "Поиск не загрузился: проверьте связь и обновите страницу. Все главы есть в меню."
  }
  document.querySelector(".md-search__input")?.addEventListener("focus", () => setTimeout(say, PATIENCE))
}
