import Language
import Markup

extension AgenciesPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("Who acts and reports"))], title: title, marks: [])
            if let table {
                page.table(table)
            } else {
                page.paragraph(words("The plan names no agency."), class: "nothing")
            }
            if let discipline { page.section(discipline.caption, id: "discipline") { $0.table(discipline) } }
        }
    }
}
