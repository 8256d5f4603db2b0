/// A table in plain text: columns as wide as what they hold, one of them cut so that lines fit a width.
struct TerminalTable {
    struct Column {
        var title: String
        var isNumber = false
        /// Whether it is this column that gives way where lines are too long.
        var isElastic = false
    }

    let columns: [Column]
    private(set) var rows: [[String]] = []

    init(_ columns: [Column]) {
        self.columns = columns
    }

    mutating func add(_ cells: String...) { rows.append(cells) }

    mutating func add(_ cells: [String]) { rows.append(cells) }

    /// The lines, the titles first; none where there are no rows.
    func lines(width: Int) -> [String] {
        guard !rows.isEmpty else { return [] }
        let gap = 2
        var widths = columns.indices.map { index in
            ([columns[index].title] + rows.map { $0[index] }).map(\.count).max() ?? 0
        }
        let excess = widths.reduce(0, +) + gap * (columns.count - 1) - width
        if excess > 0, let elastic = columns.firstIndex(where: \.isElastic) {
            widths[elastic] = max(12, widths[elastic] - excess)
        }
        let rule = widths.map { String(repeating: "─", count: $0) }
        return ([columns.map(\.title), rule] + rows).map { line($0, widths, gap) }
    }

    private func line(_ cells: [String], _ widths: [Int], _ gap: Int) -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { line += String(repeating: " ", count: gap) }
            let text = Self.cut(cell, to: widths[index])
            let padding = String(repeating: " ", count: widths[index] - text.count)
            line += columns[index].isNumber ? padding + text : text + padding
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// A text shortened to a width, its end marked.
    static func cut(_ text: String, to width: Int) -> String {
        text.count <= width ? text : String(text.prefix(max(0, width - 1))) + "…"
    }

    /// A text broken between words into lines of a width, each after an indent.
    static func wrap(_ text: String, width: Int, indent: String = "") -> [String] {
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent.count + line.count + 1 + word.count > width {
                lines.append(indent + line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        if !line.isEmpty { lines.append(indent + line) }
        return lines
    }
}
