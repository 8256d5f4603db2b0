import Spreadsheet

/// The words among which cells of a template let choose, on a hidden sheet: in the cells' own rules there is room for few.
final class TemplateLists {
    private let sheet: SheetWriter
    private var ranges: [[String]: String] = [:]

    init(_ sheet: SheetWriter) { self.sheet = sheet }

    /// The range in which some words stand.
    func range(of words: [String]) -> String {
        if let known = ranges[words] { return known }
        let column = ranges.count + 1
        for (offset, word) in words.enumerated() { sheet.write(word, row: offset + 1, column: column) }
        let letters = CellAddress.letters(column)
        let range = "='\(sheet.name)'!$\(letters)$1:$\(letters)$\(max(1, words.count))"
        ranges[words] = range
        return range
    }
}
