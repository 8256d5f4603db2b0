import Synchronization

/// The automata of a pattern that no one uses just now.
final class AutomatonPool: Sendable {
    private struct Contents: ~Copyable {
        var free: [Automaton] = []
        var matches = 0
        var isUseless = false
    }

    private let contents = Mutex(Contents())

    /// From this length of a text on an automaton pays for itself at once.
    private static let longText = 256
    /// After so many matches it pays for itself with any text.
    private static let manyMatches = 32
    /// How often an automaton may have too many states before it is given up.
    private static let mostOverflows = 4

    /// Does something with an automaton, if it is worth having one.
    func use<Result>(_ program: PatternProgram, length: Int, _ body: (Automaton?) -> Result) -> Result {
        let automaton = take(program, length)
        let result = body(automaton)
        if let automaton { giveBack(automaton) }
        return result
    }

    private func take(_ program: PatternProgram, _ length: Int) -> Automaton? {
        guard program.memory > 0 else { return nil }
        let (free, isWanted) = contents.withLock { contents -> (Taken, Bool) in
            guard !contents.isUseless else { return (Taken(nil), false) }
            if let free = contents.free.popLast() { return (Taken(free), false) }
            contents.matches += 1
            return (Taken(nil), length >= Self.longText || contents.matches > Self.manyMatches)
        }
        if let automaton = free.automaton { return automaton }
        guard isWanted else { return nil }
        let made = Automaton(program)
        if made == nil { contents.withLock { $0.isUseless = true } }
        return made
    }

    private func giveBack(_ automaton: Automaton) {
        let taken = Taken(automaton)
        contents.withLock { contents in
            guard let automaton = taken.automaton else { return }
            if automaton.overflows > Self.mostOverflows {
                contents.isUseless = true
                contents.free = []
            } else {
                contents.free.append(automaton)
            }
        }
    }

    /// Hands an automaton over the lock: only one side ever has it.
    private struct Taken: @unchecked Sendable {
        let automaton: Automaton?

        init(_ automaton: Automaton?) {
            self.automaton = automaton
        }
    }
}
