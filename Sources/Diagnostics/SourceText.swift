/// The bytes of one input, with a name to call it by and an index of its lines.
///
/// Offsets are counted in UTF-8 bytes from 0; lines and columns, as people read them, from 1.
/// A column counts Unicode scalars. Lines end in LF, CRLF or a lone CR.
public final class SourceText: Sendable {
    /// What a message calls the input: usually a path, relative as the user gave it.
    public let name: String
    /// The content, which need not be valid UTF-8.
    public let bytes: [UInt8]
    private let lineStarts: [Int]
    private let places: [NamedPlace]

    /// A place that people call by a name rather than by line and column, such as a cell of a spreadsheet.
    public struct NamedPlace: Sendable, Equatable {
        /// The offset at which it begins; it lasts until the next one.
        public var offset: Int
        /// What people call it.
        public var name: String

        /// Names a place.
        public init(offset: Int, name: String) {
            self.offset = offset
            self.name = name
        }
    }

    /// Makes a source text of bytes.
    ///
    /// - Parameters:
    ///   - name: what a message calls it.
    ///   - bytes: the content.
    ///   - places: names of places in it, in order; none for what people read line by line.
    public init(name: String, bytes: [UInt8], places: [NamedPlace] = []) {
        self.name = name
        self.places = places
        self.bytes = bytes
        var starts = [0]
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                let byte = buffer[index]
                index += 1
                if byte == 0x0A || (byte == 0x0D && !(index < buffer.count && buffer[index] == 0x0A)) {
                    starts.append(index)
                }
            }
        }
        lineStarts = starts
    }

    /// Makes a source text of a string.
    public convenience init(name: String, text: String) {
        self.init(name: name, bytes: Array(text.utf8))
    }

    /// The number of lines; an empty text has one.
    public var lineCount: Int { lineStarts.count }

    /// Where an offset stands; offsets beyond the end are those of the end.
    public func location(at offset: Int) -> SourceLocation {
        let offset = min(max(offset, 0), bytes.count)
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let start = lineStarts[low]
        let scalars = bytes[start..<offset].count { $0 & 0xC0 != 0x80 }
        return SourceLocation(line: low + 1, column: scalars + 1)
    }

    /// The name of the place at an offset, where it has one.
    public func placeName(at offset: Int) -> String? {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? places[low - 1].name : nil
    }

    /// The range of bytes of a line, without its line ending.
    public func byteRange(ofLine line: Int) -> Range<Int> {
        guard line >= 1, line <= lineStarts.count else { return bytes.count..<bytes.count }
        let start = lineStarts[line - 1]
        var end = line < lineStarts.count ? lineStarts[line] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return start..<end
    }

    /// The text of a line, without its line ending; bytes that are not UTF-8 read as U+FFFD.
    public func text(ofLine line: Int) -> String {
        String(decoding: bytes[byteRange(ofLine: line)], as: UTF8.self)
    }

    /// The text of a range; bytes that are not UTF-8 read as U+FFFD.
    public func text(in range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }
}
