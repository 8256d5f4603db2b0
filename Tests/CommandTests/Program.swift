import Foundation

/// Runs the program as a person at a terminal does.
final class Program {
    struct Result {
        var status: Int32
        var output: String
        var errors: String
    }

    /// The folder of the project.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A folder of its own for each test, with the small plan in it.
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("nap-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try write(SmallPlan.text, to: "plan.yaml")
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

    func write(_ data: Data, to name: String) throws {
        let file = folder.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }

    /// Runs `nap` in the test's folder; the rules are those of the project.
    func nap(_ arguments: String...) throws -> Result { try run(arguments) }

    /// Runs `nap`, with an environment that differs in some variables from that of the tests.
    func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Result {
        let process = Process()
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.executableURL = Self.root.appendingPathComponent(".build/debug/nap")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        let output = Pipe()
        let errors = Pipe()
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let written = output.fileHandleForReading.readDataToEndOfFile()
        let complaints = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus,
            output: String(decoding: written, as: UTF8.self),
            errors: String(decoding: complaints, as: UTF8.self)
        )
    }

    /// The options that name the plan, the rules, the ledger and a fixed clock.
    func common(now: String = "2021-07-10T10:00:00+05:00", ledger: String = "nap.sqlite") -> [String] {
        [
            "--plan", "plan.yaml", "--rules", Self.root.appendingPathComponent("rules").path, "--ledger", ledger,
            "--now", now,
        ]
    }
}
