// @ts-check
/** Whether the reader prefers dark colours goes in; the page is marked for them before it is drawn, and whenever they change. */

{
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const mark = () => document.documentElement.setAttribute("data-md-color-scheme", dark.matches ? "slate" : "default");
  dark.addEventListener("change", mark);
  mark();
}
