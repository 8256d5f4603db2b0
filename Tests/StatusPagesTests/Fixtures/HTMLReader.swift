/// Reads what the pages write, strictly: what a browser would quietly mend is a mistake here.
struct HTMLReader {
    struct Element {
        var name: String
        var attributes: [(name: String, value: String)]

        func value(_ name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    /// A stretch of text with the elements around it, the outermost first.
    struct Text {
        var text: String
        var path: [Element]
    }

    private(set) var elements: [Element] = []
    private(set) var texts: [Text] = []
    private(set) var mistakes: [String] = []

    private static let void: Set<String> = ["meta", "link", "br", "hr", "img", "input"]

    init(_ bytes: [UInt8]) {
        let text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
        var open: [Element] = []
        var index = 0
        var run = ""
        func starts(_ prefix: String) -> Bool { text[index...].starts(with: prefix.unicodeScalars) }
        while index < text.count {
            guard text[index] == "<" else {
                run.unicodeScalars.append(text[index])
                index += 1
                continue
            }
            if !run.isEmpty { texts.append(Text(text: run, path: open)) }
            run = ""
            guard let end = Self.end(of: index, in: text) else {
                mistakes.append("a tag that does not end")
                return
            }
            let inner = String(String.UnicodeScalarView(text[(index + 1)..<end]))
            index = end + 1
            if inner.hasPrefix("!DOCTYPE") { continue }
            if inner.hasPrefix("/") {
                let name = String(inner.dropFirst())
                if open.last?.name == name {
                    open.removeLast()
                } else {
                    mistakes.append("</\(name)> where <\(open.last?.name ?? "")> is open")
                }
                continue
            }
            let element = Self.element(inner, &mistakes)
            elements.append(element)
            if !inner.hasSuffix("/"), !Self.void.contains(element.name) { open.append(element) }
        }
        if !open.isEmpty { mistakes.append("not closed: \(open.map(\.name))") }
    }

    /// The place of the `>` that ends a tag; one within quotes is part of a value.
    private static func end(of start: Int, in text: [Unicode.Scalar]) -> Int? {
        var isQuoted = false
        for index in start..<text.count {
            if text[index] == "\"" { isQuoted.toggle() }
            if text[index] == ">", !isQuoted { return index }
        }
        return nil
    }

    private static func element(_ inner: String, _ mistakes: inout [String]) -> Element {
        var scalars = Substring(inner).unicodeScalars
        func isName(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "-:".unicodeScalars.contains(scalar))
        }
        let name = String(scalars.prefix(while: isName))
        scalars = scalars.dropFirst(name.unicodeScalars.count)
        var attributes: [(name: String, value: String)] = []
        while let first = scalars.first {
            if first == " " || first == "/" {
                scalars.removeFirst()
                continue
            }
            let key = String(scalars.prefix(while: isName))
            guard !key.isEmpty else {
                mistakes.append("in <\(name)>: \(String(scalars))")
                break
            }
            scalars = scalars.dropFirst(key.unicodeScalars.count)
            var value = ""
            if scalars.first == "=" {
                scalars.removeFirst()
                guard scalars.first == "\"" else {
                    mistakes.append("a value without quotes in <\(name)>")
                    break
                }
                scalars.removeFirst()
                let raw = scalars.prefix { $0 != "\"" }
                value = String(raw)
                scalars = scalars.dropFirst(raw.count + 1)
            }
            if attributes.contains(where: { $0.name == key }) { mistakes.append("\(key) twice in <\(name)>") }
            attributes.append((key, value))
        }
        return Element(name: name, attributes: attributes)
    }
}
