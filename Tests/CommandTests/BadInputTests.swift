import Foundation
import Testing

@Suite("Bad input: a clear message, nothing half-applied, the right exit code")
struct BadInputTests {
    private let program: Program

    init() throws {
        program = try Program()
        let made = try program.run(["init"] + Array(program.common().dropLast(2)))
        #expect(made.status == 0, "\(made.errors)")
    }

    private func submit(
        _ file: String,
        agency: String = "moi",
        now: String = "2021-07-10T10:00:00+05:00"
    ) throws
        -> Program.Result
    {
        try program.run(["submit", file, "--agency", agency, "--language", "en"] + program.common(now: now))
    }

    @Test("a command that does not exist, or lacks an option, is a mistake of usage")
    func usage() throws {
        #expect(try program.nap("chek").status == 2)
        #expect(try program.nap("submit").status == 2)
        #expect(try program.nap("assess", "--plan", "plan.yaml", "--as-of", "2021-02-30").status == 2)
        #expect(try program.nap("--help").status == 0)
    }

    @Test(
        "a misspelt command is told with the one that was probably meant",
        arguments: [
            (["chek"], "There is no command 'chek'. Did you mean 'check'?"),
            (["asess", "--plan", "p"], "There is no command 'asess'. Did you mean 'assess'?"),
            (["rules", "lsit"], "There is no command 'lsit'. Did you mean 'list'?"),
            (["diff", "pace", "new"], "There is no command 'diff'. Did you mean 'rules diff'?"),
            (["zzz"], "There is no command 'zzz'.\n"),
            (["chek", "--language", "ru"], "нет команды «chek». Возможно, имелась в виду «check»?"),
        ]
    )
    func unknownCommand(arguments: [String], sentence: String) throws {
        let result = try program.run(arguments, environment: ["LC_ALL": "C"])
        #expect(result.status == 2)
        #expect(result.errors.contains(sentence), "\(result.errors)")
    }

    @Test("a file that is not there is named")
    func missingFile() throws {
        let result = try submit("reports.yaml")
        #expect(result.status == 1)
        #expect(result.errors.contains("there is no file reports.yaml [file-not-found]"))
    }

    @Test(
        "an empty file, a folder, a picture and a text in UTF-16 are told apart",
        arguments: [
            (Data(), "reports.yaml", "empty-file"),
            (Data([0x89, 0x50, 0x4E, 0x47, 0, 1]), "reports.yaml", "binary-file"),
            (Data([0xFF, 0xFE, 0x66, 0]), "reports.yaml", "wrong-encoding"),
            (Data([0x66, 0xFF, 0x0A]), "reports.yaml", "wrong-encoding"),
            (Data(), "reports.csv", "empty-file"), (Data([0x50, 0x4B, 3, 4, 0, 0]), "reports.csv", "binary-file"),
        ]
    )
    func notAText(data: Data, name: String, identifier: String) throws {
        try program.write(data, to: name)
        let result = try submit(name)
        #expect(result.status == 1)
        #expect(result.errors.contains("[\(identifier)]"), "\(result.errors)")
        #expect(result.errors.contains("Nothing was stored."))
    }

    @Test("a folder where a file belongs")
    func folder() throws {
        try program.write("x", to: "reports/a.txt")
        let result = try submit("reports")
        #expect(result.status == 1)
        #expect(result.errors.contains("[is-a-folder]"))
    }

