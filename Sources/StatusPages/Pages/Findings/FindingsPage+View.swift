import Language
import Markup

extension FindingsPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("Data quality"))], title: title, marks: [])
            page.paragraph(
                words(
                    "Where reports do not pass a check, or where agency, rules and reviewer judge differently. None of them overwrites another."
                ),
                class: "lead"
            )
            page.paragraph(introduction)
            if let pager { page.paragraph(pager, class: "pager") }
            if let table { page.table(table) } else { page.paragraph(words("Nothing was found."), class: "nothing") }
            if let pager { page.paragraph(pager, class: "pager") }
        }
    }
}
