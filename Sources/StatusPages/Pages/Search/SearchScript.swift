import Markup

/// The only script of the pages: it looks through the names of all items, on the page of the search alone.
///
/// Without it that page is an index. Letters are compared without case and without marks, `ё` as `е`. Whatever comes
/// from the plan is put into the page as text, never as markup.
enum SearchScript {
    static let path = "assets/search.js"
    /// How many names are shown at once.
    static let shown = "50"

    static let bytes: [UInt8] = {
        var script = Markup(capacity: 3_000)
        script.code(code)
        return script.bytes
    }()

    private static let code: StaticString = """
        "use strict";
        (() => {
          const box = document.getElementById("search");
          const names = globalThis.napNames;
          if (!box || !Array.isArray(names)) return;
          const field = document.getElementById("search-words");
          const count = document.getElementById("search-count");
          const list = document.getElementById("search-found");
          const shown = 50;
          // NFD splits letters from their marks; the Turkish and Azerbaijani dotless i is an i to whoever looks for it.
          const fold = text => text.toLowerCase().normalize("NFD").replace(/\\p{M}/gu, "").replace(/\\u0131/g, "i");
          const entries = names.map(([path, kind, code, title, language]) => {
            const folded = fold(code + " " + title);
            return {path, kind, code, title, language, folded, words: folded.split(/[^\\p{L}\\p{N}.]+/u)};
          });
          // 0 where a word is missing; more where it begins a word, most where it is the number of the item.
          const weigh = (entry, wanted) => {
            let sum = 0;
            for (const word of wanted) {
              if (!entry.folded.includes(word)) return 0;
              sum += 1;
              if (entry.words.some(own => own.startsWith(word))) sum += 2;
              if (fold(entry.code) === word) sum += 4;
            }
            return sum;
          };
          const line = entry => {
            const item = document.createElement("li");
            const link = document.createElement("a");
            link.setAttribute("href", entry.path);
            link.textContent = entry.title;
            if (entry.language) link.lang = entry.language;
            const note = text => {
              const span = document.createElement("span");
              span.className = "note";
              span.textContent = text;
              return span;
            };
            if (entry.code) item.append(note(entry.code), " ");
            item.append(link, " ", note(entry.kind));
            return item;
          };
          const look = () => {
            const wanted = fold(field.value).split(/\\s+/).filter(Boolean);
            list.replaceChildren();
            list.hidden = wanted.length === 0;
            if (wanted.length === 0) { count.textContent = ""; return; }
            const found = entries.map(entry => ({entry, weight: weigh(entry, wanted)})).filter(one => one.weight > 0);
            found.sort((a, b) => b.weight - a.weight);
            for (const one of found.slice(0, shown)) list.append(line(one.entry));
            count.textContent = found.length === 0 ? box.dataset.none
              : box.dataset.some.replace("{1}", String(found.length))
                + (found.length > shown ? ". " + box.dataset.more : "");
          };
          box.hidden = false;
          field.value = new URLSearchParams(location.search).get("q") || "";
          field.addEventListener("input", look);
          look();
        })();

        """
}
