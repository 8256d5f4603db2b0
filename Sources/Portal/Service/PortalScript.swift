extension PortalAssets {
    /// Has a form looked at while it is filled in: what is wrong stands beside its field, and what would be said under it.
    ///
    /// The page does everything without it. It asks for the page that the form's own button would give, and takes over what
    /// is said there; of fields that nobody has touched nothing is said yet. What was typed is kept as a draft by that.
    static let portalScript = """
        (() => {
          "use strict";
          const form = document.querySelector("form[data-live]");
          if (!form || !window.fetch || !window.DOMParser) return;
          const touched = new Set();
          let timer = 0, last = "", asking = null;

          const body = () => {
            const fields = new URLSearchParams();
            for (const [name, value] of new FormData(form)) if (typeof value === "string") fields.append(name, value);
            fields.set("action", "look");
            return fields;
          };

          const noteOf = (root, id) => root.getElementById(id + "-problem");

          // Puts what is said about a field in place of what was said before.
          const renew = (field, page) => {
            const id = field.id, old = noteOf(document, id), fresh = noteOf(page, id), twin = page.getElementById(id);
            if (!id || !twin) return;
            const shown = fresh && (touched.has(field.name) || old) ? document.importNode(fresh, true) : null;
            if (old && shown && old.textContent === shown.textContent) return;
            if (old) old.remove();
            if (shown) field.parentNode.insertBefore(shown, field);
            const isWrong = shown && twin.getAttribute("aria-invalid") === "true";
            field.toggleAttribute("aria-invalid", false);
            if (isWrong) field.setAttribute("aria-invalid", "true");
            field.parentNode.classList.toggle("field-wrong", Boolean(isWrong));
            const ids = [id + "-hint", shown ? id + "-problem" : ""].filter(name => name && document.getElementById(name));
            if (ids.length) field.setAttribute("aria-describedby", ids.join(" "));
            else field.removeAttribute("aria-describedby");
          };

          const take = page => {
            for (const field of form.querySelectorAll("input[id], select[id], textarea[id]"))
              if (field.type !== "hidden" && field.type !== "file" && field.type !== "radio") renew(field, page);
            for (const place of document.querySelectorAll("#outlook, .outlook, .sum, .said")) {
              const fresh = page.getElementById(place.id);
              if (fresh && fresh.innerHTML !== place.innerHTML)
                place.replaceChildren(...document.importNode(fresh, true).childNodes);
            }
          };

          const look = async () => {
            const fields = body(), said = fields.toString();
            if (said === last) return;
            if (asking) asking.abort();
            asking = new AbortController();
            try {
              const answer = await fetch(form.getAttribute("action"), {
                method: "POST", body: fields, credentials: "same-origin", redirect: "error", signal: asking.signal,
              });
              if (answer.status !== 200 && answer.status !== 422) return;
              const page = new DOMParser().parseFromString(await answer.text(), "text/html");
              // Typed on meanwhile: another look is under way.
              const now = body();
              if (now.toString() !== said) return;
              last = said;
              take(page);
            } catch (error) {
              // The form works without it.
            }
          };

          const soon = event => {
            if (event.target.name) touched.add(event.target.name);
            clearTimeout(timer);
            timer = setTimeout(look, 700);
          };
          form.addEventListener("input", soon);
          form.addEventListener("change", soon);
        })();

        """
}
