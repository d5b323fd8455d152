// Says so when what is typed could not be kept, and tries again: at the next input (htmx) and once there is a connection.
"use strict";

(() => {
  const keeper = document.getElementById("keeper");
  const note = document.getElementById("not-kept");
  // Until something is kept, nothing that was typed since the page was opened is safe.
  let lastKept = new Date();
  let sent = lastKept;

  const time = (moment) =>
    `${String(moment.getHours()).padStart(2, "0")}:${String(moment.getMinutes()).padStart(2, "0")}`;

  const failed = () => {
    note.className = "notice warning";
    note.textContent = note.dataset.words.replace("%s", time(lastKept));
  };

  const kept = () => {
    lastKept = sent;
    note.className = "";
    note.textContent = "";
  };

  keeper.addEventListener("htmx:beforeRequest", () => {
    sent = new Date();
  });
  keeper.addEventListener("htmx:beforeOnLoad", (event) => {
    // The session has ended. Loading the page anew, as elsewhere, would throw away what is typed.
    if (event.detail.xhr.getResponseHeader("HX-Refresh") !== null) {
      event.preventDefault();
    }
  });
  keeper.addEventListener("htmx:afterRequest", (event) => {
    const answer = event.detail.xhr;
    const ended = answer.getResponseHeader("HX-Refresh") !== null;
    if (event.detail.successful && !ended) {
      kept();
    } else {
      failed();
    }
  });
  window.addEventListener("online", () => {
    if (note.textContent !== "") {
      htmx.trigger(keeper, "again");
    }
  });
})();
