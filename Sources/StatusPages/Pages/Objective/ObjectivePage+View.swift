import Language
import Markup

extension ObjectivePage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: kind, title: title, marks: marks)
            if let description { page.element(.p, .class("lead"), .language(of: description), text: description.text) }
            page.element(.div, .class("opening")) { page in
                page.section(words("Where it stands"), id: "standing") { page in
                    page.summary(standing, advice: words("What to do:"))
                    page.facts(key)
                }
                page.section(words("How the parts stand"), id: "distribution") { page in
                    for distribution in distributions { page.distribution(distribution) }
                }
            }
            if let objectives { page.section(words("Objectives"), id: "objectives") { $0.table(objectives) } }
            if let activities { page.section(words("Activities"), id: "activities") { $0.table(activities) } }
            if let indicators { page.section(words("Indicators"), id: "indicators") { $0.table(indicators) } }
            if let further { page.paragraph(further) }
            page.section(words("Why: how the verdict was reached"), id: "why") { page in
                page.explanations(explanations, words: words)
            }
        }
    }
}
