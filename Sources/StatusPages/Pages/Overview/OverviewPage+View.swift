import Language
import Markup

extension OverviewPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.element(.header, .class("page-head")) { page in
                page.element(.h1, .language(of: title), text: title.text)
                page.paragraph(subtitle, class: "subtitle")
            }
            page.element(.div, .class("opening")) { page in
                page.section(words("Where the plan stands"), id: "standing") { page in
                    page.summary(standing, advice: words("What to do:"))
                    page.element(.dl, .class("progress")) { page in
                        for part in progress { page.progress(part) }
                    }
                    if progress.contains(where: { $0.mark != nil }) {
                        page.paragraph(
                            words("The line across a bar marks how much of the time has passed."),
                            class: "note"
                        )
                    }
                }
                page.section(words("How the parts stand"), id: "distribution") { page in
                    for distribution in distributions { page.distribution(distribution) }
                    page.element(.p, .class("note")) { page in
                        page.text(
                            words("Nothing that is missing is counted as good or as bad: it is counted as not known.")
                        )
                    }
                }
            }
            page.section(words("What needs a decision"), id: "decisions") { $0.decisions(decisions) }
            page.section(words("What changed since the last meeting"), id: "changes") { page in
                page.changes(changes)
                if let furtherChanges { page.paragraph(furtherChanges, class: "further") }
            }
            page.section(words("Late and missing reports, and who has to act"), id: "late") { page in
                page.paragraph(reports)
                if let actors { page.table(actors) }
            }
            page.section(words("Objectives"), id: "objectives") { $0.table(objectives) }
        }
    }
}

extension Markup {
    fileprivate mutating func progress(_ part: OverviewPage.Progress) {
        element(.div) { page in
            page.element(.dt, text: part.name)
            page.element(.dd) { page in
                page.element(.strong, text: part.percent)
                page.text(" ")
                page.element(.span, .class("note"), text: part.detail)
                page.meter(part.share, color: part.color, mark: part.mark)
            }
        }
    }
}
