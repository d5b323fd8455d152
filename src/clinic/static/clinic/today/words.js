// Sentences and small parts of the page "today". The words themselves stand in the page, where they are translated.
"use strict";

const diaryWords = (() => {
  const form = document.getElementById("day");
  const fill = (text, values) => Object.entries(values).reduce((all, [name, value]) => all.replace(`{${name}}`, value), text);
  const shown = (day) =>
    new Date(`${day}T12:00`).toLocaleDateString(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" });

  const element = (name, text = "", more = {}) => Object.assign(document.createElement(name), { textContent: text }, more);
  const button = (text, press) => {
    const found = element("button", text, { type: "button", className: "button" });
    found.addEventListener("click", press);
    return found;
  };

  // Answers, from the form's own labels.
  const label = (name) => form.querySelector(`[name="${name}"]`)?.closest("fieldset")?.querySelector("legend .words, legend")?.textContent.trim() ?? name;
  const word = (name, value) => {
    if (typeof value === "boolean") {
      return value ? form.dataset.wordsYes : form.dataset.wordsNo;
    }
    const option = form.querySelector(`[name="${name}"][value="${CSS.escape(String(value))}"], [name="${name}"] option[value="${CSS.escape(String(value))}"]`);
    return (option?.labels?.[0]?.textContent ?? option?.textContent ?? "").trim() || String(value);
  };
  const ofDay = (content, headaches) =>
    content
      .flatMap((one) =>
        Object.entries(one).map(([name, value]) => {
          if (name === "headache") {
            return headaches?.[value] || value;
          }
          return name === "note" ? `“${value}”` : `${label(name)} ${[value].flat().map((each) => word(name, each)).join(", ")}`;
        }),
      )
      .join("; ");

  // What was said of one exercise.
  const ofTick = (content) => {
    const { dataset } = document.getElementById("exercises");
    const [said] = content;
    if (!said) {
      return dataset.wordsNothing;
    }
    const parts = [
      said.done ? dataset.wordsDone : dataset.wordsNot,
      said.effort === undefined ? "" : fill(dataset.wordsEffort, { n: said.effort }),
      said.pain_before_nrs === undefined ? "" : fill(dataset.wordsBefore, { n: said.pain_before_nrs }),
      said.pain_after_nrs === undefined ? "" : fill(dataset.wordsAfter, { n: said.pain_after_nrs }),
    ];
    return parts.filter((one) => one !== "").join(" ");
  };

  return { fill, shown, element, button, label, ofDay, ofTick };
})();
