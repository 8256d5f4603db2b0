import Accounts
import ActionPlan
import Diagnostics
import Exchange
import Hummingbird
import Language
import Markup
import Rules
import Tracker

/// The page on which a filled table is sent, with a look at every row before anything is stored.
struct UploadPage {
    let maker: PageMaker
    private let token: String

    init(_ request: PortalRequest) {
        maker = PageMaker(request)
        token = request.formToken ?? ""
    }

    var words: Catalogue { maker.words }

    func response(problem: String? = nil) -> Response {
        let notice = problem.map { PortalFrame.Notice(text: $0, kind: .wrong) }
        return maker.response(words("Send a table"), notice: notice) { page in
            page.element(.h1, text: words("Send a table"))
            page.element(.ol) { page in
                page.element(.li) { page in
                    page.text(words("Take the table of what your agency owes") + ": ")
                    page.element(.a, .href(maker.path("template.xlsx")), text: "XLSX")
                    page.text(", ")
                    page.element(.a, .href(maker.path("template.csv")), text: "CSV")
                }
                page.element(.li, text: words("Fill it in with Excel or LibreOffice and save it."))
                page.element(.li, text: words("Send it here. You see every row before anything is stored."))
            }
            chooser(&page)
        }
    }

    private func chooser(_ page: inout Markup) {
        page.element(
            .form,
            Attribute("method", "post"),
            Attribute("enctype", "multipart/form-data"),
            .action(maker.path("upload")),
            .class("narrow")
        ) { page in
            page.hidden(PortalRequest.tokenField, token)
            page.field(
                "table",
                label: words("The filled table (XLSX, ODS or CSV, up to 5 MB)"),
                type: "file",
                value: "",
                Attribute("accept", ".xlsx,.ods,.csv,.tsv,.txt,text/csv")
            )
            page.element(.button, Attribute("type", "submit"), text: words("Look through it"))
        }
    }

    func response(_ look: UploadLook) throws -> Response {
        let hasErrors = look.diagnostics.hasErrors
        let isEmpty = look.entries.isEmpty
        let notice = PortalFrame.Notice(
            text: hasErrors
                ? words("Nothing was stored. Mend the table and send it again.")
                : isEmpty
                    ? words("No row of the table is filled in. Nothing was stored.")
                    : words("Nothing is stored yet. Look through the rows, then send them."),
            kind: hasErrors || isEmpty ? .wrong : .note
        )
        return maker.response(words("Send a table"), notice: notice, status: hasErrors ? .unprocessableContent : .ok) {
            page in
            page.element(.h1, text: words("What is in {1}", words.quoted(look.source.name)))
            diagnostics(look, &page)
            // What was understood is shown beside what is wrong: so a reader sees in which rows the rest stands.
            if !isEmpty { try? rows(look, canSend: !hasErrors, &page) }
            page.element(.h2, text: words("Another file"))
            chooser(&page)
        }
    }

    private func diagnostics(_ look: UploadLook, _ page: inout Markup) {
        guard !look.diagnostics.isEmpty else { return }
        let translation = DiagnosticCatalogue.translation(into: maker.writing)
        let keys = look.entries.map(\.key)
        let ordered = look.diagnostics.inReadingOrder()
        page.element(.h2, text: words("What was found"))
        page.element(.ul, .class("found")) { page in
            // The worst first: what has to be mended is not to be looked for among what is good to know.
            for severity in Diagnostic.Severity.allCases {
                for diagnostic in ordered.filter({ $0.severity == severity }).prefix(200) {
                    page.element(.li, .class("found-\(severity)")) { page in
                        let (first, more) = maker.sentence(diagnostic, about: keys, typed: diagnostic.span?.text)
                        // Row and column as the table's reader names them say more than the line of the text.
                        let column =
                            diagnostic.span.map { $0.source.placeName(at: $0.range.lowerBound) } == .some(nil)
                            ? diagnostic.notes.first { $0.message.pattern.hasPrefix("row {1}, column") } : nil
                        let place = column.map { ", " + $0.message.text(translation) } ?? place(of: diagnostic.span)
                        page.element(.strong, text: name(of: severity) + place + ": ")
                        page.text(first)
                        for note in diagnostic.notes where note != column {
                            page.text(" (\(note.message.text(translation)))")
                        }
                        for sentence in more { page.element(.p, .class("hint"), text: sentence) }
                    }
                }
            }
        }
    }

