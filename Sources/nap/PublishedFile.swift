import ArgumentParser
import Diagnostics
import Disclosure
import Foundation

/// The file that remembers which counts of persons public editions have shown.
struct PublishedFile {
    private let path: String
    private let console: Console

    init(_ path: String, _ console: Console) {
        self.path = path
        self.console = console
    }

    /// What is in it; nothing where there is no such file yet.
    func read() throws -> PublishedFigures {
        guard FileManager.default.fileExists(atPath: path) else { return PublishedFigures() }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw refuse("\(path) cannot be read")
        }
        do {
            return try PublishedFigures(text: text)
        } catch {
            throw refuse("line \(error.line) of \(path) is no figure that a public edition showed")
        }
    }

    /// Writes all of it; where it says the same already, it is left alone.
    func write(_ figures: PublishedFigures) throws {
        guard figures != (try read()) else { return }
        try OutputFile(path, console).write(Array(figures.text.utf8))
    }

    private func refuse(_ message: Message) -> ExitCode {
        console.show([
            Diagnostic(
                "published-file",
                message,
                expected: "the file as `nap publish` wrote it",
                hint: "restore it from a backup: without it a small count could be worked out from two editions"
            )
        ])
        return ExitStatus.input
    }
}
