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
                if !before.isEmpty { page.paragraph(before) }
            }
            page.section(words("What needs a decision"), id: "decisions") { $0.decisions(decisions) }
            if hasEarlierMeeting { sinceLastMeeting(&page) }
            if let contradictory {
                page.section(words("Contradictory reports"), id: "contradictory") { page in
                    page.table(contradictory)
                    if let furtherContradictory { page.paragraph(furtherContradictory) }
                }
            }
            if let disagreements {
                page.section(words("Where agency, rules and reviewer disagree"), id: "disagreements") { page in
                    page.table(disagreements)
                    if let furtherDisagreements { page.paragraph(furtherDisagreements) }
                }
            }
            page.section(
                hasEarlierMeeting
                    ? words("What else changed since the last meeting") : words("What changed since the last meeting"),
                id: "changes"
            ) { $0.changes(changes) }
            if let corrected { page.section(corrected.caption, id: "corrected") { $0.table(corrected) } }
            if let agencies { page.section(words("Agency by agency"), id: "agencies") { $0.table(agencies) } }
        }
    }

    /// What went wrong since the last meeting; where nothing did, it says so.
    private func sinceLastMeeting(_ page: inout Markup) {
        let words = frame.words
        page.section(words("Newly late or off track"), id: "newly") { page in
            if let newlyBad {
                page.table(newlyBad)
            } else {
                page.paragraph(
                    words("Nothing has become late or off track since the last meeting."),
                    class: "nothing"
                )
            }
        }
        if let overdue { page.section(overdue.caption, id: "overdue") { $0.table(overdue) } }
        page.section(words("Reports returned"), id: "returned") { page in
            if let returned {
                page.table(returned)
            } else {
                page.paragraph(words("No report has been returned since the last meeting."), class: "nothing")
            }
        }
    }
}
