import Crypto
import Foundation

/// The definitions of RFC 9162, section 2.1, word for word and without regard to speed: shares no code with the
/// implementation under test.
struct NaiveTree {
    var entries: [[UInt8]]

    static func sha256(_ bytes: [UInt8]) -> [UInt8] { Array(SHA256.hash(data: bytes)) }

    /// MTH(D[from:to]).
    func root(_ from: Int, _ to: Int) -> [UInt8] {
        let count = to - from
        if count == 0 { return Self.sha256([]) }
        if count == 1 { return Self.sha256([0] + entries[from]) }
        let half = Self.half(count)
        return Self.sha256([1] + root(from, from + half) + root(from + half, to))
    }

    /// PATH(m, D[from:to]).
    func path(_ index: Int, _ from: Int, _ to: Int) -> [[UInt8]] {
        let count = to - from
        if count == 1 { return [] }
        let half = Self.half(count)
        if index < half { return path(index, from, from + half) + [root(from + half, to)] }
        return path(index - half, from + half, to) + [root(from, from + half)]
    }

    /// SUBPROOF(m, D[from:to], b).
    func subproof(_ size: Int, _ from: Int, _ to: Int, _ isWhole: Bool) -> [[UInt8]] {
        let count = to - from
        if size == count { return isWhole ? [] : [root(from, to)] }
        let half = Self.half(count)
        if size <= half { return subproof(size, from, from + half, isWhole) + [root(from + half, to)] }
        return subproof(size - half, from + half, to, false) + [root(from, from + half)]
    }

    private static func half(_ count: Int) -> Int {
        var half = 1
        while half * 2 < count { half *= 2 }
        return half
    }
}
