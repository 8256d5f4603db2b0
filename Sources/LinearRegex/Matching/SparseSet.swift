/// A set of small numbers that remembers their order and is emptied at once.
final class SparseSet {
    // Both lie in memory of their own: they are written for every character of a text.
    private let dense: UnsafeMutablePointer<Int32>
    private let sparse: UnsafeMutablePointer<Int32>
    @exclusivity(unchecked) private(set) var count = 0

    init(capacity: Int) {
        dense = .allocate(capacity: capacity)
        sparse = .allocate(capacity: capacity)
        dense.initialize(repeating: 0, count: capacity)
        sparse.initialize(repeating: 0, count: capacity)
    }

    deinit {
        dense.deallocate()
        sparse.deallocate()
    }

    /// The number at a place in the order in which they were added.
    @inline(__always)
    subscript(place: Int) -> Int32 { dense[place] }

    /// Adds a number below the capacity.
    ///
    /// - Returns: false where it is in the set already.
    @inline(__always)
    func insert(_ number: Int32) -> Bool {
        let place = Int(sparse[Int(number)])
        if place < count, dense[place] == number { return false }
        dense[count] = number
        sparse[Int(number)] = Int32(truncatingIfNeeded: count)
        count += 1
        return true
    }

    @inline(__always)
    func removeAll() { count = 0 }
}
