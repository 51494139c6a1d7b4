// @ts-check
// Brings the scripts of a page once its text is painted: nothing that they ask for or do comes
// before it. They run one after another, in the order of the template before this script.
{
  const template = /** @type {HTMLTemplateElement} */ (
    document.currentScript?.previousElementSibling
  )
  const bring = () => {
    const scripts = template.content
    for (const script of scripts.querySelectorAll("script")) script.async = false
    // Material's, the first, waits for an event that is over; a task of its own lets taps between.
    const begin = () => document.dispatchEvent(new Event("DOMContentLoaded"))
    scripts.querySelector("script:not([type])")?.addEventListener("load", () => setTimeout(begin))
    document.body.append(scripts)
  }
  if (!document.documentElement.hasAttribute("data-old")) requestAnimationFrame(() => setTimeout(bring))
}
