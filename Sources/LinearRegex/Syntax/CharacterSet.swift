/// A set of Unicode scalars.
struct CharacterSet {
    /// A range with its bounds.
    typealias Span = ClosedRange<UInt32>

    private(set) var spans: [Span] = []
    private(set) var foldsCase: Bool
    /// Membership of the scalars below 128.
    private var low: (UInt64, UInt64) = (0, 0)

    static let all: Span = 0...0x10FFFF

    init(_ spans: [Span] = [], foldsCase: Bool = false) {
        self.foldsCase = foldsCase
        self.spans = Self.merged(spans)
        prepare()
    }

    private static func merged(_ spans: [Span]) -> [Span] {
        var result: [Span] = []
        for span in spans.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, span.lowerBound <= last.upperBound || span.lowerBound == last.upperBound + 1 {
                result[result.count - 1] = last.lowerBound...max(last.upperBound, span.upperBound)
            } else {
                result.append(span)
            }
        }
        return result
    }

    private mutating func prepare() {
        low = (0, 0)
        for scalar in UInt32(0)..<128 where holds(scalar) {
            if scalar < 64 { low.0 |= 1 << UInt64(scalar) } else { low.1 |= 1 << UInt64(scalar - 64) }
        }
    }

    /// Everything that is not in it.
    var inverted: CharacterSet {
        var result: [Span] = []
        // With case folded, what is left out is every scalar of which some case is in the set.
        let closed = foldsCase ? Self.merged(spans + spans.flatMap(CaseFolding.variants)) : spans
        var next: UInt32 = 0
        for span in closed {
            if span.lowerBound > next { result.append(next...(span.lowerBound - 1)) }
            next = span.upperBound + 1
        }
        if next <= 0x10FFFF { result.append(next...0x10FFFF) }
        return CharacterSet(result)
    }

    /// Whether a scalar is in it.
    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool {
        if scalar < 64 { return low.0 >> UInt64(scalar) & 1 == 1 }
        if scalar < 128 { return low.1 >> UInt64(scalar - 64) & 1 == 1 }
        return holds(scalar)
    }

    private func holds(_ scalar: UInt32) -> Bool {
        if search(scalar) { return true }
        return foldsCase && CaseFolding.cases(of: scalar).contains { search($0) }
    }

    private func search(_ scalar: UInt32) -> Bool {
        var lower = 0
        var upper = spans.count
        while lower < upper {
            let middle = (lower + upper) / 2
            if spans[middle].upperBound < scalar { lower = middle + 1 } else { upper = middle }
        }
        return lower < spans.count && spans[lower].lowerBound <= scalar
    }
}
