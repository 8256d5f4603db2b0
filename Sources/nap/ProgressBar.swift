import Foundation

/// A bar on the terminal for work that takes more than a second; nothing where the standard error is no terminal.
///
/// It is drawn over itself at most ten times a second, and wiped away when the work is done.
final class ProgressBar {
    private let label: String
    private let total: Int
    private let isShown: Bool
    private let start = ContinuousClock.now
    private var drawn: ContinuousClock.Instant?

    /// How long work may take before a bar is worth looking at.
    private static let patience: Duration =
        .seconds(ProcessInfo.processInfo.environment["NAP_PROGRESS_AFTER"].flatMap { Double($0) } ?? 1)

    /// - Parameters:
    ///   - label: what is done, in the reader's language.
    ///   - total: how many steps there are.
    ///   - isQuiet: whether nothing is to be shown.
    init(_ label: String, total: Int, isQuiet: Bool) {
        self.label = label
        self.total = max(1, total)
        isShown = !isQuiet && isatty(STDERR_FILENO) == 1
    }

    /// Shows how many steps are done.
    func show(_ done: Int) {
        let now = ContinuousClock.now
        guard isShown, now - start >= Self.patience else { return }
        if let drawn, now - drawn < .milliseconds(100), done < total { return }
        drawn = now
        let share = min(1, Double(done) / Double(total))
        let filled = Int((share * 24).rounded(.down))
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
        write("\r\(label) \(bar) \(Int(share * 100))%\u{1B}[K")
    }

    /// Wipes the bar away.
    func end() {
        if drawn != nil { write("\r\u{1B}[K") }
        drawn = nil
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
