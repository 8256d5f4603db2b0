import Language
import Markup

extension DuePage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("Reporting"))], title: title, marks: [])
            page.paragraph(introduction, class: "lead")
            if let pager { page.paragraph(pager, class: "pager") }
            if let table { page.table(table) } else { page.paragraph(words("No report is owed."), class: "nothing") }
            if let pager { page.paragraph(pager, class: "pager") }
        }
    }
}
