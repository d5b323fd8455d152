// Carrying a visit over the board, by pointer or by arrow keys. The server says what is against a place, and has the
// last word when it is put down: this script only fills in the form that moves a visit.
"use strict";

(() => {
  const board = document.getElementById("board");
  const form = document.getElementById("carry");
  const said = document.getElementById("said");
  if (!board || !form) return;
  const GRID = 3; // rows of five minutes
  const FAR = 6; // pixels, until a press is a drag
  const FIRST = Number(board.dataset.first);
  const ROWS = (Number(board.dataset.last) - FIRST) / 5;
  const columns = [...board.querySelectorAll(".column[data-clinician]:not([data-clinician=''])")];
  let carried = null;
  let asking = 0;
  let timer = 0;
  let putDown = false;

  // A place is the tens and the ones of a row, as names of styles.
  const digit = (one, name) => Number([...one.classList].find((each) => new RegExp(`^${name}\\d+$`).test(each))?.slice(name.length) ?? 0);
  const place = (one, letter) => 10 * digit(one, `${letter}t`) + digit(one, letter);
  const named = (number, letter) => `${letter}t${Math.floor(number / 10)} ${letter}${number % 10}`;
  const hour = (row) => {
    const minutes = FIRST + (row - 1) * 5;
    return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
  };
  const heading = (column) => column.querySelector("h2").textContent.trim();
  const layer = () => {
    const found = board.querySelector(".over");
    if (found) return found;
    const made = document.createElement("div");
    made.className = "over";
    board.append(made);
    return made;
  };

  const take = (visit) => {
    const column = columns.indexOf(visit.closest(".column"));
    if (carried || column < 0) return;
    const ghost = document.createElement("div");
    ghost.tabIndex = 0;
    ghost.setAttribute("role", "application");
    ghost.setAttribute("aria-label", form.dataset.label);
    ghost.setAttribute("aria-describedby", "said");
    ghost.addEventListener("keydown", pressed);
    ghost.addEventListener("blur", () => carried && !carried.byPointer && leave());
    carried = { visit, ghost, column, row: place(visit, "r"), rows: place(visit, "s"), home: [column, place(visit, "r")] };
    visit.classList.add("carried");
    const over = layer();
    over.removeAttribute("aria-hidden");
    over.append(ghost);
    show();
    said.textContent = form.dataset.picked.replace("%s", visit.querySelector("b").textContent);
    ghost.focus({ preventScroll: true });
  };

  const show = (state = "") => {
    const { ghost, column, row, rows, visit } = carried;
    const number = digit(columns[column], "k");
    ghost.className = `ghost k${number} ${named(row, "r")} ${named(rows, "s")} ${state}`;
    ghost.textContent = `${hour(row)} ${visit.querySelector("b").textContent}`;
  };

  const carry = (column, row) => {
    const one = carried;
    row = Math.min(Math.max(row, 1), ROWS - one.rows + 1);
    if (column === one.column && row === one.row) return;
    one.column = column;
    one.row = row;
    show();
    one.ghost.scrollIntoView({ block: "nearest", inline: "nearest" });
    const where = `${hour(row)}, ${heading(columns[column])}.`;
    said.textContent = where;
    clearTimeout(timer);
    timer = setTimeout(() => ask(where), 200);
  };

  const ask = async (where) => {
    const number = ++asking;
    const { visit, column, row } = carried;
    const { day, clinician } = columns[column].dataset;
    const query = new URLSearchParams({ visit: visit.dataset.id, day, at: hour(row), clinician });
    let answer = { says: form.dataset.failed, state: "" };
    try {
      const got = await fetch(`${form.dataset.check}?${query}`);
      if (got.ok) answer = await got.json();
    } catch {
      // Without a network nothing is known about the place; that is what is said.
    }
    if (!carried || number !== asking) return;
    show(answer.state);
    said.textContent = `${where} ${answer.says}`;
  };

  const beside = (step) => {
    const wanted = columns[carried.home[0]].dataset.discipline;
    for (let next = carried.column + step; columns[next]; next += step) {
      if (columns[next].dataset.discipline === wanted) return next;
    }
    return carried.column;
  };

  const pressed = (event) => {
    const ways = {
      ArrowUp: () => carry(carried.column, carried.row - GRID),
      ArrowDown: () => carry(carried.column, carried.row + GRID),
      ArrowLeft: () => carry(beside(-1), carried.row),
      ArrowRight: () => carry(beside(1), carried.row),
      Enter: put,
      Escape: leave,
    };
    if (ways[event.key]) {
      event.preventDefault();
      event.stopPropagation();
      ways[event.key]();
    }
  };

  const leave = () => {
    const { visit, ghost } = carried;
    clearTimeout(timer);
    asking += 1;
    carried = null;
    visit.classList.remove("carried");
    document.body.classList.remove("carrying");
    ghost.remove();
    said.textContent = form.dataset.left;
    visit.querySelector("a").focus({ preventScroll: true });
  };

  const put = () => {
    const { visit, column, row, home } = carried;
    if (column === home[0] && row === home[1]) {
      leave();
      return;
    }
    const { day, clinician } = columns[column].dataset;
    form.action = form.action.replace(/\/0\/move\/$/, `/${visit.dataset.id}/move/`);
    form.elements.version.value = visit.dataset.version;
    form.elements.day.value = day;
    form.elements.at.value = hour(row);
    form.elements.clinician.value = clinician;
    carried.byPointer = true; // the page goes; losing the focus is no letting go
    form.submit();
  };

  // By pointer. A finger scrolls the board; it moves a visit by the form.
  board.addEventListener("dragstart", (event) => event.preventDefault());
  board.addEventListener("pointerdown", (event) => {
    const visit = event.target.closest(".visit");
    if (!visit || event.button !== 0 || event.pointerType === "touch" || carried) return;
    const from = { x: event.clientX, y: event.clientY, inside: event.clientY - visit.getBoundingClientRect().top };
    const moved = (now) => {
      if (!carried) {
        if (Math.hypot(now.clientX - from.x, now.clientY - from.y) < FAR) return;
        take(visit);
        if (!carried) return;
        carried.byPointer = true;
        document.body.classList.add("carrying");
      }
      const items = columns[carried.column].querySelector(".items").getBoundingClientRect();
      const height = items.height / ROWS;
      const row = Math.round((now.clientY - from.inside - items.top) / height / GRID) * GRID + 1;
      const wanted = columns[carried.home[0]].dataset.discipline;
      const under = columns.findIndex((one) => {
        const { left, right } = one.getBoundingClientRect();
        return left <= now.clientX && now.clientX < right && one.dataset.discipline === wanted;
      });
      carry(under < 0 ? carried.column : under, row);
    };
    const stop = (event) => {
      removeEventListener("pointermove", moved);
      removeEventListener("pointerup", stop);
      removeEventListener("pointercancel", stop);
      removeEventListener("keydown", escape);
      if (!carried) return;
      putDown = true;
      setTimeout(() => (putDown = false));
      if (event.type === "pointerup") put();
      else leave();
    };
    const escape = (event) => {
      if (event.key === "Escape" && carried) stop(event);
    };
    addEventListener("pointermove", moved);
    addEventListener("pointerup", stop);
    addEventListener("pointercancel", stop);
    addEventListener("keydown", escape);
  });

  window.carry = { take, justPutDown: () => putDown };
})();
