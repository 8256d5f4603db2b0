package import ActionPlan

/// As a text file: one figure a line, in order, so that a difference between two editions is easy to read.
extension PublishedFigures {
    private static let header = "item,period,agency,categories,side,value"

    /// The file's text.
    package var text: String {
        let lines = values.keys.sorted()
            .flatMap { key in self[key].map { (key.fields + [String($0)]).joined(separator: ",") } }
        return ([Self.header] + lines).map { $0 + "\n" }.joined()
    }

    /// A line that cannot be read.
    package struct Malformed: Error, Hashable {
        /// From 1.
        package var line: Int
    }

    /// Reads what ``text`` wrote.
    ///
    /// - Throws: ``Malformed`` at the first line that is not as it was written: a part of what was published must not be
    ///   forgotten in silence.
    package init(text: String) throws(Malformed) {
        self.init()
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == Self.header[...] else { throw Malformed(line: 1) }
        for (number, line) in lines.enumerated().dropFirst() where !(line.isEmpty && number == lines.count - 1) {
            guard let (key, value) = Self.figure(line) else { throw Malformed(line: number + 1) }
            add(value, of: key)
        }
    }

    private static func figure(_ line: Substring) -> (Key, Int)? {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 6, !fields[0].isEmpty, !fields[1].isEmpty, let side = Side(rawValue: fields[4]),
            let value = Int(fields[5]), value >= 0
        else { return nil }
        var key = Key(item: ItemID(rawValue: fields[0]), period: PeriodID(rawValue: fields[1]), side: side)
        if !fields[2].isEmpty { key.agency = AgencyID(rawValue: fields[2]) }
        for pair in fields[3].split(separator: ";") {
            let sides = pair.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
            guard sides.count == 2 else { return nil }
            key.categories.append(.init(dimension: sides[0], category: sides[1]))
        }
        return (key, value)
    }
}
