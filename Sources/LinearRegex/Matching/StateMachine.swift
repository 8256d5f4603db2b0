/// Follows all states at once to learn whether a pattern matches; where is not asked.
struct StateMachine {
    private let program: PatternProgram
    /// The states that the machine is in between two characters.
    let states: SparseSet
    private var stack: [Int32] = []

    init(_ program: PatternProgram) {
        self.program = program
        states = SparseSet(capacity: program.instructions.count)
    }

    /// Whether the pattern matches; nil where the effort runs out, of which every state at every place takes one.
    ///
    /// It begins, or goes on, at a place where the text before it has led to the seeds.
    mutating func matches(
        _ bytes: UnsafeBufferPointer<UInt8>,
        from start: Int = 0,
        _ seeds: [Int32] = [],
        effort: inout Int
    ) -> Bool? {
        var index = start
        var seeds = seeds
        while true {
            if seeds.isEmpty {
                if program.isAnchored, index > 0 { return false }
                guard let next = program.nextStart(bytes, index) else { return false }
                index = next
            }
            let begins = !program.isAnchored || index == 0
            if enter(seeds, begins: begins, Neighbour.assertions(bytes, at: index)) { return true }
            guard index < bytes.count else { return false }
            effort -= states.count + 1
            if effort < 0 { return nil }
            let (scalar, length) = ScalarReader.read(bytes, index)
            take(scalar, into: &seeds)
            index += length
        }
    }

    /// Enters the states that seeds lead to without taking a character, and the first one where a match may begin.
    ///
    /// - Returns: whether the pattern has matched.
    mutating func enter(_ seeds: [Int32], begins: Bool, _ assertions: UInt32) -> Bool {
        states.removeAll()
        let program = program
        return program.instructions.withUnsafeBufferPointer { instructions in
            for seed in seeds where follow(seed, assertions, instructions) { return true }
            return begins && follow(0, assertions, instructions)
        }
    }

    /// Lets every state take a scalar; what each then is at are the new seeds.
    func take(_ scalar: UInt32, into seeds: inout [Int32]) {
        seeds.removeAll(keepingCapacity: true)
        program.instructions.withUnsafeBufferPointer { instructions in
            program.sets.withUnsafeBufferPointer { sets in
                for place in 0..<states.count {
                    let state = states[place]
                    if instructions[Int(state)].takes(scalar, sets) { seeds.append(state + 1) }
                }
            }
        }
    }

    /// Adds a state and all that it leads to without taking a character.
    ///
    /// - Returns: whether the pattern has matched.
    private mutating func follow(
        _ start: Int32,
        _ assertions: UInt32,
        _ instructions: UnsafeBufferPointer<Instruction>
    ) -> Bool {
        stack.append(start)
        while let state = stack.popLast() {
            guard states.insert(state) else { continue }
            let instruction = instructions[Int(state)]
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
            case .character, .set: break
            }
        }
        return false
    }
}
