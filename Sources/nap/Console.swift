import ArgumentParser
import Diagnostics
import Foundation
import Language
import Ledger

/// What a command writes: its product to the standard output, everything else to the standard error.
struct Console {
    var format: OutputFormat = .text
    var language = "en"

    /// Writes what was asked for.
    func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    /// Writes what was asked for.
    func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

    /// Writes a remark.
    func note(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Writes diagnostics for a person or, as the product, for a machine.
    func show(_ diagnostics: [Diagnostic]) {
        switch format {
        case .json: write(JSONRenderer().render(diagnostics))
        case .text:
            guard !diagnostics.isEmpty else { return }
            FileHandle.standardError.write(Data(text(of: diagnostics, color: Self.errorIsTerminal).utf8))
        }
    }

    /// The diagnostics in words, and how many there are.
    func text(of diagnostics: [Diagnostic], color: Bool) -> String {
        TextRenderer(color: color).render(diagnostics)
    }

    /// Stops where anything is an error.
    func stopOnErrors(_ diagnostics: [Diagnostic]) throws {
        guard diagnostics.hasErrors else { return }
        throw ExitStatus.input
    }

    static var errorIsTerminal: Bool {
        isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }
    static var outputIsTerminal: Bool {
        isatty(STDOUT_FILENO) == 1 && ProcessInfo.processInfo.environment["NO_COLOR"] == nil
    }
}

/// For whom a command writes.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}
