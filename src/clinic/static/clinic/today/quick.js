// Answers of one tap: a second tap takes one back, "none" stands alone, and what was not said can be said at once.
"use strict";

(() => {
  const form = document.getElementById("day");
  const changed = (input) => input.dispatchEvent(new Event("change", { bubbles: true }));
  const groupOf = (radio) => form.querySelectorAll(`input[type=radio][name="${radio.name}"]`);

  // A radio knows no second tap. Space on the chosen one does the same by keyboard.
  const remember = () => form.querySelectorAll(".chips input[type=radio]").forEach((one) => (one.dataset.was = one.checked ? "chosen" : ""));
  form.addEventListener("click", ({ target }) => {
    if (target.matches(".chips input[type=radio]")) {
      if (target.dataset.was === "chosen" && target.checked) {
        target.checked = false;
        changed(target);
      }
      remember();
    }
  });
  form.addEventListener("reset", () => setTimeout(remember));

  form.addEventListener("change", ({ target }) => {
    if (target.matches(".chips input[type=checkbox]") && target.checked) {
      const others = form.querySelectorAll(`input[type=checkbox][name="${target.name}"]`);
      others.forEach((one) => (one.checked = one === target || (one.checked && one.value !== "none" && target.value !== "none")));
    }
  });

  // Whoever has a keyboard types the number of a scale: 1 and then 0 is ten.
  let typed = "";
  form.addEventListener("keydown", (event) => {
    const scale = event.target.closest?.("fieldset.scale");
    if (!scale || !/^[0-9]$/.test(event.key)) {
      typed = "";
      return;
    }
    typed = scale.querySelector(`input[value="${typed}${event.key}"]`) ? typed + event.key : event.key;
    const found = scale.querySelector(`input[value="${typed}"]`);
    if (found) {
      found.focus();
      found.checked = true;
      changed(found);
      remember();
    }
  });

  form.querySelectorAll("button.chip[data-for]").forEach((chip) =>
    chip.addEventListener("click", () => {
      const field = form.elements[chip.dataset.for];
      field.value = field.value === chip.value ? "" : chip.value;
      changed(field);
    }),
  );

  // "No to the others": only what was not said; an answer that was given stays.
  form.querySelectorAll("button[data-rest]").forEach((button) =>
    button.addEventListener("click", () => {
      button.closest("[data-group]").querySelectorAll('input[type=radio]:is([value="no"], [value="none"])').forEach((none) => {
        if (![...groupOf(none)].some((one) => one.checked)) {
          none.checked = true;
          changed(none);
        }
      });
      remember();
    }),
  );
})();
