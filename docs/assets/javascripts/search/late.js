// @ts-check
// Makes the index once something is typed: a page that is only read has better things to do. What
// it is made with comes after the page all the same, for whoever searches without a network.

{
  const [SETUP, READY] = [0, 1] // what Material calls its messages
  const SETTLED = 1000 // ms; a page that has just opened comes first
  const worker = /** @type {any} */ (self)
  const { importScripts, postMessage } = worker

  /** @type {any} what the index is made of */
  let setup
  /** @type {any} the first that is typed */
  let typed

  /** Let Material hear a message. @param {any} data */
  const pass = (data) => worker.dispatchEvent(new MessageEvent("message", { data }))

  const wait = (/** @type {MessageEvent} */ event) => {
    if (!event.isTrusted) return // passed by ourselves
    const { type, data } = event.data
    if (type === SETUP) {
      setup = event.data
      event.stopImmediatePropagation()
      setTimeout(pass, SETTLED, { type, data: { ...data, docs: [] } })
    } else if (data) {
      typed = event.data
      event.stopImmediatePropagation()
      worker.removeEventListener("message", wait)
      pass(setup)
    }
  }
  worker.addEventListener("message", wait)

  worker.postMessage = (/** @type {any} */ message) => {
    // The second time Material is ready the page has been told so, and has asked.
    if (message.type === READY && typed) pass(typed)
    else postMessage.call(worker, message)
  }

  /** @type {Set<string>} */
  const come = new Set()
  worker.importScripts = (/** @type {string[]} */ ...urls) => {
    const missing = urls.filter((url) => !come.has(url))
    importScripts.apply(worker, missing)
    for (const url of missing) come.add(url)
  }
}
