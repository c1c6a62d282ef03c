// What an item's page can do where scripts may run: pictures in full, players, sending on, copying.
// Without it every picture, film and file is an ordinary link.
"use strict";
(() => {
  const page = document.querySelector(".item");
  const byId = (name) => document.getElementById(`page.${name}`);
  const address =
    document.querySelector("link[rel=canonical]")?.href || location.href.replace(/[?#].*$/, "");

  // The page's own address, where the build did not know it.
  for (const each of page.querySelectorAll(".here:empty")) each.textContent = address;
  for (const link of page.querySelectorAll("[data-begin]")) {
    link.href = link.dataset.begin + encodeURIComponent(address);
    link.parentElement.hidden = false;
  }

  // Buttons appear where they can do what they say.
  const offer = (name, can, act) => {
    const button = page.querySelector(`.${name}`);
    button.parentElement.hidden = !can;
    button.addEventListener("click", act);
  };
  const title = page.querySelector("h1").textContent;
  offer("native", "share" in navigator, () =>
    navigator.share({ title, url: address }).catch(() => {}),
  );
  offer("print", "print" in window && !("inApp" in document.documentElement.dataset), () => print());

  // A copy: by the clipboard, else by the old way, else the text is selected for the reader's hand.
  const copied = (text, element) => {
    const selection = getSelection();
    selection.selectAllChildren(element);
    try {
      if (!document.execCommand("copy")) return false;
    } catch {
      return false;
    }
    selection.removeAllRanges();
    return true;
  };
  for (const button of page.querySelectorAll(".copy")) {
    button.hidden = false;
    const words = button.querySelector("span");
    const usual = words.textContent;
    button.addEventListener("click", async () => {
      const element = document.getElementById(button.dataset.of);
      const text = element.textContent;
      let done;
      try {
        await navigator.clipboard.writeText(text);
        done = true;
      } catch {
        done = copied(text, element);
      }
      words.textContent = done ? button.dataset.done : button.dataset.select;
      byId("said").textContent = words.textContent;
      setTimeout(() => (words.textContent = usual), 4000);
    });
  }

  // The code for telephones: drawn when it is asked for, and for paper. The library that is loaded
  // behind this script is written for Node: it puts its functions into `exports`.
  const qr = (window.exports = {});
  const code = byId("qr");
  const draw = () => {
    if (code.firstChild || !qr.generate) return;
    const bits = qr.generate(address, { minCorrectionLevel: qr.correction.M });
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    let path = "";
    for (let y = 0; y < bits.size; y++)
      for (let x = 0; x < bits.size; x++) if (bits.get(x, y)) path += `M${x} ${y}h1v1h-1z`;
    svg.setAttribute("viewBox", `-4 -4 ${bits.size + 8} ${bits.size + 8}`);
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", code.dataset.label);
    svg.append(document.createElementNS(svg.namespaceURI, "path"));
    svg.firstChild.setAttribute("d", path);
    code.append(svg);
  };
  offer("show-qr", true, ({ currentTarget }) => {
    draw();
    code.hidden = !code.hidden;
    currentTarget.setAttribute("aria-expanded", String(!code.hidden));
  });
  addEventListener("beforeprint", () => {
    for (const each of page.querySelectorAll("img[loading]")) each.loading = "eager";
    draw();
  });

  // A player takes the place of its poster: the first request to its host is the reader's click.
  // From a folder the poster stays a link: hosts of players turn away pages without an address.
  const plain = (event) => !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  page.querySelector("[data-player]")?.addEventListener("click", (event) => {
    if (!plain(event) || location.protocol === "file:") return;
    event.preventDefault();
    const poster = event.currentTarget;
    const player = document.createElement("iframe");
    player.title = poster.dataset.title;
    player.allow = "autoplay; encrypted-media; fullscreen; picture-in-picture";
    player.allowFullscreen = true;
    player.referrerPolicy = "strict-origin-when-cross-origin";
    player.src = poster.dataset.player;
    poster.replaceWith(player);
    player.focus();
  });

  // A picture in full.
  const dialog = page.querySelector("dialog.zoomed");
  if (!dialog?.showModal) return;
  const stage = dialog.querySelector(".stage");
  const shown = dialog.querySelector("output");
  const save = dialog.querySelector("a");
  let picture = null;
  let scale = 1;

  const fitting = () =>
    Math.min(1, stage.clientWidth / picture.naturalWidth, stage.clientHeight / picture.naturalHeight);
  const to = (wanted) => {
    if (!picture?.naturalWidth) return;
    const least = fitting();
    const before = scale;
    scale = Math.min(Math.max(wanted, least), Math.max(4, least));
    const middle = (side, scrolled) => ((scrolled + side / 2) * scale) / before - side / 2;
    const left = middle(stage.clientWidth, stage.scrollLeft);
    const top = middle(stage.clientHeight, stage.scrollTop);
    picture.style.width = `${Math.round(picture.naturalWidth * scale)}px`;
    stage.scrollTo(left, top);
    shown.textContent = `${Math.round(scale * 100)}%`;
  };
  const acts = {
    in: () => to(scale * 1.5),
    out: () => to(scale / 1.5),
    fit: () => to(0),
    close: () => dialog.close(),
  };
  for (const button of dialog.querySelectorAll("[data-do]"))
    button.addEventListener("click", acts[button.dataset.do]);
  dialog.addEventListener("keydown", (event) => {
    const act = { "+": "in", "=": "in", "-": "out", 0: "fit" }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    acts[act]();
  });
  dialog.addEventListener("close", () => stage.replaceChildren());
  addEventListener("resize", () => dialog.open && to(scale));

  for (const link of page.querySelectorAll("a.zoom"))
    link.addEventListener("click", (event) => {
      if (!plain(event)) return;
      event.preventDefault();
      picture = new Image();
      picture.alt = link.querySelector("img").alt;
      picture.addEventListener("load", () => to(0));
      picture.addEventListener("click", () => to(scale > fitting() ? 0 : Math.max(1, scale * 2)));
      picture.src = save.href = link.href;
      stage.replaceChildren(picture);
      shown.textContent = "";
      dialog.showModal();
      stage.focus();
    });
})();
