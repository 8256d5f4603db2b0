/// With which signs a CSV file is written.
package struct CSVDialect: Hashable, Sendable {
    /// What stands between cells.
    package var separator: Character
    package var decimalMark: Character
    /// Whether the bytes begin with EF BB BF, by which Excel knows UTF-8.
    package var hasByteOrderMark: Bool

    /// As spreadsheet programs expect it under Russian and Turkmen settings: semicolons and decimal commas.
    package static let spreadsheet = CSVDialect(separator: ";", decimalMark: ",", hasByteOrderMark: true)

    /// As programs expect it (RFC 4180): commas and decimal points.
    package static let openData = CSVDialect(separator: ",", decimalMark: ".", hasByteOrderMark: false)
}
