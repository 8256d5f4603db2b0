/// Finds a part in a whole in time in proportion to their lengths.
struct Search<Element: Equatable & Sendable> {
    private let part: [Element]
    /// For every place of the part, how long a beginning of the part ends there; empty where trying is quicker.
    private let borders: [Int]

    /// Prepares to look for a part in texts of about the given length.
    init(_ part: [Element], length: Int) {
        self.part = part
        guard part.count > 1, part.count * length > 4096 else {
            borders = []
            return
        }
        var borders = [0]
        borders.reserveCapacity(part.count)
        var border = 0
        for index in 1..<part.count {
            while border > 0, part[index] != part[border] { border = borders[border - 1] }
            if part[index] == part[border] { border += 1 }
            borders.append(border)
        }
        self.borders = borders
    }

    /// Where the part first stands at a place or later.
    func first<Whole: RandomAccessCollection<Element>>(in whole: Whole, from start: Int = 0) -> Int?
    where Whole.Index == Int {
        guard part.count <= whole.count - start else { return nil }
        guard let head = part.first else { return start }
        if borders.isEmpty {
            for index in start...(whole.count - part.count) where whole[index] == head {
                var length = 1
                while length < part.count, whole[index + length] == part[length] { length += 1 }
                if length == part.count { return index }
            }
            return nil
        }
        var matched = 0
        for index in start..<whole.count {
            while matched > 0, whole[index] != part[matched] { matched = borders[matched - 1] }
            if whole[index] == part[matched] { matched += 1 }
            if matched == part.count { return index - matched + 1 }
        }
        return nil
    }
}
