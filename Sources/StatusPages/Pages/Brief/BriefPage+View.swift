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
            page.brief(words("What needs a decision"), id: "decisions", decisions.decisions.count, words) {
                $0.decisions(decisions)
            }
            if hasEarlierMeeting { sinceLastMeeting(&page) }
            if let contradictory {
                page.brief(words("Contradictory reports"), id: "contradictory", numberOfContradictory, words) { page in
                    page.table(contradictory)
                    if let furtherContradictory { page.paragraph(furtherContradictory, class: "on-screen") }
                }
            }
            if let disagreements {
                page.brief(
                    words("Where agency, rules and reviewer disagree"),
                    id: "disagreements",
                    numberOfDisagreements,
                    words
                ) { page in
                    page.table(disagreements)
                    if let furtherDisagreements { page.paragraph(furtherDisagreements, class: "on-screen") }
                }
            }
            page.section(
                hasEarlierMeeting
                    ? words("What else changed since the last meeting") : words("What changed since the last meeting"),
                id: "changes",
                class: "short"
            ) { page in
                page.changes(changes)
                page.notPrinted(
                    changes.groups.reduce(0) { $0 + max(0, $1.entries.count - Markup.printedChanges) },
                    words
                )
            }
            if let corrected { page.brief(corrected, id: "corrected", words) }
            if let agencies {
                page.section(words("Agency by agency"), id: "agencies", class: "lines") { $0.table(agencies) }
            }
        }
    }

    /// What went wrong since the last meeting; where nothing did, it says so.
    private func sinceLastMeeting(_ page: inout Markup) {
        let words = frame.words
        if let newlyBad {
            page.brief(newlyBad, id: "newly", words)
        } else {
            page.section(words("Newly late or off track"), id: "newly") {
                $0.paragraph(words("Nothing has become late or off track since the last meeting."), class: "nothing")
            }
        }
        if let overdue { page.brief(overdue, id: "overdue", words) }
        if let returned {
            page.brief(returned, id: "returned", words)
        } else {
            page.section(words("Reports returned"), id: "returned") {
                $0.paragraph(words("No report has been returned since the last meeting."), class: "nothing")
            }
        }
    }
}

extension Markup {
    /// How many entries of a section are printed; the style sheet says the same of `short`.
    private static let printed = 5
    /// How many of each group of changes are printed.
    fileprivate static let printedChanges = 3

    /// Writes a section of which only the first entries are printed: on paper it says how many more there are.
    fileprivate mutating func brief(
        _ title: String,
        id: String,
        _ count: Int,
        _ words: Catalogue,
        content: (inout Markup) -> Void
    ) {
        section(title, id: id, class: "short") { page in
            content(&page)
            page.notPrinted(count - Self.printed, words)
        }
    }

    /// Says on paper how many entries stand on the page alone.
    fileprivate mutating func notPrinted(_ count: Int, _ words: Catalogue) {
        guard count > 0 else { return }
        paragraph(words("{1} more on the pages, not printed.", words.language.number(count)), class: "on-paper")
    }

    fileprivate mutating func brief(_ table: Table, id: String, _ words: Catalogue) {
        brief(table.caption, id: id, table.rows.count, words) { $0.table(table) }
    }
}
