// @ts-check
// Which edition of the site a page is of: of the calculators and their scripts, as it was built with.

/** @param {Document} page @returns {string | null | undefined} */
export const edition = (page) => page.querySelector("meta[name=edition]")?.getAttribute("content")
