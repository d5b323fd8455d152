// The day in twenty seconds. What is saved is on this device before the page says so; sending comes after.
"use strict";

(() => {
  const part = (id) => document.getElementById(id);
  const [state, form, problems, asks] = ["state", "day", "problems", "asks"].map(part);
  const { kinds, ofHeadache } = JSON.parse(part("facts").textContent);
  const AN_HOUR = 3_600_000; // ms; a page that stays open meets the next day

  // --- days, as the clock of this device shows them ----------------------------------------------------------------
  const two = (number) => String(number).padStart(2, "0");
  const dayOf = (moment) => `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  const back = (days) => {
    const now = new Date();
    return dayOf(new Date(now.getFullYear(), now.getMonth(), now.getDate() - days, 12));
  };
  const shown = (day) =>
    new Date(`${day}T12:00`).toLocaleDateString(document.documentElement.lang, { weekday: "long", day: "numeric", month: "long" });
  const fill = (text, values) => Object.entries(values).reduce((all, [name, value]) => all.replace(`{${name}}`, value), text);

  const element = (name, text = "", more = {}) => Object.assign(document.createElement(name), { textContent: text }, more);
  const button = (text, press) => {
    const found = element("button", text, { type: "button", className: "button" });
    found.addEventListener("click", press);
    return found;
  };

  // --- what is known -----------------------------------------------------------------------------------------------
  const known = { heard: undefined, rows: [], contact: "ok", notKept: "" };

  const mine = () => known.rows.filter((one) => one.person === known.heard?.person);
  const ofDay = (day) => mine().filter((one) => one.row.kind === "diary" && one.row.day === day && !diarySender.isFinal(one.answer));
  const chartOf = (day) => known.heard?.days.find((one) => one.day === day) ?? { known: [], says: [] };
  // The newest word of a day that this device knows of, sent or not.
  const says = (day) => ofDay(day).sort((one, other) => one.row.written.localeCompare(other.row.written)).at(-1)?.row.says ?? chartOf(day).says;

  const row = (day, content, more = {}) => ({
    key: crypto.randomUUID(),
    kind: "diary",
    day,
    says: content,
    // Everything that whoever writes this has before them: it takes the place of these, and of nothing else.
    based_on: [...new Set([...chartOf(day).known, ...ofDay(day).flatMap((one) => [one.row.key, ...one.row.based_on])])],
    written: new Date().toISOString(),
    seen: known.heard.now,
    zone_min: -new Date().getTimezoneOffset(),
    ...more,
  });

  // --- saving ------------------------------------------------------------------------------------------------------
  const keep = async (written, ...instead) => {
    try {
      await diaryQueue.add({ key: written.key, person: known.heard.person, row: written, answer: null }, ...instead);
      known.notKept = "";
    } catch (error) {
      known.notKept = error?.name === "QuotaExceededError" ? "full" : "failed";
      showState();
    }
    return known.notKept === "";
  };

  const send = async () => {
    await refresh();
    known.contact = await diarySender.send();
    await refresh();
    const registration = await navigator.serviceWorker?.getRegistration();
    if (known.contact === "no network" && mine().length > 0) {
      // Only some browsers offer this. Without it the page sends when it is opened, seen again, or on line again.
      await registration?.sync?.register("diary").catch(() => {});
    }
  };

  // --- the state line ----------------------------------------------------------------------------------------------
  const say = (name, kind, values = {}) => {
    state.hidden = false;
    state.className = `state notice ${kind}`;
    state.textContent = fill(state.dataset[`words${name[0].toUpperCase()}${name.slice(1)}`], values);
  };

  const showState = () => {
    const days = new Set(mine().filter((one) => !diarySender.isFinal(one.answer)).map((one) => one.row.day)).size;
    const out = known.contact === "sign in";
    part("sign-in").hidden = !out && known.heard !== undefined;
    if (known.notKept !== "") {
      // Stays until something is kept: whoever looks away for a moment must not read that all is well.
      say(known.notKept, "error");
    } else if (known.heard === undefined) {
      say("first", "warning");
    } else if (days > 0) {
      say(`${out ? "signIn" : ""}${days === 1 ? "One" : "Many"}`, "warning", { n: days });
    } else if (out) {
      say("signIn", "warning");
    } else if (mine().length > 0) {
      say("needs", "warning");
    } else {
      say("sent", "success");
    }
    part("others").hidden = known.heard === undefined || mine().length === known.rows.length;
  };

  // --- rows that need a person -------------------------------------------------------------------------------------
  const showProblems = () => {
    problems.querySelectorAll(".card").forEach((one) => one.remove());
    const wrong = mine().filter((one) => diarySender.isFinal(one.answer));
    problems.hidden = wrong.length === 0;
    wrong.forEach(({ key, row: old, answer }) => {
      const card = element("div", "", { className: "card" });
      card.append(element("h3", shown(old.day)), element("p", answer.words), element("p", inWords(old.says)));
      if (answer.status === "clock") {
        const choices = answer.proposed ? [answer.proposed] : [0, 1, 2].map(back);
        choices.forEach((day) => {
          const confirm = async () => {
            const again = { ...old, key: crypto.randomUUID(), day, confirmed: true, based_on: chartOf(day).known };
            if (await keep(again, key)) {
              await send();
            }
          };
          card.append(button(fill(problems.dataset.wordsWas, { day: shown(day) }), confirm), " ");
        });
      }
      const drop = async () => {
        if (window.confirm(fill(problems.dataset.wordsSure, { day: shown(old.day) }))) {
          await diaryQueue.remove(key);
          await refresh();
        }
      };
      card.append(button(problems.dataset.wordsDrop, drop));
      problems.append(card);
    });
  };

  const showAsks = () => {
    asks.querySelectorAll(".card").forEach((one) => one.remove());
    const open = (known.heard?.asks ?? []).filter((one) => !mine().some((each) => sameOf(each.row, one)));
    asks.hidden = open.length === 0;
    open.forEach((one) => {
      const card = element("div", "", { className: "card" });
      card.append(element("h3", fill(asks.dataset.wordsTwo, { day: shown(one.day) })));
      one.answers.forEach((answer) => {
        const time = new Date(answer.written).toLocaleString(document.documentElement.lang);
        const pick = async () => {
          const more = one.kind === "home" ? { kind: "home", item: one.item } : {};
          if (await keep(row(one.day, answer.says, { ...more, based_on: one.known }))) {
            await send();
          }
        };
        const line = element("p", `${inWords(answer.says) || asks.dataset.wordsNone}. ${fill(asks.dataset.wordsWritten, { time })}. `);
        card.append(line, button(asks.dataset.wordsRight, pick));
      });
      asks.append(card);
    });
  };
  const sameOf = (one, other) => one.kind === other.kind && one.day === other.day && (one.item ?? "") === other.item;

  // --- answers in words, from the form's own labels ----------------------------------------------------------------
  const label = (name) => form.querySelector(`[name="${name}"]`)?.closest("fieldset, .fact")?.querySelector("legend, label")?.textContent.trim() ?? name;
  const word = (name, value) => {
    if (typeof value === "boolean") {
      return value ? form.dataset.wordsYes : form.dataset.wordsNo;
    }
    const option = form.querySelector(`[name="${name}"][value="${CSS.escape(String(value))}"], [name="${name}"] option[value="${CSS.escape(String(value))}"]`);
    return (option?.labels?.[0]?.textContent ?? option?.textContent ?? "").trim() || String(value);
  };
  const inWords = (content) =>
    content
      .flatMap((one) =>
        Object.entries(one).map(([name, value]) =>
          name === "headache" ? known.heard?.headaches[value] || value : `${label(name)} ${[value].flat().map((each) => word(name, each)).join(", ")}`,
        ),
      )
      .join("; ");

  // --- the form ----------------------------------------------------------------------------------------------------
  const READ = {
    flag: (texts) => (texts[0] ? texts[0] === "yes" : undefined),
    number: (texts) => (texts[0] ? Number(texts[0]) : undefined),
    one: (texts) => texts[0] || undefined,
    any: (texts) => (texts.length === 0 ? undefined : texts.filter((one) => one !== "none")),
  };
  const answered = () => {
    const data = new FormData(form);
    const read = Object.entries(kinds).map(([name, kind]) => [name, READ[kind](data.getAll(name).map(String))]);
    return Object.fromEntries(read.filter(([, value]) => value !== undefined));
  };

  // What stood of the day stays, unless it is said anew. A day without a headache keeps nothing of one.
  const joined = (day, said) => {
    const before = says(day);
    if (!said.headache_today) {
      const stays = Object.entries(Object.assign({}, ...before)).filter(([name]) => name !== "headache" && !ofHeadache.includes(name));
      const rest = Object.entries(said).filter(([name]) => !ofHeadache.includes(name));
      return [{ ...Object.fromEntries(stays), ...Object.fromEntries(rest) }];
    }
    const names = Object.keys(known.heard.headaches);
    const whose = names.length === 1 ? names[0] : new FormData(form).get("which") || undefined;
    const others = before.filter((one) => one.headache_today && one.headache !== whose);
    const own = before.find((one) => one.headache === whose) ?? (others.length === 0 ? before[0] : undefined) ?? {};
    return [...others, { ...own, ...said, ...(whose ? { headache: whose } : {}) }];
  };

  const showWhich = () => {
    const names = Object.entries(known.heard?.headaches ?? {});
    const yes = form.elements.headache_today.value === "yes";
    part("which").hidden = !yes || names.length < 2;
    part("s-headache").hidden = !yes;
    // What is hidden says nothing, and a slip in it must not hold the form back unseen.
    part("s-headache").querySelectorAll("input, select").forEach((one) => (one.disabled = !yes));
    const place = part("which").querySelector(".radios");
    if (place.childElementCount !== names.length) {
      place.replaceChildren(
        ...names.map(([id, name]) => {
          const choice = element("span", "", { className: "choice" });
          const input = element("input", "", { type: "radio", name: "which", value: id, id: `which-${id}` });
          choice.append(input, element("label", name ? `${id} · ${name}` : id, { htmlFor: input.id }));
          return choice;
        }),
      );
    }
  };

  const showDay = () => {
    const content = says(back(Number(form.elements.back.value)));
    part("stands").hidden = content.length === 0;
    part("stands").textContent = fill(form.dataset.wordsStands, { says: inWords(content) });
    form.hidden = known.heard === undefined;
    showWhich();
  };

  const refresh = async () => {
    known.heard = await diaryQueue.heard("state");
    known.rows = await diaryQueue.rows();
    showDay();
    showProblems();
    showAsks();
    showState();
  };

  form.addEventListener("change", showDay);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = answered();
    const day = back(Number(form.elements.back.value));
    if (!(await keep(row(day, joined(day, said))))) {
      return;
    }
    const alarm = (said.red_flag_today ?? []).length > 0;
    form.reset();
    part("alarm").hidden = !alarm;
    (alarm ? part("alarm") : state).scrollIntoView();
    if (alarm) {
      part("alarm").focus();
    }
    navigator.storage?.persist?.();
    await send();
  });

  const start = async () => {
    try {
      await refresh();
      await navigator.locks.query();
    } catch {
      // No database, or no secure connection: nothing could be kept here.
      part("plain").hidden = false;
      form.hidden = true;
      return;
    }
    form.elements.intensity_nrs.min = 1; // on a day with a headache it was not 0
    navigator.serviceWorker?.register("/today/worker.js", { scope: "/today/" });
    window.addEventListener("online", send);
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && send());
    setInterval(showDay, AN_HOUR);
    await send();
  };
  start();
})();
