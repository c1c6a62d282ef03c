// Answers messages where this is a worker; for a page of a folder, which may have none, the engine.

if (typeof WorkerGlobalScope !== "undefined" && self instanceof WorkerGlobalScope) {
  const base = new URL("../search/", self.location.href);
  const search = engine(async (path) => {
    const answer = await fetch(new URL(path, base));
    if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  });
  search.begin();
  self.onmessage = ({ data: { id, query, options } }) =>
    search(query, options).then(
      (result) => self.postMessage({ id, result }),
      (error) => self.postMessage({ id, error: String(error) }),
    );
} else {
  self.khlangEngine = { engine, exact, runs, grams, checksum, placed, spans };
}
