import Language
import Markup

extension BriefPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.element(.header, .class("page-head")) { page in
                page.element(.p, .class("kind"), text: words("For the meeting"))
                page.element(.h1, text: title.text)
                page.paragraph(subtitle, class: "subtitle")
            }
            page.section(words("Where the plan stands"), id: "standing") { page in
                page.summary(standing, advice: words("What to do:"))
            }
            page.section(words("What needs a decision"), id: "decisions") { $0.decisions(decisions) }
            page.section(words("What changed since the last meeting"), id: "changes") { $0.changes(changes) }
            if let overdue { page.section(overdue.caption, id: "overdue") { $0.table(overdue) } }
            if let returned { page.section(returned.caption, id: "returned") { $0.table(returned) } }
            if let corrected { page.section(corrected.caption, id: "corrected") { $0.table(corrected) } }
            if let disagreements {
                page.section(words("Where agency, rules and reviewer disagree"), id: "disagreements") { page in
                    page.table(disagreements)
                }
            }
            if let agencies { page.section(words("Agency by agency"), id: "agencies") { $0.table(agencies) } }
        }
    }
}
