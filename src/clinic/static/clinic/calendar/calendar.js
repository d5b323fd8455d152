// The board by keyboard, and a visit beside it without leaving the page. Everything here is a link without this script.
"use strict";

(() => {
  const board = document.getElementById("board");
  const panel = document.getElementById("panel");
  const form = document.getElementById("carry");
  if (!board || !form) return;
  document.getElementById("keys").hidden = false;
  let opener = null;

  const open = async (link) => {
    const answer = await fetch(link.href, { headers: { "HX-Request": "true" } });
    const text = answer.ok ? await answer.text() : "";
    const found = new DOMParser().parseFromString(text, "text/html").getElementById("visit");
    if (!found) {
      location.href = link.href;
      return;
    }
    const close = document.createElement("button");
    close.type = "button";
    close.className = "button close";
    close.textContent = form.dataset.close;
    close.addEventListener("click", shut);
    const onBoard = board.querySelector(`.visit[data-id="${found.dataset.id}"]`);
    const move = found.querySelector("[data-move]");
    if (onBoard && move) {
      const take = document.createElement("button");
      take.type = "button";
      take.className = "button";
      take.textContent = form.dataset.handle;
      take.addEventListener("click", () => {
        shut();
        window.carry.take(onBoard);
      });
      move.after(" ", take);
    }
    panel.replaceChildren(close, document.adoptNode(found));
    panel.hidden = false;
    opener = link;
    panel.querySelector("h1").focus();
  };

  const shut = () => {
    panel.hidden = true;
    panel.replaceChildren();
    opener?.focus();
  };

  board.addEventListener("click", (event) => {
    const link = event.target.closest(".visit a");
    if (!link || !panel || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (!window.carry.justPutDown()) open(link);
  });
  panel?.addEventListener("keydown", (event) => {
    if (event.key === "Escape") shut();
  });

  // Arrow keys go to what lies there: within a column up and down, to the nearest hour left and right.
  const columns = [...board.querySelectorAll(".column")];
  const links = (column) => [...column.querySelectorAll(".visit a, .gap a")];
  const top = (link) => link.getBoundingClientRect().top;
  const go = (link, key) => {
    const at = columns.indexOf(link.closest(".column"));
    if (key === "ArrowUp" || key === "ArrowDown") {
      const all = links(columns[at]);
      return all[all.indexOf(link) + (key === "ArrowUp" ? -1 : 1)];
    }
    const step = key === "ArrowLeft" ? -1 : 1;
    for (let next = at + step; columns[next]; next += step) {
      const nearest = links(columns[next]).sort((a, b) => Math.abs(top(a) - top(link)) - Math.abs(top(b) - top(link)))[0];
      if (nearest) return nearest;
    }
    return null;
  };
  board.addEventListener("keydown", (event) => {
    const link = event.target.closest(".visit a, .gap a");
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key.startsWith("Arrow")) {
      event.preventDefault();
      go(link, event.key)?.focus();
    } else if (event.key.toLowerCase() === "m" && link.closest(".visit")) {
      event.preventDefault();
      window.carry.take(link.closest(".visit"));
    }
  });

  // Both halves of a pair are lit together.
  const light = (event) => {
    const pair = event.target.closest?.(".visit")?.dataset.pair;
    board.querySelectorAll(".visit[data-pair]").forEach((one) => one.classList.toggle("lit", one.dataset.pair === pair));
  };
  board.addEventListener("focusin", light);
  board.addEventListener("pointerover", light);

  // The page opens where the day is.
  const now = board.querySelector(".now");
  if (now && matchMedia("(max-width: 64rem)").matches) scrollTo({ top: top(now) + scrollY - innerHeight / 2 });
})();
