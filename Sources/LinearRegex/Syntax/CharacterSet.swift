/// A set of Unicode scalars.
struct CharacterSet: Hashable {
    /// A range with its bounds.
    typealias Span = ClosedRange<UInt32>

    private(set) var spans: [Span] = []
    /// Membership of the scalars below 64, and of the next 64.
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    static let all: Span = 0...0x10FFFF

    init(_ spans: [Span] = []) {
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
        for scalar in UInt32(0)..<128 where search(scalar) {
            if scalar < 64 { low |= 1 << UInt64(scalar) } else { high |= 1 << UInt64(scalar - 64) }
        }
    }

    /// Everything that is not in it.
    var inverted: CharacterSet {
        var result: [Span] = []
        var next: UInt32 = 0
        for span in spans {
            if span.lowerBound > next { result.append(next...(span.lowerBound - 1)) }
            next = span.upperBound + 1
        }
        if next <= 0x10FFFF { result.append(next...0x10FFFF) }
        return CharacterSet(result)
    }

    /// The set with whatever differs from something in it in case only.
    var foldingCase: CharacterSet { CharacterSet(spans + CaseFolding.variants(of: self)) }

    /// Whether a scalar is in it.
    @inline(__always)
    func contains(_ scalar: UInt32) -> Bool {
        if scalar < 64 { return low >> UInt64(scalar) & 1 == 1 }
        if scalar < 128 { return high >> UInt64(scalar - 64) & 1 == 1 }
        return search(scalar)
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
