/// Follows all states at once, each with what its groups have matched, in the order in which the pattern prefers them.
struct ThreadMachine {
    private enum Work {
        case follow(Int32)
        case restore(slot: Int, Int)
    }

    private let program: PatternProgram
    private let width: Int
    private let states: SparseSet
    /// The slots of the states, one after the other in the order of the set.
    private var slots: [Int]
    private var seeds: [Int32] = []
    private var seedSlots: [Int] = []
    private var current: [Int]
    private var stack: [Work] = []

    init(_ program: PatternProgram) {
        self.program = program
        width = (program.groupCount + 1) * 2
        states = SparseSet(capacity: program.instructions.count)
        slots = [Int](repeating: -1, count: program.instructions.count * width)
        current = [Int](repeating: -1, count: width)
    }

    /// What came of a search.
    enum Outcome {
        case match(Match)
        case none
        /// The effort ran out, of which every state at every place takes one, and more with many groups.
        case exhausted
    }

    mutating func firstMatch(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        effort: inout Int
    ) -> Outcome {
        let program = program
        return program.sets.withUnsafeBufferPointer { run(bytes, from: start, $0, &effort) }
    }

    private mutating func run(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int,
        _ sets: UnsafeBufferPointer<CharacterSet>,
        _ effort: inout Int
    ) -> Outcome {
        var index = start
        var found: [Int]?
        seeds.removeAll(keepingCapacity: true)
        seedSlots.removeAll(keepingCapacity: true)
        while true {
            if seeds.isEmpty, found != nil || program.isAnchored && index > 0 { break }
            let assertions = Neighbour.assertions(bytes, at: index)
            states.removeAll()
            for place in seeds.indices {
                for slot in 0..<width { current[slot] = seedSlots[place * width + slot] }
                follow(seeds[place], assertions, index)
            }
            if found == nil, !program.isAnchored || index == 0 {
                for slot in 0..<width { current[slot] = -1 }
                follow(0, assertions, index)
            }
            effort -= states.count * (2 + width / 4) + 1
            if effort < 0 { return .exhausted }
            seeds.removeAll(keepingCapacity: true)
            seedSlots.removeAll(keepingCapacity: true)
            let next = index < bytes.count ? ScalarReader.read(bytes, index) : nil
            for place in 0..<states.count {
                let state = states[place]
                let instruction = program.instructions[Int(state)]
                if instruction.operation == .match {
                    found = Array(slots[(place * width)..<((place + 1) * width)])
                    // What comes after is preferred less.
                    break
                }
                if let next, instruction.takes(next.scalar, sets) {
                    seeds.append(state + 1)
                    seedSlots.append(contentsOf: slots[(place * width)..<((place + 1) * width)])
                }
            }
            guard let next else { break }
            index += next.length
        }
        return found.map { .match(match($0)) } ?? .none
    }

    private func match(_ slots: [Int]) -> Match {
        let ranges = stride(from: 0, to: slots.count, by: 2)
            .map { slots[$0] >= 0 && slots[$0 + 1] >= 0 ? slots[$0]..<slots[$0 + 1] : nil }
        return Match(range: (ranges.first ?? nil) ?? 0..<0, groups: Array(ranges.dropFirst()))
    }

    private mutating func follow(_ start: Int32, _ assertions: UInt32, _ index: Int) {
        stack.append(.follow(start))
        while let work = stack.popLast() {
            switch work {
            case .restore(let slot, let value): current[slot] = value
            case .follow(let state):
                let place = states.count
                guard states.insert(state) else { continue }
                let instruction = program.instructions[Int(state)]
                switch instruction.operation {
                case .jump: stack.append(.follow(instruction.first))
                case .split:
                    stack.append(.follow(instruction.second))
                    stack.append(.follow(instruction.first))
                case .assertion:
                    if assertions >> UInt32(instruction.first) & 1 == 1 { stack.append(.follow(state + 1)) }
                case .save:
                    let slot = Int(instruction.first)
                    stack.append(.restore(slot: slot, current[slot]))
                    current[slot] = index
                    stack.append(.follow(state + 1))
                case .match, .character, .set:
                    for slot in 0..<width { slots[place * width + slot] = current[slot] }
                }
            }
        }
    }
}
