// Tapping the drawing fills in the list below it; the list fills in the drawing. Without scripts the list does alone.
"use strict";

(() => {
  const next = { left: { "": "left", left: "", right: "both", both: "right" }, right: { "": "right", right: "", left: "both", both: "left" } };
  const rowOf = (region) => document.querySelector(`tr[data-region="${region}"]`);
  const places = document.querySelectorAll(".views .place");

  const draw = () => {
    for (const place of places) {
      const row = rowOf(place.dataset.region);
      const side = row.querySelector("select")?.value ?? "";
      const here = side === "" || side === "both" || side === place.dataset.side;
      place.classList.toggle("hurts", row.querySelector("[type=checkbox]").checked && here);
    }
  };

  for (const place of places) {
    place.classList.add("can");
    place.addEventListener("click", () => {
      const row = rowOf(place.dataset.region);
      const box = row.querySelector("[type=checkbox]");
      const select = row.querySelector("select");
      if (select === null) {
        box.checked = !box.checked;
      } else {
        select.value = next[place.dataset.side][box.checked ? select.value : ""];
        box.checked = select.value !== "";
      }
      draw();
    });
  }
  document.querySelector(".places")?.addEventListener("change", draw);
  document.querySelector(".by-tap")?.removeAttribute("hidden");
  draw();
})();
