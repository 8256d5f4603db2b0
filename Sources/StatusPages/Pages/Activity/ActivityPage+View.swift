import Language
import Markup

extension ActivityPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: kind, title: title, marks: marks)
            if let description { page.element(.p, .class("lead"), .language(of: description), text: description.text) }
            page.element(.div, .class("opening")) { page in
                page.section(words("Where it stands"), id: "standing") { page in
                    page.summary(standing, advice: words("What to do:"))
                    page.facts(opinions, class: "opinions")
                }
                page.section(words("Who and when"), id: "who") { page in
                    page.facts(who)
                    page.facts(key)
                }
            }
            if let milestones { page.section(words("Milestones"), id: "milestones") { $0.table(milestones) } }
            if let indicators { page.section(words("Indicators"), id: "indicators") { $0.table(indicators) } }
            if let activities { page.section(words("Sub-activities"), id: "activities") { $0.table(activities) } }
            if let periods { page.section(words("Period by period"), id: "periods") { $0.table(periods) } }
            page.section(words("Why: how the verdict was reached"), id: "why") { page in
                page.explanations(explanations, words: words)
            }
            if let findings { page.section(words("Findings"), id: "findings") { $0.table(findings) } }
            if !reports.isEmpty {
                page.section(words("Reports and reviews"), id: "reports") { $0.reports(reports) }
            }
            if let history {
                page.history(history, title: words("History in the ledger"), summary: words("Entries in the ledger"))
            }
        }
    }
}
