import ArgumentParser
import Foundation

/// How the program ends.
enum ExitStatus {
    /// The input is wrong.
    static let input = ExitCode(1)
    /// The machine failed.
    static let machine = ExitCode(3)

    /// The exit code for what a command threw, after its message, if it has one, was written.
    static func of(_ error: any Error, message: String, isAnswer: Bool) -> Int32 {
        if let code = error as? ExitCode { return code.rawValue }
        if isAnswer {
            print(message)
            return 0
        }
        FileHandle.standardError.write(Data((message + "\n").utf8))
        return 2
    }
}
