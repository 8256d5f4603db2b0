package import Diagnostics
package import Disclosure
import Foundation
package import Rules

/// The file that remembers which counts of persons public editions have shown.
package struct PublishedFile: Sendable {
    /// Where it lies.
    package let path: String

    /// Why it is not read.
    package struct Fault: Error, CustomStringConvertible {
        /// What to tell.
        package let diagnostic: Diagnostic

        package var description: String { diagnostic.message.description }

        init(_ message: Message) {
            diagnostic = Diagnostic(
                "published-file",
                message,
                expected: "the file as `nap publish` wrote it",
                hint: "restore it from a backup: without it a small count could be worked out from two editions"
            )
        }
    }

    package init(_ path: String) { self.path = path }

    /// What is in it; nothing where there is no such file yet.
    ///
    /// - Throws: ``Fault`` where it cannot be read, or is not as it was written.
    package func read() throws(Fault) -> PublishedFigures {
        guard FileManager.default.fileExists(atPath: path) else { return PublishedFigures() }
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            throw Fault("\(path) cannot be read")
        }
        do {
            return try PublishedFigures(text: text)
        } catch {
            throw Fault("line \(error.line) of \(path) is no figure that a public edition showed")
        }
    }

    /// Adds what a public edition shows to what was read from it; where that was known already, it is left alone.
    ///
    /// - Throws: what the file system does.
    package func note(_ assessment: Assessment, after published: PublishedFigures) throws {
        var figures = published
        figures.add(assessment)
        guard figures != published else { return }
        try Data(figures.text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    }
}
