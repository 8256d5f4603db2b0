/// The scalars sorted into classes that a pattern cannot tell apart.
struct Alphabet {
    private(set) var count = 0
    /// The classes of the scalars below `direct`, then those of the intervals above.
    private var table: [UInt16] = []
    /// Where the intervals above begin, and their classes.
    private var bounds: [UInt32] = []
    private var classes: [UInt16] = []

    private static let direct: UInt32 = 0x800
    /// How many questions may be asked to find the classes.
    private static let mostQuestions = 400_000
    private static let mostClasses = 1000

    /// Nil where a pattern asks for so much that its classes would take too long to find.
    init?(_ program: PatternProgram) {
        var starts: Set<UInt32> = [0]
        var characters: Set<UInt32> = []
        var asksForNeighbours = false
        for instruction in program.instructions {
            switch instruction.operation {
            case .character: characters.insert(UInt32(bitPattern: instruction.first))
            case .assertion: asksForNeighbours = true
            default: break
            }
        }
        for character in characters { starts.formUnion([character, character + 1]) }
        for span in program.sets.flatMap(\.spans) { starts.formUnion([span.lowerBound, span.upperBound + 1]) }
        if asksForNeighbours {
            for span in NamedClasses.word + [0x0A...0x0A] {
                starts.formUnion([span.lowerBound, span.upperBound + 1])
            }
        }
        guard starts.count * (program.sets.count + 1) <= Self.mostQuestions else { return nil }
        var numbers: [[UInt32]: UInt16] = [:]
        table.reserveCapacity(Int(Self.direct))
        let sorted = starts.sorted()
        for (place, start) in sorted.enumerated() {
            // A class is known by the sets that it is in, by its character where that is asked for, and by its neighbours.
            var signature = program.sets.indices.filter { program.sets[$0].contains(start) }.map { UInt32($0) }
            if characters.contains(start) { signature.append(0x8000_0000 | start) }
            if asksForNeighbours { signature.append(0xFFFF_0000 | UInt32(Neighbour(start).rawValue)) }
            let number = numbers[signature] ?? UInt16(truncatingIfNeeded: count)
            if numbers[signature] == nil {
                guard count < Self.mostClasses else { return nil }
                numbers[signature] = number
                count += 1
            }
            let end = place + 1 < sorted.count ? sorted[place + 1] : 0x110000
            while table.count < min(end, Self.direct) { table.append(number) }
            if end > Self.direct {
                bounds.append(max(start, Self.direct))
                classes.append(number)
            }
        }
    }

    /// The class of a scalar.
    @inline(__always)
    func classNumber(_ scalar: UInt32) -> Int {
        scalar < Self.direct ? Int(table[Int(scalar)]) : search(scalar)
    }

    private func search(_ scalar: UInt32) -> Int {
        var lower = 0
        var upper = bounds.count
        while upper - lower > 1 {
            let middle = (lower + upper) / 2
            if bounds[middle] <= scalar { lower = middle } else { upper = middle }
        }
        return Int(classes[lower])
    }
}
