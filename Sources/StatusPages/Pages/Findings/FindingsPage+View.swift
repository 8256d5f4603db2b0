import Language
import Markup

extension FindingsPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("Data quality"))], title: title, marks: [])
            page.paragraph(
                words(
                    "Where reports do not pass a check, or where agency, rules and reviewer judge differently. None of them overwrites another."
                ),
                class: "lead"
            )
            page.element(.nav, .class("filters"), Attribute("aria-label", words("Severity and kind"))) { page in
                page.element(.ul) { page in
                    for filter in filters { page.filter(filter) }
                }
            }
            if let pager { page.paragraph(pager, class: "pager") }
            if let table { page.table(table) } else { page.paragraph(words("Nothing was found."), class: "nothing") }
            if let pager { page.paragraph(pager, class: "pager") }
        }
    }
}

extension Markup {
    fileprivate mutating func filter(_ filter: FindingsPage.Filter) {
        element(.li) { page in
            page.element(.a, .href(filter.link), filter.isCurrent ? Attribute("aria-current", "true") : nil) { page in
                page.text(filter.title)
                guard let count = filter.count else { return }
                page.text(" ")
                page.element(.span, .class("count"), text: count)
            }
        }
    }
}
