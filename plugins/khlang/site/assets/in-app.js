// Browsers inside other programs neither save nor print: where a page offers a file, it says so and
// shows the way out. LINE knows one by itself; of the others the reader is told where it is.
"use strict";
(() => {
  const isLine = /\bLine\//.test(navigator.userAgent);
  if (!isLine && !/\bFB(AN|AV)\b|\bInstagram\b/.test(navigator.userAgent)) return;
  document.documentElement.dataset.inApp = "";
  const address =
    document.querySelector("link[rel=canonical]")?.href || location.href.replace(/[?#].*$/, "");
  for (const notice of document.querySelectorAll(".in-app")) {
    const [link, words] = notice.querySelectorAll("a, a + span");
    link.href = `${address}?openExternalBrowser=1`;
    link.hidden = !isLine;
    words.hidden = isLine;
    notice.hidden = false;
  }
})();
