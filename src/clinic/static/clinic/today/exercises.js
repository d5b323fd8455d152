// The exercises of the signed plan, ticked one by one: each press is kept at once. What there is to do was heard with the
// chart, so that it stands here without a network too.
"use strict";

const diaryExercises = (() => {
  const section = document.getElementById("exercises");
  const items = section.querySelector(".items");
  const ONLY_OF_DONE = ["sets", "reps", "hold_s", "load", "effort"]; // nobody can say these of what was not done
  const PAINS = ["pain_before_nrs", "pain_after_nrs"];

  // Of a day that this device has not heard of, being without a network, the newest that it has.
  const of = (day, programme) => {
    const days = programme?.days ?? [];
    return (days.find((one) => one.day === day) ?? (days[0]?.day < day ? days[0] : undefined))?.items ?? [];
  };

  const joined = (before, said) => {
    const all = Object.entries({ ...before, ...said }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(said.done === false ? all.filter(([name]) => !ONLY_OF_DONE.includes(name)) : all);
  };

  const drawn = (one, number, say) => {
    const card = document.getElementById("exercise").content.cloneNode(true).firstElementChild;
    card.dataset.item = one.item;
    card.querySelectorAll("[data-id]").forEach((each) => (each.id = `${each.dataset.id}-${number}`));
    card.querySelectorAll("[data-for]").forEach((each) => (each.htmlFor = `${each.dataset.for}-${number}`));
    card.setAttribute("aria-labelledby", `exercise-${number}`);
    card.querySelectorAll("[data-name]").forEach((each) => (each.textContent += one.name));
    card.querySelector(".dose").textContent = one.dose;
    card.querySelector(".stop-sign").hidden = !one.wait;
    card.querySelectorAll("[data-done]").forEach((each) => each.addEventListener("click", () => say(one, { done: each.dataset.done === "yes" })));
    card.querySelectorAll("[data-effort]").forEach((each) => each.addEventListener("click", () => say(one, { effort: Number(each.dataset.effort) })));
    const pains = PAINS.map((name) => card.querySelector(`[name="${name}"]`));
    card.querySelector("[data-pains]").addEventListener("click", () =>
      say(one, Object.fromEntries(pains.map((each) => [each.name, each.value === "" ? undefined : Number(each.value)]))),
    );
    return card;
  };

  const showSaid = (card, content) => {
    const [said] = content;
    card.querySelector(".said").textContent = diaryWords.ofTick(content);
    card.querySelectorAll("[data-done]").forEach((each) => each.setAttribute("aria-pressed", said?.done === (each.dataset.done === "yes")));
    card.querySelectorAll("[data-effort]").forEach((each) => each.setAttribute("aria-pressed", said?.effort === Number(each.dataset.effort)));
    card.querySelector(".choices").hidden = !said?.done;
    card.querySelector("details").hidden = said === undefined;
    PAINS.forEach((name) => {
      const field = card.querySelector(`[name="${name}"]`);
      if (document.activeElement !== field) {
        field.value = said?.[name] ?? "";
      }
    });
  };

  // `says`: what stands of an exercise; `keep`: keeps a new word of it and tells whether that went well.
  const show = (day, programme, says, keep) => {
    const there = of(day, programme);
    section.hidden = there.length === 0;
    document.getElementById("stop").hidden = !programme?.stop;
    const say = async (one, more) => {
      const said = [joined(says(one.item)[0], more)];
      if (await keep(one.item, said)) {
        document.getElementById("told").textContent = `${one.name}: ${diaryWords.ofTick(said)}`;
      }
    };
    const shown = JSON.stringify([day, there]);
    if (section.dataset.shown !== shown) {
      // Only then: a card that is drawn anew loses the place of whoever goes through it by keyboard.
      section.dataset.shown = shown;
      items.replaceChildren(...there.map((one, number) => drawn(one, number, say)));
    }
    items.querySelectorAll("[data-item]").forEach((card) => showSaid(card, says(card.dataset.item)));
  };

  return { of, show };
})();
