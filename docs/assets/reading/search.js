// @ts-check
// Material searches when a key is let go; words may be pasted, dictated or suggested as well.

/** @param {HTMLElement} box that words are searched in */
export function mount(box) {
  const search = () => box.dispatchEvent(new Event("keyup"))
  box.oninput = search
  search() // for what came before this did; Material leaves alone what it has searched
}
