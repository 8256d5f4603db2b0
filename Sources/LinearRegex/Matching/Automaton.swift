/// A deterministic automaton that is built while it runs: it remembers where a state and a class of scalars lead.
///
/// Its states are sets of the states of the pattern. There can be very many, so that only so many are kept; with more, the
/// states of the pattern are followed one by one from where the text was left. Both ways take the same effort.
final class Automaton {
    private struct Transition {
        /// The next state, or one of the codes; below all codes a state from which the text is searched for the next start.
        var next: Int32
        /// What the step takes when states are followed one by one.
        var effort: Int32

        static let unknown: Int32 = -1
        static let match: Int32 = -2
        static let end: Int32 = -3
        static let idle: Int32 = -4
    }

    private struct State {
        let seeds: [Int32]
        let before: Neighbour
    }

    private let program: PatternProgram
    private let alphabet: Alphabet
    private let width: Int
    private let asksForNeighbours: Bool
    private var machine: StateMachine
    private var states: [State] = []
    private var numbers: [[Int32]: Int32] = [:]
    /// For every state a row: a transition for each class, and the one for the end of the text.
    private var transitions: [Transition] = []
    private var size = 0
    /// How often there were too many states.
    private(set) var overflows = 0

    /// Nil where the alphabet of the pattern is too rich.
    init?(_ program: PatternProgram) {
        guard let alphabet = Alphabet(program) else { return nil }
        self.program = program
        self.alphabet = alphabet
        width = alphabet.count + 1
        asksForNeighbours = program.instructions.contains { $0.operation == .assertion }
        machine = StateMachine(program)
        reset()
    }

    private func reset() {
        states.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
        transitions.removeAll(keepingCapacity: true)
        size = 0
        _ = number(of: [0], before: .edge)
    }

    /// The state at the start of a text.
    private static let start = 0

    private func number(of seeds: [Int32], before: Neighbour) -> Int32? {
        let before = asksForNeighbours ? before : .edge
        let key = seeds + [Int32(before.rawValue)]
        if let known = numbers[key] { return known }
        size += seeds.count * 2 + width * 2
        guard size <= program.memory || states.isEmpty else { return nil }
        let number = Int32(states.count)
        states.append(State(seeds: seeds, before: before))
        numbers[key] = number
        transitions += repeatElement(Transition(next: Transition.unknown, effort: 0), count: width)
        return number
    }

    /// Whether the pattern matches; nil where the effort runs out, of which every state at every place takes one.
    func matches(_ bytes: UnsafeBufferPointer<UInt8>, effort: inout Int) -> Bool? {
        var state = Self.start
        var index = 0
        var isIdle = true
        while true {
            if isIdle {
                guard let next = program.nextStart(bytes, index) else { return false }
                if next > index {
                    index = next
                    guard let idle = number(of: [], before: Neighbour(UInt32(bytes[index - 1]))) else {
                        return overflow(bytes, index, [], &effort)
                    }
                    state = Int(idle)
                }
            }
            var stop = run(bytes, &index, state, &effort)
            if case .unknown(let place) = stop { stop = step(bytes, &index, place, &effort) }
            switch stop {
            case .answer(let matches): return matches
            case .exhausted: return nil
            case .overflow(let seeds): return overflow(bytes, index, seeds, &effort)
            case .unknown(let next): (state, isIdle) = (next, false)
            case .idle(let next): (state, isIdle) = (next, true)
            }
        }
    }

    /// Where something else has to be done.
    private enum Stop {
        case answer(Bool)
        case exhausted
        /// In a state that has not met yet what comes next.
        case unknown(Int)
        /// In a state in which nothing is under way.
        case idle(Int)
        /// There are too many states; the seeds are those of the next one.
        case overflow([Int32])
    }

    /// Goes on while everything is known.
    @inline(__always)
    private func run(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ index: inout Int,
        _ start: Int,
        _ effort: inout Int
    ) -> Stop {
        var state = start
        var place = index
        var left = effort
        defer {
            index = place
            effort = left
        }
        return transitions.withUnsafeBufferPointer { transitions in
            while place < bytes.count {
                let (scalar, length) = ScalarReader.read(bytes, place)
                let transition = transitions[state * width + alphabet.classNumber(scalar)]
                if transition.next == Transition.unknown { return .unknown(state) }
                if transition.next == Transition.match { return .answer(true) }
                left -= Int(transition.effort)
                if left < 0 { return .exhausted }
                if transition.next == Transition.end { return .answer(false) }
                place += length
                if transition.next < 0 { return .idle(Int(Transition.idle - transition.next)) }
                state = Int(transition.next)
            }
            switch transitions[state * width + width - 1].next {
            case Transition.match: return .answer(true)
            case Transition.end: return .answer(false)
            default: return .unknown(state)
            }
        }
    }

    /// Takes one step and remembers where it leads.
    private func step(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ index: inout Int,
        _ state: Int,
        _ effort: inout Int
    ) -> Stop {
        let isEnd = index == bytes.count
        let (scalar, length) = isEnd ? (0, 0) : ScalarReader.read(bytes, index)
        let place = state * width + (isEnd ? width - 1 : alphabet.classNumber(scalar))
        var seeds = states[state].seeds
        let assertions = Neighbour.assertions(
            before: states[state].before,
            after: isEnd ? .edge : Neighbour(scalar)
        )
        if machine.enter(seeds, begins: !program.isAnchored, assertions) {
            transitions[place].next = Transition.match
            return .answer(true)
        }
        guard !isEnd else {
            transitions[place].next = Transition.end
            return .answer(false)
        }
        let needed = machine.states.count + 1
        effort -= needed
        guard effort >= 0 else { return .exhausted }
        machine.take(scalar, into: &seeds)
        seeds.sort()
        index += length
        var code = Transition.end
        if !program.isAnchored || !seeds.isEmpty {
            guard let next = number(of: seeds, before: Neighbour(scalar)) else { return .overflow(seeds) }
            code = seeds.isEmpty && program.firstByte != nil ? Transition.idle - next : next
        }
        transitions[place] = Transition(next: code, effort: Int32(truncatingIfNeeded: needed))
        if code == Transition.end { return .answer(false) }
        return code < 0 ? .idle(Int(Transition.idle - code)) : .unknown(Int(code))
    }

    /// Goes on without states of its own.
    private func overflow(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ index: Int,
        _ seeds: [Int32],
        _ effort: inout Int
    ) -> Bool? {
        overflows += 1
        reset()
        return machine.matches(bytes, from: index, seeds, effort: &effort)
    }
}
