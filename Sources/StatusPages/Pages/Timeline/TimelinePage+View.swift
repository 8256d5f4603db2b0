import Language
import Markup

extension TimelinePage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("When what is to be done"))], title: title, marks: [])
            if let pager { page.paragraph(pager, class: "pager") }
            if parts.isEmpty { page.paragraph(words("The plan has no activities."), class: "nothing") }
            for part in parts {
                page.element(.section, Attribute("aria-labelledby", part.fragment)) { page in
                    page.element(.h2, .id(part.fragment)) { $0.inlines(part.heading) }
                    part.chart.write(into: &page)
                    page.element(.details) { page in
                        page.element(.summary, text: words("The same as a table"))
                        page.table(part.table)
                    }
                }
                page.lineBreak()
            }
            if let pager { page.paragraph(pager, class: "pager") }
        }
    }
}
