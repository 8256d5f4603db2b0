import ArgumentParser
import Diagnostics
import Foundation

/// A file that a command writes.
struct OutputFile {
    private let path: String
    private let console: Console

    init(_ path: String, _ console: Console) {
        self.path = path
        self.console = console
    }

    /// Writes all of it, or nothing.
    func write(_ bytes: [UInt8]) throws {
        do {
            try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            console.show([
                Diagnostic("cannot-write", "\(path) cannot be written", hint: "check the folder and its rights")
            ])
            throw ExitStatus.machine
        }
    }
}
