import Diagnostics
import YAML

/// A file of metadata: what stands in its YAML, and the text below it.
struct OpenSDGFile {
    /// The number of the indicator, in its parts.
    var number: [String]
    var node: Node
    var body: String

    /// Reads a file; notes what is wrong with it.
    ///
    /// In `.md` files the YAML stands between two lines of hyphens, in `.yml` files it is the whole.
    init?(_ source: SourceText, number: [String], _ notes: inout Notes) {
        self.number = number
        var yaml = source
        body = ""
        if source.name.hasSuffix(".md") {
            guard let end = Self.end(ofHead: source.bytes) else {
                notes.add(
                    "open-sdg-no-metadata",
                    "\(source.name) does not begin with metadata",
                    severity: .error,
                    at: nil,
                    expected: "YAML between two lines `---`"
                )
                return nil
            }
            yaml = SourceText(name: source.name, bytes: Array(source.bytes[..<end.lowerBound]))
            body = String(decoding: source.bytes[end.upperBound...], as: UTF8.self)
        }
        let (document, problems) = Document.parse(yaml)
        notes.add(problems)
        guard let document, !problems.hasErrors else { return nil }
        guard document.root.kind == .mapping else {
            notes.add(
                "open-sdg-no-metadata",
                "\(source.name) holds no fields",
                severity: .error,
                at: document.root.span,
                expected: "lines of the form `key: value`"
            )
            return nil
        }
        node = document.root
    }

    /// The closing line of hyphens.
    private static func end(ofHead bytes: [UInt8]) -> Range<Int>? {
        let isMark = { (line: ArraySlice<UInt8>) in
            line.prefix(3).elementsEqual("---".utf8) && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x0D }
        }
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var isFirst = true
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            let isLineOfHyphens = isMark(bytes[start..<end])
            if isFirst, !isLineOfHyphens { return nil }
            if !isFirst, isLineOfHyphens { return start..<min(end + 1, bytes.count) }
            isFirst = false
            start = end + 1
        }
        return nil
    }

    /// The text of a field; nil where it is empty or no single value.
    subscript(_ key: StaticString) -> String? {
        guard let value = node.value(ofKey: key), value.kind == .scalar, !value.isNull, !value.text.isEmpty else {
            return nil
        }
        return value.text
    }

    /// The number in a field.
    func number(_ key: StaticString) -> Double? { self[key].flatMap(Self.number) }

    /// A field of the first of a list of mappings, such as `progress_calculation_options`.
    func first(of list: StaticString, _ key: StaticString) -> String? {
        guard let element = node.value(ofKey: list)?.elements.first, element.kind == .mapping,
            let value = element.value(ofKey: key), value.kind == .scalar, !value.isNull
        else { return nil }
        return value.text
    }

    static func number(_ text: String) -> Double? {
        guard YAML.Decoder.isNumber(text), let value = Double(text), value.isFinite else { return nil }
        return value
    }
}
