import Language
import Markup

extension PeriodPage {
    var bytes: [UInt8] {
        let words = frame.words
        return frame.page { page in
            page.itemHead(kind: [.text(words("Reporting period"))], title: title, marks: [])
            page.paragraph(introduction, class: "subtitle")
            guard let agencies else {
                page.paragraph(words("No report was expected for this period yet."), class: "nothing")
                return
            }
            page.section(agencies.caption, id: "agencies") { $0.table(agencies) }
            page.section(words("What did not come"), id: "missing") { page in
                if let missing {
                    page.table(missing)
                } else {
                    page.paragraph(words("Every report that was expected has come."), class: "nothing")
                }
                if let furtherMissing { page.paragraph(furtherMissing, class: "note") }
            }
            page.section(words("What came"), id: "received") { page in
                if let received {
                    page.table(received)
                } else {
                    page.paragraph(words("No report has come."), class: "nothing")
                }
                if let furtherReceived { page.paragraph(furtherReceived, class: "note") }
            }
        }
    }
}
