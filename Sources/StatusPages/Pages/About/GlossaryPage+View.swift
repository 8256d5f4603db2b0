import Language
import Markup

extension GlossaryPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("What the words mean"))], title: title, marks: [])
            for (position, section) in sections.enumerated() {
                page.section(section.title, id: "terms-\(position + 1)") { $0.facts(section.terms) }
            }
            page.section(words("Statuses"), id: "statuses") { $0.table(statuses) }
        }
    }
}
