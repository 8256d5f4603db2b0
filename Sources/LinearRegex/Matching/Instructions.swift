/// What a machine does at one place of a pattern.
struct Instruction {
    enum Operation: UInt8 {
        /// Takes the scalar `first`.
        case character
        /// Takes a scalar of the set numbered `first`.
        case set
        /// Goes on at `first`, or, less gladly, at `second`.
        case split
        case jump
        /// Notes the place in the slot `first`.
        case save
        /// Goes on where the assertion `first` holds.
        case assertion
        case match
    }

    var operation: Operation
    var first: Int32 = 0
    var second: Int32 = 0
}

/// Turns the tree of a pattern into instructions.
struct InstructionCompiler {
    private(set) var instructions: [Instruction] = []
    private let limit: Int
    private let patternLength: Int

    init(limit: Int, patternLength: Int) {
        self.limit = limit
        self.patternLength = patternLength
    }

    mutating func compile(_ node: PatternNode) throws(PatternError) {
        try emit(Instruction(operation: .save, first: 0))
        try add(node)
        try emit(Instruction(operation: .save, first: 1))
        try emit(Instruction(operation: .match))
    }

    private var next: Int32 { Int32(instructions.count) }

    private mutating func emit(_ instruction: Instruction) throws(PatternError) {
        guard instructions.count < limit else { throw PatternError(.tooLarge, 0..<patternLength) }
        instructions.append(instruction)
    }

    private mutating func add(_ node: PatternNode) throws(PatternError) {
        switch node {
        case .empty: break
        case .character(let scalar): try emit(Instruction(operation: .character, first: Int32(scalar)))
        case .set(let number): try emit(Instruction(operation: .set, first: Int32(number)))
        case .assertion(let assertion): try emit(Instruction(operation: .assertion, first: assertion.rawValue))
        case .sequence(let parts): for part in parts { try add(part) }
        case .alternatives(let branches): try add(branches)
        case .group(let inner, let index):
            try emit(Instruction(operation: .save, first: Int32(index * 2)))
            try add(inner)
            try emit(Instruction(operation: .save, first: Int32(index * 2 + 1)))
        case .repetition(let inner, let least, let most, let isGreedy):
            try add(inner, least, most, isGreedy)
        }
    }

    private mutating func add(_ branches: [PatternNode]) throws(PatternError) {
        var ends: [Int] = []
        for branch in branches.dropLast() {
            let split = instructions.count
            try emit(Instruction(operation: .split, first: next + 1))
            try add(branch)
            ends.append(instructions.count)
            try emit(Instruction(operation: .jump))
            instructions[split].second = next
        }
        if let last = branches.last { try add(last) }
        for end in ends { instructions[end].first = next }
    }

    private mutating func add(
        _ inner: PatternNode,
        _ least: Int,
        _ most: Int?,
        _ isGreedy: Bool
    ) throws(PatternError) {
        for _ in 0..<least {
            let before = instructions.count
            try add(inner)
            // Nothing repeated is nothing; without this, such repetitions within each other would never end.
            if instructions.count == before { return }
        }
        guard let most else {
            // x*: L: split body, end; body; jump L
            let split = instructions.count
            try emit(Instruction(operation: .split))
            try add(inner)
            try emit(Instruction(operation: .jump, first: Int32(split)))
            point(split, into: Int32(split + 1), past: next, isGreedy)
            return
        }
        var splits: [Int] = []
        for _ in least..<max(least, most) {
            splits.append(instructions.count)
            try emit(Instruction(operation: .split))
            try add(inner)
        }
        for split in splits { point(split, into: Int32(split + 1), past: next, isGreedy) }
    }

    private mutating func point(_ split: Int, into body: Int32, past end: Int32, _ isGreedy: Bool) {
        instructions[split].first = isGreedy ? body : end
        instructions[split].second = isGreedy ? end : body
    }
}

extension Instruction {
    /// Whether it takes a scalar.
    @inline(__always)
    func takes(_ scalar: UInt32, _ sets: UnsafeBufferPointer<CharacterSet>) -> Bool {
        switch operation {
        case .character: UInt32(bitPattern: first) == scalar
        case .set: sets[Int(first)].contains(scalar)
        default: false
        }
    }
}
