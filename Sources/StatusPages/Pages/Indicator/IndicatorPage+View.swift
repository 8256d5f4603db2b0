import Language
import Markup

extension IndicatorPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: kind, title: title, marks: marks)
            page.element(.div, .class("opening")) { page in
                page.section(words("Where it stands"), id: "standing") { page in
                    page.summary(standing, advice: words("What to do:"))
                    page.facts(opinions, class: "opinions")
                    if let question {
                        page.element(.p, .class("question")) { page in
                            page.element(.strong, text: words("A question to ask:"))
                            page.text(" ")
                            page.phrase(question)
                        }
                    }
                }
                page.section(words("In short"), id: "key") { $0.facts(key) }
            }
            if let chart { page.section(words("Trajectory"), id: "trajectory") { chart.write(into: &$0) } }
            page.section(words("Period by period"), id: "periods") { page in
                if let periods {
                    page.table(periods)
                    if let keptColumns { page.paragraph(keptColumns, class: "note") }
                } else {
                    page.paragraph(words("Nothing is reported regularly on it."), class: "nothing")
                }
            }
            if !disaggregation.isEmpty || keptBreakdowns != nil {
                page.section(words("Broken down"), id: "breakdown") { page in
                    for table in disaggregation { page.table(table) }
                    if let keptBreakdowns { page.paragraph(keptBreakdowns, class: "note") }
                }
            }
            page.section(words("Why: how the verdict was reached"), id: "why") { page in
                page.explanations(explanations, words: words)
            }
            if let findings { page.section(words("Findings"), id: "findings") { $0.table(findings) } }
            page.section(words("Metadata sheet"), id: "metadata") { $0.facts(metadata) }
            if !reports.isEmpty {
                page.section(words("Reports and reviews"), id: "reports") { $0.reports(reports) }
            }
            if let history {
                page.history(history, title: words("History in the ledger"), summary: words("Entries in the ledger"))
            }
        }
    }
}
