import Diagnostics
import Dispatch
import Foundation
import Synchronization

/// A bar on the terminal once the program takes more than a second; nothing where the standard error is no terminal.
///
/// Work that cannot tell how far it has come is named, with dots that move. The line is drawn over itself at most ten times
/// a second, and wiped away when the work is done.
final class ProgressBar: Sendable {
    private let label: String
    private let isShown: Bool
    private let state = Mutex(State())
    private let ended = DispatchSemaphore(value: 0)

    private struct State {
        /// How much of the work is done, from 0 to 1; nil where nobody has told.
        var share: Double?
        var drawn: ContinuousClock.Instant?
        var dots = 0
        var isOver = false
    }

    /// How long the program may take before a bar is worth looking at.
    private static let patience: Duration =
        .seconds(ProcessInfo.processInfo.environment["NAP_PROGRESS_AFTER"].flatMap { Double($0) } ?? 1)

    /// When the first work began: several pieces that are short keep a person waiting as well.
    private static let start = ContinuousClock.now

    /// - Parameters:
    ///   - label: what is done, in the reader's language.
    ///   - isQuiet: whether nothing is to be shown.
    fileprivate init(_ label: String, isQuiet: Bool) {
        self.label = label
        isShown = !isQuiet && isatty(STDERR_FILENO) == 1
        guard isShown else { return }
        _ = Self.start
        draw()
        Thread { [self] in
            while ended.wait(timeout: .now() + .milliseconds(250)) == .timedOut { draw() }
        }
        .start()
    }

    /// What the work tells how far it has come.
    fileprivate var progress: WorkProgress {
        isShown ? WorkProgress { self.show($0, of: $1) } : .unseen
    }

    private func show(_ done: Int, of total: Int) {
        state.withLock { $0.share = min(1, Double(done) / Double(max(1, total))) }
        draw()
    }

    private func draw() {
        let now = ContinuousClock.now
        guard now - Self.start >= Self.patience else { return }
        state.withLock { state in
            guard !state.isOver else { return }
            if let last = state.drawn, now - last < .milliseconds(100), state.share != 1 { return }
            state.drawn = now
            state.dots = state.dots % 3 + 1
            var line = "\(label) " + String(repeating: "·", count: state.dots)
            if let share = state.share {
                let filled = Int((share * 24).rounded(.down))
                let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
                line = "\(label) \(bar) \(Int(share * 100))%"
            }
            write("\r\(line)\u{1B}[K")
        }
    }

    /// Wipes the bar away.
    fileprivate func end() {
        guard isShown else { return }
        ended.signal()
        state.withLock { state in
            if state.drawn != nil { write("\r\u{1B}[K") }
            state.isOver = true
        }
    }

    private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}

extension Console {
    /// Does a piece of work, with a bar on the terminal if it takes long.
    ///
    /// - Parameters:
    ///   - label: what is done.
    ///   - work: the work; it tells how far it has come.
    /// - Returns: what the work gives.
    /// - Throws: what the work throws.
    func showing<Result, Failure: Error>(
        _ label: Message,
        _ work: (WorkProgress) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let bar = ProgressBar(text(of: label), isQuiet: isQuiet)
        defer { bar.end() }
        return try work(bar.progress)
    }

    /// Does a piece of work that does not tell how far it has come; it is named on the terminal if it takes long.
    func showing<Result, Failure: Error>(
        _ label: Message,
        _ work: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try showing(label) { (_: WorkProgress) throws(Failure) in try work() }
    }
}
