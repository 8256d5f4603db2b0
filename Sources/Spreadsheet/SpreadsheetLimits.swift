/// How much of a spreadsheet is taken before it is refused: a small file can stand for very much.
package struct SpreadsheetLimits: Sendable {
    /// Of the file itself.
    package var bytes = 32 << 20
    /// Files in the package.
    package var entries = 2_000
    /// Of all that is unpacked together.
    package var expandedBytes = 256 << 20
    /// How many times larger than its packed form a part may be; parts of less than a megabyte are not held to it.
    package var ratio = 250
    package var sheets = 256
    /// The last row, of each sheet, in which anything may stand.
    package var rows = 200_000
    /// The last column in which anything may stand.
    package var columns = 512
    /// Of all sheets together.
    package var cells = 1_500_000
    /// Texts that cells share.
    package var strings = 500_000
    /// Of all cells together.
    package var textBytes = 48 << 20
    /// Of a single cell; Excel itself writes at most 32,767 characters.
    package var cellBytes = 4 * 32_767
    package var mergedRanges = 20_000
    var markup = MarkupReader.Limits()

    package init() {}
}