    @Test(
        "a report that is wrong is refused with its place and what was expected",
        arguments: [
            ("- {item: i-trained, period: 2021-H1, value: viele}", "wrong-type"),
            ("- {item: i-trained, period: 2021-H9, value: 5}", "unknown-period"),
            ("- {item: i-traned, period: 2021-H1, value: 5}", "unknown-item"),
            ("- {item: a2, period: 2021-H1, implementation: under-way}", "not-entitled"),
            ("- {item: i-manual, period: 2021-H1, achieved: true, on: 2021-02-30}", "malformed-value"),
            ("- {item: i-manual, period: 2021-H1, value: 5}", "wrong-kind-of-value"),
            ("- {item: i-stage, period: 2021-H1, value: adoptd}", "unknown-level"),
            ("- {item: i-share, period: 2021-H1, numerator: 5, denominator: 0}", "zero-denominator"),
            ("- {item: i-trained, period: 2021-H1}", "not-one-value"),
            ("- {item: i-trained, period: 2021-H1, value: 5, nil: true}", "not-one-value"),
            ("- {item: i-trained, period: 2021-H1, value: 5, vallue: 6}", "unknown-key"),
            ("- {item: i-trained, period: 2021-H1, value: 5, cells: [{sex: other, value: 5}]}", "unknown-category"),
            ("- {item: i-trained, period: 2021-H1, value: 5, variation: weather}", "unknown-reason"),
            ("- {item: i-trained, period: 2021-H2, value: 5}", "period-not-ended"),
        ]
    )
    func wrongReport(row: String, identifier: String) throws {
        let good =
            "- {item: i-trained, period: 2021-H1, value: 95, cells: [{sex: female, value: 50}, {sex: male, value: 45}]}"
        let text = "format: nap-reports/1\nplan: small\nagency: moi\nreports:\n  \(good)\n  \(row)\n"
        try program.write(text, to: "reports.yaml")
        let result = try submit("reports.yaml")
        #expect(result.errors.contains("[\(identifier)]"), "\(result.errors)")
        #expect(result.errors.contains("reports.yaml:6:"), "\(result.errors)")
        guard identifier != "period-not-ended" else { return }
        #expect(result.status == 1)
        #expect(result.errors.contains("Nothing was stored."))
        let after = try program.run(["assess", "--format", "json", "--as-of", "2021-08-01"] + program.common())
        #expect(after.output.contains("\"received\":0,"), "\(after.errors)")
    }

    @Test("every mistake of a file is told in one run")
    func allAtOnce() throws {
        let rows = ["value: a", "value: b", "value: c"].map { "  - {item: i-trained, period: 2021-H1, \($0)}\n" }
            .joined()
        try program.write("format: nap-reports/1\nplan: small\nagency: moi\nreports:\n\(rows)", to: "reports.yaml")
        let result = try submit("reports.yaml")
        #expect(result.errors.components(separatedBy: "[wrong-type]").count == 4)
    }

    @Test("the same mistakes can be had as JSON")
    func json() throws {
        try program.write("format: nap-reports/1\nplan: small\nagency: moi\nreports: 5\n", to: "reports.yaml")
        let result = try program.run(
            ["submit", "reports.yaml", "--agency", "moi", "--format", "json"] + program.common()
        )
        let parsed = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [[String: Any]]
        #expect(parsed?.first?["identifier"] as? String == "wrong-type")
        #expect(parsed?.first?["line"] as? Int == 4)
        #expect(result.status == 1)
    }

    @Test("an agency that the plan does not know is asked about")
    func unknownAgency() throws {
        let result = try submit("reports.yaml", agency: "mio")
        #expect(result.status == 1)
        #expect(result.errors.contains("did you mean moi?"))
    }

    @Test(
        "a plan without activities, of another kind, or for no ledger is refused",
        arguments: [
            (
                "format: nap-plan/1\nplan: {id: x, title: T, start: 2021-01-01, end: 2021-12-31, languages: [en], provenance: {kind: illustrative}}\n",
                "no-activities"
            ),
            ("format: nap-reports/1\n", "plan-not-named"),
            ("format: nap-plan/1\nplan: {id: x, title: T, start: 2021-02-30, end: 2021-12-31}\n", "malformed-value"),
        ]
    )
    func badPlan(text: String, identifier: String) throws {
        try program.write(text, to: "other.yaml")
        let result = try program.nap("check", "other.yaml", "--format", "json")
        #expect(result.status == 1)
        #expect(result.output.contains("\"\(identifier)\""), "\(result.output)")
    }
}
