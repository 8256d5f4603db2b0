import Language
import Markup

extension GlossaryPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("What the words mean"))], title: title, marks: [])
            page.section(words("Terms"), id: "terms") { $0.facts(terms) }
            page.section(words("Figures and their absence"), id: "states") { $0.facts(states) }
            page.section(words("Statuses"), id: "statuses") { $0.table(statuses) }
        }
    }
}
