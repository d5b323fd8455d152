// Keeps the page "today" so that it opens without a network, and sends what waits where the browser offers to.
"use strict";

const CACHE = "today-{{ version }}";
const HERE = "{{ here }}";
const LANGUAGES = [{% for one in languages %}"{{ one }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
const KEPT = [{% for one in kept %}"{{ one|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %}];
importScripts({% for one in scripts %}"{{ one|escapejs }}"{% if not forloop.last %}, {% endif %}{% endfor %});

self.addEventListener("install", (event) => {
  const keep = async () => {
    const cache = await caches.open(CACHE);
    // Without cookies: what is kept is the same for everybody. All or nothing: half a page is worse than the last one.
    await cache.addAll(KEPT.map((one) => new Request(one, { credentials: "omit", cache: "reload" })));
    await self.skipWaiting();
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const tidy = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((one) => one.startsWith("today-") && one !== CACHE).map((one) => caches.delete(one)));
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

// The language that was chosen on this device or with the account; before either is known, that of the browser.
const language = async () => {
  const chosen = await diaryQueue.heard("language").catch(() => undefined);
  const asked = [chosen, ...self.navigator.languages].map((one) => one?.toLowerCase().split("-")[0]);
  return asked.map((one) => LANGUAGES.find((each) => each.startsWith(`${one}-`))).find((one) => one) ?? LANGUAGES[0];
};

self.addEventListener("fetch", (event) => {
  const address = new URL(event.request.url);
  // Only what is kept is answered from here; all else goes to the network as if there were no worker.
  if (event.request.method !== "GET" || address.origin !== self.location.origin) {
    return;
  }
  const isPage = address.pathname === HERE;
  if (isPage || KEPT.includes(address.pathname)) {
    const answer = async () => {
      const path = isPage ? `${HERE}${await language()}/` : address.pathname;
      return (await (await caches.open(CACHE)).match(path)) ?? fetch(event.request);
    };
    event.respondWith(answer());
  }
});

self.addEventListener("sync", (event) => {
  event.waitUntil(diarySender.send());
});
