// Counts an exercise: sets, repetitions, how long each is held, and rests. Asks nothing of the network once it is loaded.
"use strict";

(() => {
  const timer = document.getElementById("timer");
  const part = (name) => timer.querySelector(`[data-part="${name}"]`);
  const number = (name) => Number(timer.dataset[name]);
  // The sentences stand in the page, where they are translated: data-words-set-of for "setOf".
  const words = (name, values = {}) =>
    Object.entries(values).reduce(
      (text, [key, value]) => text.replace(`{${key}}`, value),
      timer.dataset[`words${name[0].toUpperCase()}${name.slice(1)}`],
    );

  const TICK = 200; // ms; short enough that no second is shown late
  const ASLEEP = 5000; // ms; later than this the screen was off, and nobody has seen the clock

  // A step without seconds waits for the person.
  const steps = () => {
    const all = [{ kind: "ready", seconds: number("ready") }];
    const held = timer.dataset.seconds !== "";
    const reps = held ? number("reps") : 1;
    for (let set = 1; set <= number("sets"); set += 1) {
      if (set > 1) {
        all.push({ kind: "setRest", seconds: number("setRest"), set });
      }
      for (let rep = 1; rep <= reps; rep += 1) {
        if (rep > 1) {
          all.push({ kind: "rest", seconds: number("rest"), set, rep });
        }
        all.push({ kind: held ? "hold" : "own", seconds: held ? number("seconds") : null, set, rep });
      }
    }
    return all.filter((step) => step.seconds !== 0);
  };

  const all = steps();
  let at = -1; // before the first step
  let left = 0; // ms of this step
  let last = null; // when the clock last ticked; null while it stands
  let ticking = null;
  let lock = null;
  let sound = null;

  const show = () => {
    const step = all[at];
    const waits = step !== undefined && step.seconds === null;
    const text = waits ? String(number("reps")) : step === undefined ? "" : String(Math.ceil(left / 1000));
    if (part("big").textContent !== text) {
      part("big").textContent = text;
    }
    timer.dataset.kind = step === undefined ? "" : step.kind;
    part("done").value = Math.max(at, 0);
  };

  const where = (step) => {
    if (step.rep === undefined) {
      return step.set === undefined ? "" : words("setOf", { set: step.set, sets: number("sets") });
    }
    const set = number("sets") > 1 ? words("setOf", { set: step.set, sets: number("sets") }) : "";
    const rep = step.kind === "own" || number("reps") === 1 ? "" : words("repOf", { rep: step.rep, reps: number("reps") });
    return [set, rep].filter((each) => each !== "").join(", ");
  };

  // Said once for each step, so that a screen reader is not flooded with seconds.
  const say = (text) => {
    part("now").textContent = text;
  };

  const tell = () => {
    const step = all[at];
    part("where").textContent = where(step);
    say(words(step.kind, { reps: number("reps") }));
    signal(step.kind === "hold" || step.kind === "own");
  };

  const signal = (work) => {
    if (part("vibrate").checked && "vibrate" in navigator) {
      navigator.vibrate(work ? 250 : [100, 80, 100]);
    }
    if (part("sound").checked && sound !== null) {
      const tone = sound.createOscillator();
      const volume = sound.createGain();
      tone.frequency.value = work ? 880 : 440;
      volume.gain.setValueAtTime(0.2, sound.currentTime);
      volume.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + 0.4);
      tone.connect(volume).connect(sound.destination);
      tone.start();
      tone.stop(sound.currentTime + 0.4);
    }
  };

  const stayAwake = async (awake) => {
    try {
      if (awake && "wakeLock" in navigator && lock === null) {
        lock = await navigator.wakeLock.request("screen");
        lock.addEventListener("release", () => {
          lock = null;
        });
      } else if (!awake && lock !== null) {
        await lock.release();
      }
    } catch {
      lock = null; // The browser may refuse, as it does to save power: the clock goes on all the same.
    }
  };

  const buttons = () => {
    const running = last !== null;
    const started = at >= 0;
    const waits = started && at < all.length && all[at].seconds === null;
    part("start").hidden = started;
    part("pause").hidden = !running || waits;
    part("go-on").hidden = running || !started || at >= all.length;
    part("next").hidden = !started || at >= all.length;
    part("next").textContent = waits ? words("setDone") : words("skip");
    part("again").hidden = !started;
    part("finished").hidden = at < all.length;
  };

  const stand = () => {
    clearInterval(ticking);
    last = null;
    stayAwake(false);
  };

  const enter = (step) => {
    at = step;
    if (at >= all.length) {
      stand();
      part("where").textContent = "";
      say(words("finished"));
      signal(false);
    } else {
      left = (all[at].seconds ?? 0) * 1000;
      tell();
    }
    show();
    buttons();
  };

  const tick = () => {
    const now = performance.now();
    const passed = now - last;
    last = now;
    if (all[at].seconds === null) {
      return;
    }
    if (passed > ASLEEP) {
      pause(words("slept"));
      return;
    }
    left -= passed;
    if (left <= 0) {
      enter(at + 1);
    } else {
      show();
    }
  };

  const run = () => {
    last = performance.now();
    clearInterval(ticking);
    ticking = setInterval(tick, TICK);
    stayAwake(true);
    buttons();
  };

  const pause = (text) => {
    stand();
    say(text);
    buttons();
    part("go-on").focus();
  };

  part("start").addEventListener("click", () => {
    run();
    enter(0);
    (part("pause").hidden ? part("next") : part("pause")).focus();
  });
  part("pause").addEventListener("click", () => pause(words("paused")));
  part("go-on").addEventListener("click", () => {
    run();
    tell();
    (part("pause").hidden ? part("next") : part("pause")).focus();
  });
  part("next").addEventListener("click", () => {
    if (last === null) {
      run();
    }
    enter(at + 1);
    if (at >= all.length) {
      part("again").focus();
    }
  });
  part("again").addEventListener("click", () => {
    stand();
    at = -1;
    left = 0;
    part("where").textContent = "";
    say("");
    show();
    buttons();
    part("start").focus();
  });
  part("sound").addEventListener("change", () => {
    // A browser lets a page sound only after somebody has asked for it.
    sound ??= new AudioContext();
    signal(true);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && last !== null) {
      stayAwake(true);
    }
  });

  part("done").max = all.length;
  part("can-vibrate").hidden = !("vibrate" in navigator);
  timer.hidden = false;
  show();
  buttons();
})();
