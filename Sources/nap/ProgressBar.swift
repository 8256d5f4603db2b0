import Diagnostics
import Foundation
import Synchronization

/// A bar on the terminal for work that takes more than a second; nothing where the standard error is no terminal.
///
/// It is drawn over itself at most ten times a second, and wiped away when the work is done.
final class ProgressBar: Sendable {
    private let label: String
    private let isShown: Bool
    private let start = ContinuousClock.now
    private let drawn = Mutex<ContinuousClock.Instant?>(nil)

    /// How long work may take before a bar is worth looking at.
    private static let patience: Duration =
        .seconds(ProcessInfo.processInfo.environment["NAP_PROGRESS_AFTER"].flatMap { Double($0) } ?? 1)

    /// - Parameters:
    ///   - label: what is done, in the reader's language.
    ///   - isQuiet: whether nothing is to be shown.
    fileprivate init(_ label: String, isQuiet: Bool) {
        self.label = label
        isShown = !isQuiet && isatty(STDERR_FILENO) == 1
    }

    /// What the work tells how far it has come.
    fileprivate var progress: WorkProgress {
        isShown ? WorkProgress { self.show($0, of: $1) } : .unseen
    }

    private func show(_ done: Int, of total: Int) {
        let now = ContinuousClock.now
        guard now - start >= Self.patience else { return }
        drawn.withLock { drawn in
            if let last = drawn, now - last < .milliseconds(100), done < total { return }
            drawn = now
            let share = min(1, Double(done) / Double(max(1, total)))
            let filled = Int((share * 24).rounded(.down))
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
            write("\r\(label) \(bar) \(Int(share * 100))%\u{1B}[K")
        }
    }

    /// Wipes the bar away.
    fileprivate func end() {
        drawn.withLock { drawn in
            if drawn != nil { write("\r\u{1B}[K") }
            drawn = nil
        }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

extension Console {
    /// Does a piece of work, with a bar on the terminal if it takes long.
    ///
    /// - Parameters:
    ///   - label: what is done.
    ///   - isQuiet: whether nothing is to be shown.
    ///   - work: the work; it tells how far it has come.
    /// - Returns: what the work gives.
    /// - Throws: what the work throws.
    func showing<Result, Failure: Error>(
        _ label: Message,
        isQuiet: Bool = false,
        _ work: (WorkProgress) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bar = ProgressBar(text(of: label), isQuiet: isQuiet)
        defer { bar.end() }
        return try work(bar.progress)
    }
}
