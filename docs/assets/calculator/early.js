// @ts-check
/**
 * The page's address and what this tab keeps go in; where they will fill a calculator in, the page is marked before it is drawn,
 * so that what would move at once is not yet seen (see calculator.css). It runs while the page is read, and does nothing else.
 */

try {
  const rule = document.currentScript?.getAttribute("data-rule");
  if (sessionStorage.getItem(`smallprint ${rule}`) || location.hash.includes("=")) document.documentElement.classList.add("calculator-awaited");
} catch {
  // Where nothing can be kept, nothing was.
}
