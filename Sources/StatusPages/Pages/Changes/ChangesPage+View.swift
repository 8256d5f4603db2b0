import Language
import Markup

extension ChangesPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("For the meeting"))], title: title, marks: [])
            page.section(words("Statuses that changed"), id: "statuses") { $0.changes(list) }
            if let overdue { page.section(overdue.caption, id: "overdue") { $0.table(overdue) } }
            if let returned { page.section(returned.caption, id: "returned") { $0.table(returned) } }
            if let corrected { page.section(corrected.caption, id: "corrected") { $0.table(corrected) } }
        }
    }
}
