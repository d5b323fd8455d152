// Making and using passkeys. The form's fields are filled by what the device answers, and sent as any form is.
// Where there is no script, or no passkeys, the buttons stay hidden and the pages say what to do instead.
"use strict";

const able = Boolean(window.PublicKeyCredential && window.webauthnJSON);

for (const button of document.querySelectorAll("[data-needs-passkeys]")) button.hidden = !able;
for (const said of document.querySelectorAll("[data-without-passkeys]")) said.hidden = able;

for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const failed = document.querySelector("[data-passkey-failed]");
    const button = form.querySelector("[data-needs-passkeys]");
    failed.hidden = true;
    button.disabled = true;
    try {
      const answer = await window.webauthnJSON[form.dataset.passkey](JSON.parse(form.dataset.options));
      form.elements.credential.value = JSON.stringify(answer);
      form.submit();
    } catch {
      failed.hidden = false;
      button.disabled = false;
    }
  });
}