    /// Where something stands, as a person finds it: the cell of a workbook, the line of a text.
    private func place(of span: SourceSpan?) -> String {
        guard let span else { return "" }
        if let cell = span.source.placeName(at: span.range.lowerBound) { return ", \(cell)" }
        return ", \(words("line {1}", maker.writing.number(span.start.line)))"
    }

    /// The line or the row of a workbook in which a report stands.
    private func place(of entry: ReportEntry) -> String {
        guard let span = entry.places.values.min(by: { $0.range.lowerBound < $1.range.lowerBound }) else { return "" }
        if let cell = span.source.placeName(at: span.range.lowerBound) {
            return String(
                cell.unicodeScalars.reversed().prefix { ("0"..."9").contains($0) }.reversed().map(Character.init)
            )
        }
        return maker.writing.number(span.start.line)
    }

    private func name(of severity: Diagnostic.Severity) -> String {
        switch severity {
        case .error: words("Error")
        case .warning: words("Doubtful")
        case .information: words("For your information")
        }
    }

    private func rows(_ look: UploadLook, canSend: Bool, _ page: inout Markup) throws {
        let now = try maker.portal.standing(at: maker.request.now)
        let after =
            canSend
            ? try maker.portal.tracker.preview(
                look.entries,
                by: maker.request.member().party,
                at: maker.request.now
            ) : nil
        let headings =
            [words("Row"), words("Item"), words("Period"), words("Reported"), words("Comment"), words("Document")]
            + (canSend ? [words("What would be said")] : [])
        page.element(.h2, text: words.count(look.entries.count, "report / reports"))
        page.element(.div, .class("table-frame")) { page in
            page.element(.table) { page in
                page.element(.thead) { page in
                    page.element(.tr) { page in
                        for heading in headings { page.element(.th, .scope("col"), text: heading) }
                    }
                }
                page.element(.tbody) { page in
                    for entry in look.entries { row(entry, now, after, &page) }
                }
            }
        }
        guard canSend else { return }
        page.element(.form, Attribute("method", "post"), .action(maker.path("upload/send"))) { page in
            page.hidden(PortalRequest.tokenField, token)
            page.hidden("name", look.source.name)
            page.hidden("request", Secret().text)
            page.hidden(look.field.name, look.field.value)
            page.element(.button, Attribute("type", "submit"), .class("main"), text: words("Send all of them"))
        }
    }

    private func row(_ entry: ReportEntry, _ now: Assessment, _ after: Assessment?, _ page: inout Markup) {
        page.element(.tr) { page in
            page.cell(words("Row"), place(of: entry))
            page.element(.th, .scope("row"), text: maker.title(of: entry.key.item))
            page.cell(words("Period"), maker.name(of: entry.key.period, for: entry.key.item))
            page.cell(words("Reported")) { page in
                page.text(maker.value(entry.content, of: entry.key.item, in: now))
                for cell in entry.content.cells {
                    let names = cell.categories.map { maker.name(of: $0) }.joined(separator: ", ")
                    page.element(
                        .p,
                        .class("note"),
                        text: "\(names): \(maker.writing.number(cell.value, decimals: 0...6))"
                    )
                }
            }
            page.cell(words("Comment"), entry.content.comment.map(maker.text) ?? "")
            page.cell(
                words("Document"),
                entry.content.evidence.map { maker.text($0.title) }.joined(separator: "; ")
            )
            guard let after else { return }
            page.cell(words("What would be said")) { page in
                page.status(after.verdicts(of: entry.key.item)?.headline?.status, in: after, maker)
            }
        }
    }
}
