import Foundation
import Testing

@Suite("The whole way, as the people who use it go it")
struct WholeWayTests {
    private let program: Program

    init() throws {
        program = try Program()
        let made = try program.run(["init"] + Array(program.common().dropLast(2)))
        #expect(made.status == 0, "\(made.errors)")
    }

    private func nap(_ arguments: String..., now: String = "2021-07-10T10:00:00+05:00") throws -> Program.Result {
        try program.run(arguments + program.common(now: now))
    }

    private func received() throws -> String {
        let json = try nap("assess", "--format", "json", "--as-of", "2021-08-01").output
        let start = try #require(json.range(of: "\"received\":"))
        return String(json[start.upperBound...].prefix { $0 != "," })
    }

    /// The template of an agency with some cells filled in, by item and heading.
    private func filled(_ answers: [String: [String: String]]) throws -> String {
        let template =
            try program.run(
                ["template", "--agency", "moi"] + program.common().filter { $0 != "text" }
            )
            .output
        var lines = template.components(separatedBy: "\r\n").filter { !$0.isEmpty }
        let headings = try #require(lines.first).replacing("\u{FEFF}", with: "").components(separatedBy: ";")
        for position in lines.indices.dropFirst() {
            var cells = lines[position].components(separatedBy: ";")
            for (heading, value) in answers[cells[0]] ?? [:] {
                cells[try #require(headings.firstIndex(of: heading), "\(headings)")] = value
            }
            lines[position] = cells.joined(separator: ";")
        }
        return lines.joined(separator: "\r\n")
    }

    @Test("a template comes back filled in, is taken, judged, sent back, sent again and verified")
    func story() throws {
        let table = try filled([
            "i-trained": [
                "Значение": "95", "Комментарий": "Две группы", "Адрес подтверждения": "https://example.org/1",
            ],
            "i-stage": ["Значение": "Проект"],
        ])
        try program.write(table, to: "due.csv")
        let rehearsal = try nap("submit", "due.csv", "--agency", "moi", "--dry-run")
        #expect(rehearsal.status == 0, "\(rehearsal.errors)")
        #expect(try received() == "0")
        let taken = try nap("submit", "due.csv", "--agency", "moi")
        #expect(taken.status == 0, "\(taken.errors)")
        #expect(taken.errors.contains("Принято и записано на диск: 2\u{A0}отчёта."))
        #expect(try received() == "2")

        let review =
            "format: nap-reviews/1\nplan: small\nreviewer: moe\nreviews:\n  - {agency: moi, item: i-trained, period: 2021-H1, "
        try program.write(review + "decision: returned, reason: {ru: По полу?}}\n", to: "back.yaml")
        #expect(try nap("review", "back.yaml").status == 0)
        let explained = try nap("explain", "i-trained", now: "2021-07-11T10:00:00+05:00")
        #expect(explained.status == 0)
        #expect(explained.output.contains("returned"), "\(explained.output)")

        let again =
            "format: nap-reports/1\nplan: small\nagency: moi\nreports:\n  - {item: i-trained, period: 2021-H1, value: 95, comment: {ru: Две группы}, cells: [{sex: female, value: 50}, {sex: male, value: 45}], evidence: [{title: {ru: Список}, url: 'https://example.org/1'}]}\n"
        try program.write(again, to: "again.yaml")
        let sent = try nap("submit", "again.yaml", "--agency", "moi", now: "2021-07-12T10:00:00+05:00")
        #expect(sent.status == 0, "\(sent.errors)")
        try program.write(review + "decision: verified}\n", to: "good.yaml")
        #expect(try nap("review", "good.yaml", now: "2021-07-13T10:00:00+05:00").status == 0)
        let verdict = try nap("explain", "i-trained", now: "2021-07-14T10:00:00+05:00").output
        #expect(verdict.contains("On track") && verdict.contains("verified"), "\(verdict)")
    }

    @Test("a review of what was verified already is refused with what would be possible")
    func illegalReview() throws {
        let review =
            "format: nap-reviews/1\nplan: small\nreviewer: moe\nreviews:\n  - {agency: moi, item: i-trained, period: 2021-H1, decision: verified}\n"
        try program.write(review, to: "review.yaml")
        let result = try nap("review", "review.yaml")
        #expect(result.status == 1)
        #expect(result.errors.contains("[illegal-transition]"))
        #expect(result.errors.contains("expected: submit, draft"), "\(result.errors)")
    }

    @Test("pages are written in every language, and only those that change are written again")
    func publish() throws {
        let first = try nap("publish", "--out", "site", "--as-of", "2021-07-10")
        #expect(first.status == 0, "\(first.errors)")
        for language in ["en", "ru", "tk"] {
            #expect(FileManager.default.fileExists(atPath: program.path("site/\(language)/index.html")))
            #expect(FileManager.default.fileExists(atPath: program.path("site/\(language)/indicator/i-trained.html")))
        }
        let second = try nap("publish", "--out", "site", "--as-of", "2021-07-10")
        #expect(second.errors.contains(" 0 written, 0 removed"), "\(second.errors)")
    }

    @Test("a folder with other files in it is not touched")
    func notASite() throws {
        try program.write("keep me", to: "papers/letter.txt")
        let result = try nap("publish", "--out", "papers")
        #expect(result.status == 1)
        #expect(result.errors.contains("[not-a-site]"))
        #expect(FileManager.default.fileExists(atPath: program.path("papers/letter.txt")))
    }

    @Test("the same plan, reports and day give the same bytes")
    func determinism() throws {
        let first = try nap("assess", "--format", "json", "--as-of", "2021-08-01").output
        let second = try nap("assess", "--format", "json", "--as-of", "2021-08-01", now: "2024-01-01T00:00:00Z").output
        #expect(first == second)
        #expect(!first.isEmpty)
    }
}

@Suite("A ledger that cannot be used is left alone, and the message says why")
struct LedgerMessagesTests {
    private let program: Program

    init() throws { program = try Program() }

    private func assess(_ ledger: String) throws -> Program.Result {
        try program.run(["assess"] + program.common(ledger: ledger))
    }

    @Test("no ledger, a text, a folder, another plan's ledger")
    func wrongFiles() throws {
        let missing = try assess("nap.sqlite")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("nap init"))
        try program.write("hello, this is no database at all", to: "text.sqlite")
        #expect(try assess("text.sqlite").errors.contains("[not-a-ledger]"))
        try program.write("x", to: "folder.sqlite/x")
        #expect(try assess("folder.sqlite").status == 1)
        try program.write(SmallPlan.text.replacing("id: small", with: "id: other"), to: "plan.yaml")
        #expect(try program.run(["init"] + Array(program.common().dropLast(2))).status == 0)
        try program.write(SmallPlan.text, to: "plan.yaml")
        #expect(try assess("nap.sqlite").errors.contains("[ledger-of-other-plan]"))
    }

    @Test("an existing ledger is never overwritten")
    func exists() throws {
        let initialise = ["init"] + Array(program.common().dropLast(2))
        #expect(try program.run(initialise).status == 0)
        let again = try program.run(initialise)
        #expect(again.status == 1)
        #expect(again.errors.contains("[ledger-exists]"))
    }
}
