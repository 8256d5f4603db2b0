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
            page.section(words("What needs a decision"), id: "decisions") { page in
                writeDecisions(&page)
            }
            page.section(words("What changed since the last meeting"), id: "changes") { page in
                page.changes(changes)
                if let furtherChanges { page.paragraph(furtherChanges) }
            }
            page.section(words("Late and missing reports, and who has to act"), id: "late") { page in
                page.paragraph(reports)
                if let actors {
                    page.table(actors)
                } else {
                    page.paragraph(words("No agency owes anything."), class: "nothing")
                }
            }
            page.section(words("Objectives"), id: "objectives") { $0.table(objectives) }
        }
    }

    private func writeDecisions(_ page: inout Markup) {
        let words = frame.words
        guard !decisions.isEmpty else {
            page.paragraph(words("Nothing stands so badly that the working group has to decide."), class: "nothing")
            return
        }
        page.element(.ol, .class("decisions")) { page in
            for decision in decisions {
                page.lineBreak()
                page.element(.li, .class("decision")) { page in
                    page.element(.p, .class("decision-status")) { $0.inline(decision.status) }
                    page.element(.div) { page in
                        page.element(.h3) { $0.inlines(decision.heading) }
                        page.element(.p, .language(of: decision.because), text: decision.because.text)
                        if !decision.below.isEmpty {
                            page.element(.ul, .class("below")) { page in
                                for line in decision.below { page.element(.li) { $0.inlines(line) } }
                            }
                        }
                        page.element(.p, .class("who")) { page in
                            page.element(.strong, text: words("Who acts:"))
                            page.text(" ")
                            page.inlines(decision.who)
                            if let advice = decision.advice {
                                page.text(" · ")
                                page.element(.strong, text: words("What to do:"))
                                page.text(" ")
                                page.phrase(advice)
                            }
                        }
                    }
                }
            }
        }
        if furtherDecisions > 0 {
            page.paragraph(
                words("{1} more on the pages of their objectives.", words.count(furtherDecisions, "item / items")),
                class: "note"
            )
        }
    }
}

extension Markup {
    fileprivate mutating func progress(_ part: OverviewPage.Progress) {
        element(.div) { page in
            page.element(.dt, text: part.name)
            page.element(.dd) { page in
                page.meter(part.share, color: part.color)
                page.element(.strong, text: part.percent)
                page.text(" ")
                page.element(.span, .class("note"), text: part.detail)
            }
        }
    }
}
