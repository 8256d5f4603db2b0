import Foundation
import Testing

@Suite("The public edition, published again and again")
struct PublicEditionTests {
    private let program: Program
    private static let remembered = "nap.sqlite.published.csv"

    init() throws {
        program = try Program()
        let made = try program.run(["init"] + Array(program.common().dropLast(2)))
        #expect(made.status == 0, "\(made.errors)")
    }

    private func submit(_ value: Int, now: String) throws {
        let report = """
            format: nap-reports/1
            plan: small
            agency: moi
            reports:
              - {item: i-trained, period: 2021-H1, value: \(value), comment: {ru: Две группы}}

            """
        try program.write(report, to: "report.yaml")
        let sent = try program.run(["submit", "report.yaml", "--agency", "moi"] + program.common(now: now))
        #expect(sent.status == 0, "\(sent.errors)")
    }

    private func sendBack(now: String) throws {
        let review = """
            format: nap-reviews/1
            plan: small
            reviewer: moe
            reviews:
              - {agency: moi, item: i-trained, period: 2021-H1, decision: returned, reason: {ru: По полу?}}

            """
        try program.write(review, to: "review.yaml")
        #expect(try program.run(["review", "review.yaml"] + program.common(now: now)).status == 0)
    }

    private func publish(as edition: String = "public", now: String) throws -> Program.Result {
        try program.run(
            ["publish", "--edition", edition, "--out", "site", "--as-of", "2021-08-01"] + program.common(now: now)
        )
    }

    private func page() throws -> String {
        try String(contentsOfFile: program.path("site/en/indicator/i-trained.html"), encoding: .utf8)
    }

    @Test("what it showed is remembered beside the ledger, and a correction by few is withheld")
    func correction() throws {
        try submit(95, now: "2021-07-10T10:00:00+05:00")
        #expect(try publish(now: "2021-07-11T10:00:00+05:00").status == 0)
        #expect(try !page().contains("Withheld"))
        let text = try String(contentsOfFile: program.path(Self.remembered), encoding: .utf8)
        #expect(text.contains("i-trained,2021-H1,,,count,95\n"))
        try sendBack(now: "2021-07-11T12:00:00+05:00")
        try submit(98, now: "2021-07-12T10:00:00+05:00")
        #expect(try publish(now: "2021-07-13T10:00:00+05:00").status == 0)
        #expect(try page().contains("Withheld"))
    }

    @Test("the internal edition remembers nothing")
    func `internal`() throws {
        try submit(95, now: "2021-07-10T10:00:00+05:00")
        #expect(try publish(as: "internal", now: "2021-07-11T10:00:00+05:00").status == 0)
        #expect(!FileManager.default.fileExists(atPath: program.path(Self.remembered)))
    }

    @Test("nothing is published where the memory is damaged: it says so, and where")
    func damaged() throws {
        try program.write("item,period,agency,categories,side,value\nsomething\n", to: Self.remembered)
        let result = try publish(now: "2021-07-11T10:00:00+05:00")
        #expect(result.status == 1)
        #expect(result.errors.contains("[published-file]"), "\(result.errors)")
        #expect(result.errors.contains("line 2"), "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: program.path("site")))
    }
}
