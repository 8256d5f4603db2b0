/// What was measured, and what it had to be.
struct Verdict: CustomStringConvertible {
    var name: String
    var measured: Double
    var unit: String
    var limit: Double?
    var isAtLeast = false

    var holds: Bool {
        guard let limit else { return true }
        return isAtLeast ? measured >= limit : measured <= limit
    }

    var description: String {
        let value = (measured * 1_000).rounded() / 1_000
        guard let limit else { return "  -   \(name): \(value) \(unit)" }
        return "\(holds ? " ok " : "FAIL")  \(name): \(value) \(unit) (\(isAtLeast ? "at least" : "at most") \(limit))"
    }
}
