// @ts-check
// Tells a reader of screens what he would see, once he has paused: not at every key.

const PAUSE = 1000 // ms after an answer; what helps to decide has come by then

/**
 * @param {HTMLElement} root
 * @returns {{ later: () => void, stop: () => void }} what has it told, unless it is stopped before
 */
export function mount(root) {
  const place = /** @type {HTMLElement} */ (root.querySelector("[data-spoken]"))
  const headline = /** @type {HTMLElement} */ (root.querySelector(".calculator__headline"))
  let timer = 0

  function tell() {
    const message = root.querySelector("[data-error]:not([hidden])")
    place.textContent = message?.textContent ?? headline.innerText
  }

  const stop = () => clearTimeout(timer)
  return { later: () => (stop(), (timer = setTimeout(tell, PAUSE))), stop }
}
