import Language
import Markup

extension AgencyPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: kind, title: title, marks: marks)
            page.element(.div, .class("opening")) { page in
                page.section(words("How it stands"), id: "standing") { page in
                    page.summary(standing, advice: words("What to do:"))
                    page.facts(key)
                }
                if let distribution, distribution.total > 0 {
                    page.section(words("How its items stand"), id: "distribution") { $0.distribution(distribution) }
                }
            }
            page.section(words("What it owes"), id: "owed") { page in
                if let owed { page.table(owed) } else { page.paragraph(words("It owes nothing."), class: "nothing") }
                if let furtherOwed { page.paragraph(furtherOwed) }
            }
            if let returned { page.section(words("What was returned to it"), id: "returned") { $0.table(returned) } }
            if let activities { page.section(words("Activities it leads"), id: "activities") { $0.table(activities) } }
            if let indicators {
                page.section(words("Indicators it reports on"), id: "indicators") { $0.table(indicators) }
            }
            if !involved.entries.isEmpty {
                page.section(words("What it takes part in"), id: "involved") { $0.facts(involved, class: "lists") }
            }
            if !explanations.isEmpty {
                page.section(words("Why: how the verdict was reached"), id: "why") { page in
                    page.explanations(explanations, words: words)
                }
            }
        }
    }
}
