// @ts-check
// Runs before anything of an embedded calculator is laid out: its colours are those that the page
// around asks for, or else the device's; and that page is told how tall the calculator is.
{
  const page = document.documentElement

  const asked = new URLSearchParams(location.search).get("scheme")
  const night = matchMedia("(prefers-color-scheme: dark)")
  const dress = () => {
    const dark = asked === "dark" || (asked !== "light" && night.matches)
    page.setAttribute("data-md-color-scheme", dark ? "slate" : "default")
  }
  dress()
  night.addEventListener("change", dress)

  const tell = () => {
    const { embedded: calculator } = page.dataset
    // To whoever is around: a height and a name are no secret.
    parent.postMessage({ type: "playbook-height", calculator, height: page.offsetHeight }, "*")
  }
  new ResizeObserver(tell).observe(page)
}
