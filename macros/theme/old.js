// @ts-check
// The first of a page's scripts, in words that any browser reads: all others use what is newer.
// Below the README's floor, a page stays as where scripts are switched off, and says why.
{
  // Nothing here compresses. But of all that Python takes, no browser had the last before this.
  if ("CompressionStream" in window) document.documentElement.classList.replace("no-js", "js")
  else document.documentElement.setAttribute("data-old", "")
}
