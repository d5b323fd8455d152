// Sends what waits and learns what stands. For the page and the worker; one of them at a time.
"use strict";

const diarySender = (() => {
  const ADDRESS = "/diary/sync/";
  const AT_ONCE = 50;
  // Answers after which sending the same again would change nothing.
  const FINAL = ["clock", "future", "recalled", "not given", "changed", "broken"];

  const ask = async (more = {}) => {
    const answer = await fetch(ADDRESS, { credentials: "same-origin", cache: "no-store", ...more });
    if (answer.status === 401) {
      return { status: "sign in" };
    }
    if (!answer.ok) {
      throw new Error(`the clinic answered ${answer.status}`);
    }
    return answer.json();
  };

  const without = ({ answers, token, ...state }) => state;

  const waiting = (all, person) =>
    all
      .filter((one) => one.person === person && !FINAL.includes(one.answer?.status))
      .sort((one, other) => one.row.written.localeCompare(other.row.written));

  const sendAll = async () => {
    let told = await ask();
    if (told.status !== "ok") {
      return told.status;
    }
    const { person, token } = told;
    const device = await diaryQueue.device();
    const rows = waiting(await diaryQueue.rows(), person);
    await diaryQueue.settle(without(told), []);
    for (let first = 0; first < rows.length; first += AT_ONCE) {
      const some = rows.slice(first, first + AT_ONCE);
      const batch = { person, device, sent: new Date().toISOString(), rows: some.map((one) => one.row) };
      const headers = { "Content-Type": "application/json", "X-CSRFToken": token };
      told = await ask({ method: "POST", headers, body: JSON.stringify(batch) });
      if (told.status !== "ok") {
        return told.status;
      }
      await diaryQueue.settle(without(told), told.answers.map((answer) => [some[answer.place], answer]));
    }
    return "ok";
  };

  return {
    // "ok", "sign in", or "no network" when nobody answered; nothing is ever lost by it.
    send: () =>
      navigator.locks.request("concordant-diary", async () => {
        try {
          return await sendAll();
        } catch (error) {
          return error instanceof TypeError ? "no network" : "not now";
        }
      }),
    isFinal: (answer) => FINAL.includes(answer?.status),
  };
})();
