import Language
import Markup

extension AboutPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("Sources and terms"))], title: title, marks: [])
            if let description { page.element(.p, .class("lead"), .language(of: description), text: description.text) }
            page.facts(facts)
            if let downloads {
                page.section(words("Downloads"), id: "downloads") { page in
                    page.paragraph(
                        words(
                            "The same as on these pages, and no more. In tables a figure that is not there is an empty cell with its state beside it, never 0; cells are divided by semicolons, and numbers have a decimal comma."
                        )
                    )
                    page.table(downloads)
                }
            }
            if !ledger.entries.isEmpty { page.section(words("The ledger"), id: "ledger") { $0.facts(ledger) } }
            list(words("Sources"), "sources", sources, into: &page)
            list(words("Amendments of the plan"), "amendments", amendments, into: &page)
            list(words("Meetings"), "meetings", meetings, into: &page)
        }
    }

    private func list(_ title: String, _ id: String, _ lines: [[Inline]], into page: inout Markup) {
        guard !lines.isEmpty else { return }
        page.section(title, id: id) { page in
            page.element(.ul) { page in
                for line in lines { page.element(.li) { $0.inlines(line) } }
            }
        }
    }
}
