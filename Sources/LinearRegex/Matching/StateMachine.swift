/// Follows all states at once to learn whether a pattern matches; where is not asked.
struct StateMachine {
    private let pattern: Pattern
    private let states: SparseSet
    private var seeds: [Int32] = []
    private var stack: [Int32] = []

    init(_ pattern: Pattern) {
        self.pattern = pattern
        states = SparseSet(capacity: pattern.instructions.count)
    }

    /// Whether the pattern matches; nil where the effort runs out, of which every state at every place takes one.
    mutating func matches(_ bytes: UnsafeBufferPointer<UInt8>, effort: inout Int) -> Bool? {
        let pattern = pattern
        return pattern.instructions.withUnsafeBufferPointer { program in
            pattern.sets.withUnsafeBufferPointer { sets in
                run(bytes, program, sets, &effort)
            }
        }
    }

    private mutating func run(
        _ bytes: UnsafeBufferPointer<UInt8>,
        _ program: UnsafeBufferPointer<Instruction>,
        _ sets: UnsafeBufferPointer<CharacterSet>,
        _ effort: inout Int
    ) -> Bool? {
        var index = 0
        while true {
            if seeds.isEmpty {
                if pattern.isAnchored, index > 0 { return false }
                // Nothing is under way: go to the next place where something may begin.
                if let first = pattern.firstByte {
                    while index < bytes.count, bytes[index] != first { index += 1 }
                    if index == bytes.count { return false }
                }
            }
            let assertions = ScalarReader.assertions(bytes, at: index)
            states.removeAll()
            for seed in seeds where follow(seed, assertions, program) { return true }
            if !pattern.isAnchored || index == 0, follow(0, assertions, program) { return true }
            guard index < bytes.count else { return false }
            effort -= states.count + 1
            if effort < 0 { return nil }
            let (scalar, length) = ScalarReader.read(bytes, index)
            seeds.removeAll(keepingCapacity: true)
            for place in 0..<states.count {
                let state = states[place]
                if program[Int(state)].takes(scalar, sets) { seeds.append(state + 1) }
            }
            index += length
        }
    }

    /// Adds a state and all that it leads to without taking a character.
    ///
    /// - Returns: whether the pattern has matched.
    private mutating func follow(
        _ start: Int32,
        _ assertions: UInt32,
        _ program: UnsafeBufferPointer<Instruction>
    ) -> Bool {
        stack.append(start)
        while let state = stack.popLast() {
            guard states.insert(state) else { continue }
            let instruction = program[Int(state)]
            switch instruction.operation {
            case .match:
                stack.removeAll(keepingCapacity: true)
                return true
            case .jump: stack.append(instruction.first)
            case .save: stack.append(state + 1)
            case .split:
                stack.append(instruction.second)
                stack.append(instruction.first)
            case .assertion: if assertions >> UInt32(instruction.first) & 1 == 1 { stack.append(state + 1) }
            case .character, .foldedCharacter, .set: break
            }
        }
        return false
    }
}
