extension String {
    /// Whether two texts have the same code points; `==` takes texts for equal that only look the same.
    @inline(__always)
    func hasSameBytes(as other: String) -> Bool {
        let first = utf8
        let second = other.utf8
        guard first.count == second.count else { return false }
        return TextBytes.with(self) { left in
            TextBytes.with(other) { right in
                for index in 0..<left.count where left[index] != right[index] { return false }
                return true
            }
        }
    }

    /// Whether a text comes before another in the order of code points.
    func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
