import Foundation
import Testing

@Suite("The same plan, packs, reports and day give the same bytes")
struct SameBytesTests {
    private let program: Program
    private static let firstCase = "turkmenistan-ct-2020-2022"

    init() throws { program = try Program() }

    /// Copies the first case, file by file, into a folder.
    ///
    /// Reversed, the files are made in the opposite order, and those of reports and reviews have names by which they sort in
    /// the opposite order.
    private func copy(to name: String, isReversed: Bool) throws {
        let source = Program.root.appendingPathComponent("plans/\(Self.firstCase)")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: source.path).filter { $0.contains(".") }
            .sorted()
        for (position, path) in (isReversed ? paths.reversed() : paths).enumerated() {
            let file = path as NSString
            let isRenamed = isReversed && !file.deletingLastPathComponent.isEmpty && file.pathExtension == "yaml"
            let copied =
                isRenamed ? file.deletingLastPathComponent + "/\(1000 + position).yaml" : file as String
            try program.write(Data(contentsOf: source.appendingPathComponent(path)), to: "\(name)/\(copied)")
        }
    }

    private func assessment(of plan: String, _ environment: [String: String] = [:]) throws -> String {
        let options = [
            "--plan", plan, "--rules", Program.root.appendingPathComponent("rules").path, "--ledger", "\(plan).sqlite",
        ]
        let assess = ["assess", "--as-of", "2022-01-20", "--format", "json"] + options
        let result = try program.run(assess, environment: environment)
        #expect(result.status == 0, "\(result.errors)")
        return result.output
    }

    private func load(_ plan: String, _ environment: [String: String] = [:]) throws {
        let rules = Program.root.appendingPathComponent("rules").path
        let loaded = try program.run(
            ["load", plan, "--rules", rules, "--ledger", "\(plan).sqlite"],
            environment: environment
        )
        #expect(loaded.status == 0, "\(loaded.errors)")
    }

    @Test("of the first case: in two runs, with files in another order, in another time zone and language")
    func firstCase() throws {
        let elsewhere = ["TZ": "Pacific/Kiritimati", "LC_ALL": "ru_RU.UTF-8", "LANG": "ru_RU.UTF-8"]
        try copy(to: "here", isReversed: false)
        try load("here")
        let first = try assessment(of: "here")
        #expect(first.utf8.count > 100_000)
        #expect(try assessment(of: "here") == first)
        #expect(try assessment(of: "here", elsewhere) == first)
        try copy(to: "there", isReversed: true)
        try load("there", elsewhere)
        #expect(try assessment(of: "there", elsewhere) == first)
    }
}
