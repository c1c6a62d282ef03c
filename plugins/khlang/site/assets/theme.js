// Light or dark by the reader's own choice; without one, as the device says. Stands before the
// first paint, so that no page flashes. Where nothing can be stored the choice lasts for the page.
"use strict";
(() => {
  const root = document.documentElement;
  const device = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : device.matches);
  const stored = (write) => {
    try {
      return write ? localStorage.setItem("khlang-theme", write) : localStorage.getItem("khlang-theme");
    } catch {
      return null;
    }
  };

  const kept = stored();
  if (kept === "light" || kept === "dark") root.dataset.theme = kept;

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme");
    const show = () => button.setAttribute("aria-pressed", String(isDark()));
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      stored(root.dataset.theme);
      show();
    });
    device.addEventListener?.("change", show);
    show();
    button.hidden = false;
  });
})();
