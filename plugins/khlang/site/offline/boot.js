// The offline edition: a page opened from a folder may not fetch, has no workers, and no scripts that
// are named by a hash. This one, which the policy knows, brings in the page's own, and gives the
// search its index as scripts.
"use strict";
(() => {
  const { root: up, load } = document.currentScript.dataset;
  const root = new URL(up, location.href);
  const arrived = new Map();
  const script = (address) => new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = new URL(address, root);
    element.async = false;
    element.onload = resolve;
    element.onerror = () => reject(new Error(address));
    document.head.append(element);
  });

  // Each file of the index calls this with its path and its bytes.
  window.khlangOffline = (path, packed) => arrived.set(path, Uint8Array.from(atob(packed), (each) => each.charCodeAt(0)));
  const read = async (path) => {
    if (!arrived.has(path)) await script(`search/${path}.js`);
    return arrived.get(path);
  };

  window.Worker = class {
    constructor(address) {
      this.search = script(address).then(() => self.khlangEngine.engine(read));
      this.search.catch(() => this.onerror?.());
    }
    async postMessage({ id, query, options }) {
      const answer = await this.search.then((search) => search(query, options)).then((result) => ({ id, result }), (error) => ({ id, error: String(error) }));
      this.onmessage({ data: answer });
    }
  };

  for (const address of load.split(" ")) if (address) script(address);
})();
