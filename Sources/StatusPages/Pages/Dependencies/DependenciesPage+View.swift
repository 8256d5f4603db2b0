import Language
import Markup

extension DependenciesPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("What waits for what"))], title: title, marks: [])
            page.paragraph(
                words(
                    "The plan says which activities must be finished before others. One that is late holds up all that wait for it."
                ),
                class: "lead"
            )
            if isFirst, !parts.isEmpty {
                page.section(words("What holds up others, or may"), id: "blockers") { page in
                    if let blockers {
                        page.table(blockers)
                    } else {
                        page.paragraph(
                            words("No activity is held up: all that others wait for is in time."),
                            class: "nothing"
                        )
                    }
                }
            }
            if let pager { page.paragraph(pager, class: "pager") }
            if parts.isEmpty {
                page.paragraph(
                    words("The plan does not say of any activity that it waits for another."),
                    class: "nothing"
                )
            }
            for part in parts {
                page.section(part.heading, id: part.fragment) { page in
                    part.chart.write(into: &page)
                    page.element(.details) { page in
                        page.element(.summary, text: words("The same as a table"))
                        page.table(part.table)
                    }
                }
            }
            if let pager { page.paragraph(pager, class: "pager") }
        }
    }
}
