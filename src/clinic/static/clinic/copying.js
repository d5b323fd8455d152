// Buttons that copy one field of a sheet. They are shown only where this script runs and the browser can copy.
"use strict";

const told = document.querySelector("[data-copied]");
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      told.textContent = "";
      told.textContent = `${told.dataset.copied}: ${button.dataset.copy}`;
    });
  }
}
