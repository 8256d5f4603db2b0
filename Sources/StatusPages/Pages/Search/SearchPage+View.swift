import Language
import Markup

extension SearchPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("All items and agencies"))], title: title, marks: [])
            page.element(
                .div,
                .id("search"),
                .class("search"),
                .role("search"),
                Attribute("hidden"),
                Attribute("data-none", texts.none),
                Attribute("data-some", texts.some),
                Attribute("data-more", texts.more)
            ) { page in
                page.element(.label, Attribute("for", "search-words"), text: texts.label)
                page.empty(
                    .input,
                    .id("search-words"),
                    Attribute("type", "search"),
                    Attribute("autocomplete", "off"),
                    Attribute("spellcheck", "false"),
                    Attribute("aria-describedby", "search-hint")
                )
                page.element(.p, .id("search-hint"), .class("note"), text: texts.hint)
                page.element(.p, .id("search-count"), .role("status"), text: "")
                page.element(.ul, .id("search-found"), .class("names"), Attribute("hidden")) { _ in }
            }
            page.paragraph(count, class: "note")
            page.element(.nav, .class("letters"), Attribute("aria-label", words("Letters"))) { page in
                page.element(.ul) { page in
                    for letter in letters {
                        page.element(.li) { $0.element(.a, .href(letter.link), text: letter.text) }
                    }
                }
            }
            if let pager { page.paragraph(pager, class: "pager") }
            for group in groups {
                page.element(.section, .class("letter"), Attribute("aria-labelledby", group.fragment)) { page in
                    page.element(.h2, .id(group.fragment), text: group.letter)
                    page.element(.ul, .class("names")) { page in
                        for line in group.lines {
                            page.lineBreak()
                            page.element(.li) { $0.inlines(line) }
                        }
                    }
                }
                page.lineBreak()
            }
            if let pager { page.paragraph(pager, class: "pager") }
        }
    }
}
