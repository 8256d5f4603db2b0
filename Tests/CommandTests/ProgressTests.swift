import Foundation
import Testing

@Suite("A bar for long work")
struct ProgressTests {
    private let program: Program

    init() throws {
        program = try Program()
        let made = try program.run(["init"] + Array(program.common().dropLast(2)))
        #expect(made.status == 0, "\(made.errors)")
    }

    private var words: [String] {
        ["publish", "--out", "site", "--as-of", "2021-07-10", "--language", "ru"] + program.common()
    }

    /// What a terminal is sent; bars do not wait for work to become long.
    private func terminal(_ words: [String]) throws -> String {
        let python = """
            import os, pty, sys
            os.environ['NAP_PROGRESS_AFTER'] = '0'
            sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))
            """
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments =
            ["python3", "-c", python, Program.root.appendingPathComponent(".build/debug/nap").path] + words
        process.currentDirectoryURL = program.folder
        let output = Pipe()
        process.standardOutput = output
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let written = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return String(decoding: written, as: UTF8.self)
    }

    @Test("on a terminal it is drawn over itself in the language asked for, and wiped away at the end")
    func terminalBar() throws {
        let shown = try terminal(words)
        #expect(shown.contains("\rСтраницы"), "\(shown)")
        #expect(shown.contains("100%"), "\(shown)")
        let end = try #require(shown.range(of: "100%", options: .backwards))
        #expect(shown[end.upperBound...].contains("\r\u{1B}[K"), "\(shown)")
    }

    @Test(
        "all long work has one: judging, writing, checking and copying a ledger, sending reports",
        arguments: [
            (["assess", "--as-of", "2021-07-10"], "Judging items", true),
            (["ledger", "verify"], "Reading entries", false),
            (["ledger", "rebuild"], "Reading entries", false), (["backup", "copy.sqlite"], "Checking the copy", false),
            (["import", "reports.yaml", "--agency", "moi"], "Checking reports", true),
        ]
    )
    func everywhere(command: [String], label: String, needsPlan: Bool) throws {
        try program.write(
            """
            format: nap-reports/1
            plan: small
            agency: moi
            reports:
              - {item: i-trained, period: 2021-H1, value: 95, comment: x}
            """,
            to: "reports.yaml"
        )
        #expect(try program.run(["submit", "reports.yaml", "--agency", "moi"] + program.common()).status == 0)
        let place = needsPlan ? program.common() : ["--ledger", "nap.sqlite"]
        let shown = try terminal(command + ["--language", "en"] + place)
        #expect(shown.contains("\r\(label) "), "\(shown)")
        let last = try #require(shown.range(of: "\(label) ████████████████████████ 100%", options: .backwards))
        #expect(shown[last.upperBound...].contains("\r\u{1B}[K"), "\(shown)")
    }

    @Test(
        "work that cannot tell how far it has come is named while it lasts: exports and imports",
        arguments: [
            (["export", "xlsx", "--out", "brief.xlsx"], "Writing files"),
            (["export", "json", "--out", "brief.json"], "Writing files"),
            (["export", "csv", "--out", "tables"], "Writing files"),
            (["export", "iati", "--publisher", "TM-GOV-12", "--out", "iati.xml"], "Writing files"),
            (["export", "open-sdg", "sdg"], "Writing files"),
            (["export", "atom", "--out", "news.xml"], "Writing files"),
        ]
    )
    func named(command: [String], label: String) throws {
        let day = ["--as-of", "2021-07-10", "--language", "en"]
        let shown = try terminal(command + day + program.common())
        for name in ["Reading files", "Judging items", label] {
            let named = try #require(shown.range(of: "\r\(name) ", options: .backwards), "\(name) in \(shown)")
            #expect(shown[named.upperBound...].contains("\r\u{1B}[K"), "\(shown)")
        }
    }

    @Test("with --quiet nothing is said, and in a pipe no bar is drawn")
    func silence() throws {
        #expect(try terminal(words + ["--quiet"]) == "")
        #expect(try !program.run(words).errors.contains("%"))
    }
}
