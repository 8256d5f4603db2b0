/// A set of small numbers that remembers their order and is emptied at once.
struct SparseSet {
    private(set) var dense: [Int32]
    private var sparse: [Int32]
    private(set) var count = 0

    init(capacity: Int) {
        dense = [Int32](repeating: 0, count: capacity)
        sparse = [Int32](repeating: 0, count: capacity)
    }

    /// Adds a number.
    ///
    /// - Returns: false where it is in the set already.
    @inline(__always)
    mutating func insert(_ number: Int32) -> Bool {
        let place = Int(sparse[Int(number)])
        if place < count, dense[place] == number { return false }
        dense[count] = number
        sparse[Int(number)] = Int32(count)
        count += 1
        return true
    }

    @inline(__always)
    mutating func removeAll() { count = 0 }
}
