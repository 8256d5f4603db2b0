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
        try attempt { try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic) }
    }

    /// Does what writes the file, and tells where that fails.
    func attempt(_ writing: () throws -> Void) throws {
        do {
            try writing()
        } catch {
            console.show([
                Diagnostic("cannot-write", "\(path) cannot be written", hint: "check the folder and its rights")
            ])
            throw ExitStatus.machine
        }
    }
}
