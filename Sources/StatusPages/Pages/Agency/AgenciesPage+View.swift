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
            if !discipline.isEmpty {
                page.section(words("Reports by period"), id: "discipline") { page in
                    page.element(.p, .class("signs")) { $0.inlines(AgenciesPage.signs(words)) }
                    for table in discipline { page.table(table) }
                }
            }
        }
    }
}
