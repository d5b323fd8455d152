// The device's own database: rows that wait to be sent, and what was last heard of the chart. For the page and the worker.
"use strict";

const diaryQueue = (() => {
  const open = () =>
    new Promise((done, fail) => {
      const asked = indexedDB.open("concordant-diary", 1);
      asked.onupgradeneeded = () => {
        asked.result.createObjectStore("rows", { keyPath: "key" });
        asked.result.createObjectStore("heard");
      };
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });

  // One transaction for one thought: after a crash all of it is there, or nothing. "strict": it is on the disk when the
  // promise is kept, not on its way there.
  const run = async (mode, work) => {
    const database = await open();
    try {
      return await new Promise((done, fail) => {
        const both = database.transaction(["rows", "heard"], mode, { durability: "strict" });
        const found = work(both.objectStore("rows"), both.objectStore("heard"));
        both.oncomplete = () => done(found?.result);
        both.onabort = () => fail(both.error); // every error ends here, a full disk too
      });
    } finally {
      database.close();
    }
  };

  return {
    rows: () => run("readonly", (rows) => rows.getAll()),
    heard: (name) => run("readonly", (_rows, heard) => heard.get(name)),
    hear: (name, value) => run("readwrite", (_rows, heard) => heard.put(value, name)),
    add: (kept, ...instead) =>
      run("readwrite", (rows) => {
        instead.forEach((key) => rows.delete(key));
        rows.add(kept);
      }),
    remove: (key) => run("readwrite", (rows) => rows.delete(key)),
    // What the server holds goes from here, in the same breath as what it said of the rest.
    settle: (state, answered) =>
      run("readwrite", (rows, heard) => {
        answered.forEach(([kept, answer]) => (answer.kept ? rows.delete(kept.key) : rows.put({ ...kept, answer })));
        heard.put(state, "state");
        heard.put(state.language, "language");
      }),
    device: async () => {
      const known = await diaryQueue.heard("device");
      const device = known ?? crypto.randomUUID();
      if (known === undefined) {
        await diaryQueue.hear("device", device);
      }
      return device;
    },
  };
})();
