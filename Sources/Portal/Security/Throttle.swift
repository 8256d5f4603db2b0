import ActionPlan
import Synchronization

/// Slows down whoever tries too often.
///
/// A bucket of tokens for each key (an account, an address): a try takes one, and they come back at a steady rate. No one
/// is locked out for good. The number of buckets is bounded; the fullest, which say least, are forgotten first.
final class Throttle: Sendable {
    private let capacity: Double
    /// Tokens that come back in a second.
    private let rate: Double
    private let limit: Int
    private let buckets = Mutex<[String: Bucket]>([:])

    private struct Bucket {
        var tokens: Double
        var time: Double
    }

    /// - Parameters:
    ///   - burst: how many tries may follow each other at once.
    ///   - seconds: in what time that many are possible again.
    ///   - limit: how many keys are remembered.
    init(burst: Int, seconds: Double, limit: Int = 10_000) {
        capacity = Double(burst)
        rate = Double(burst) / seconds
        self.limit = limit
    }

    /// Takes a token.
    ///
    /// - Parameters:
    ///   - key: who tries.
    ///   - time: now, in seconds of a clock that does not jump.
    /// - Returns: nil where there was one; else in how many seconds there will be one.
    func tries(_ key: String, at time: Double) -> Int? {
        // What strangers make up as a key may be long, and is remembered for a while.
        let key =
            key.utf8.count <= Self.longestKey ? key : String(decoding: key.utf8.prefix(Self.longestKey), as: UTF8.self)
        return buckets.withLock { buckets in
            var bucket = buckets[key] ?? Bucket(tokens: capacity, time: time)
            bucket.tokens = min(capacity, bucket.tokens + max(0, time - bucket.time) * rate)
            bucket.time = time
            let isThere = bucket.tokens >= 1
            if isThere { bucket.tokens -= 1 }
            if buckets[key] == nil, buckets.count >= limit { forget(&buckets, at: time) }
            buckets[key] = bucket
            return isThere ? nil : max(1, Int(((1 - bucket.tokens) / rate).rounded(.up)))
        }
    }

    private static let longestKey = 400

    private func forget(_ buckets: inout [String: Bucket], at time: Double) {
        let fullness = { (bucket: Bucket) in bucket.tokens + (time - bucket.time) * self.rate }
        let kept = buckets.sorted { fullness($0.value) < fullness($1.value) }.prefix(limit / 2)
        buckets = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
}
