import ArgumentParser
import Diagnostics
import Foundation
import Language

/// What a command writes: its product to the standard output, everything else to the standard error.
struct Console {
    var format: OutputFormat = .text
    var language = "en"
    /// Whether nothing is said of work that takes long.
    var isQuiet = false

    /// Writes what was asked for.
    func write(_ text: String) { FileHandle.standardOutput.write(Data(text.utf8)) }

    /// Writes what was asked for.
    func write(_ bytes: [UInt8]) { FileHandle.standardOutput.write(Data(bytes)) }

    /// Writes a remark.
    func note(_ remark: Message) { note(text: text(of: remark)) }

    /// Writes a remark that is in the reader's language already.
    func note(text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }

    /// Writes diagnostics for a person or, as the product, for a machine.
    func show(_ diagnostics: [Diagnostic]) {
        switch format {
        case .json: write(JSONRenderer().render(diagnostics))
        case .text:
            guard !diagnostics.isEmpty else { return }
            FileHandle.standardError.write(Data(text(of: diagnostics, color: Self.errorIsTerminal).utf8))
        }
    }

    /// The diagnostics in words.
    func text(of diagnostics: [Diagnostic], color: Bool) -> String {
        TextRenderer(color: color, translation: DiagnosticCatalogue.translation(into: written)).render(diagnostics)
    }

    /// A sentence in the reader's language.
    func text(of sentence: Message) -> String { sentence.text(DiagnosticCatalogue.translation(into: written)) }

    /// A number and the form of a noun that goes with it, in the reader's language.
    func counted(_ number: Int, _ forms: Message) -> String {
        Catalogue(written, patterns: DiagnosticCatalogue.patterns(in: written)).count(number, forms.pattern)
    }

    private var written: WrittenLanguage { WrittenLanguage(tag: language) }

    /// Stops where anything is an error.
    func stopOnErrors(_ diagnostics: [Diagnostic]) throws {
        guard diagnostics.hasErrors else { return }
        throw ExitStatus.input
    }

    /// How many characters a line of the terminal has; 100 where it is none.
    static var width: Int {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 100 }
        return min(max(Int(size.ws_col), 60), 200)
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
