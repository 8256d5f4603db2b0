/// Looks whether a picture is one, and holds nothing but a picture.
///
/// Pages show it as a picture, in which browsers run nothing; but a reader may open the file itself, where they do. So an
/// SVG file is taken only where every element is one of those that draw, and no attribute leads elsewhere or acts. What
/// is not understood is refused, never mended.
enum EmblemCheck {
    enum Fault: Equatable {
        case notAPicture
        case tooLarge
        /// With what is wrong, as it is written.
        case unsafe(String)
    }

    static func fault(of bytes: [UInt8], _ kind: Emblem.Kind) -> Fault? {
        switch kind {
        case .png: faultOfPNG(bytes)
        case .svg: faultOfSVG(bytes)
        }
    }

    // MARK: - PNG

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private static func faultOfPNG(_ bytes: [UInt8]) -> Fault? {
        guard bytes.count >= 45, bytes.starts(with: signature), bytes[12..<16].elementsEqual("IHDR".utf8),
            bytes[(bytes.count - 8)..<(bytes.count - 4)].elementsEqual("IEND".utf8)
        else { return .notAPicture }
        func size(_ start: Int) -> Int { bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) } }
        guard size(16) > 0, size(20) > 0 else { return .notAPicture }
        return size(16) > 2048 || size(20) > 2048 ? .tooLarge : nil
    }

    // MARK: - SVG

    private static let elements: Set<String> = [
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "tspan", "defs",
        "title",
        "desc", "metadata", "symbol", "use", "linearGradient", "radialGradient", "stop", "clipPath", "mask", "pattern",
    ]

    private static func faultOfSVG(_ bytes: [UInt8]) -> Fault? {
        // Bytes that are no UTF-8, and zero bytes, would be read in several ways.
        guard let text = String(validating: bytes, as: UTF8.self), !bytes.contains(0) else { return .notAPicture }
        var scanner = TagScanner(Array(text.utf8))
        var depth = 0
        var isBegun = false
        while let part = scanner.next() {
            switch part {
            case .malformed: return .notAPicture
            case .declaration(let name):
                // Only the first line `<?xml …?>`: other instructions and document types can name other files.
                guard name == "?xml" else { return .unsafe("<" + name) }
            case .close: depth -= 1
            case .open(let name, let attributes, let isEmpty):
                guard isBegun || name == "svg" else { return .notAPicture }
                isBegun = true
                guard elements.contains(name) else { return .unsafe(name) }
                if let bad = attributes.first(where: { !isHarmless($0.name, $0.value) }) { return .unsafe(bad.name) }
                if !isEmpty { depth += 1 }
            }
        }
        return isBegun && depth == 0 ? nil : .notAPicture
    }

    private static func isHarmless(_ name: String, _ value: String) -> Bool {
        let name = name.lowercased()
        let value = value.lowercased().filter { !$0.isWhitespace }
        if name.hasPrefix("xmlns") { return value.hasPrefix("http://") || value.hasPrefix("https://") }
        if name.hasPrefix("on") || name.hasSuffix(":base") || value.contains("&") || value.contains("\\") {
            return false
        }
        if name == "href" || name.hasSuffix(":href") || name == "src" { return value.hasPrefix("#") }
        if value.contains("script:") || value.contains("@import") { return false }
        // `url(` may lead to a part of the file itself.
        return value.components(after: "url(")
            .allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("'#") || $0.hasPrefix("\"#") }
    }
}

extension String {
    /// What follows each occurrence of a text.
    fileprivate func components(after text: String) -> [Substring] {
        var found: [Substring] = []
        var rest = Substring(self)
        while let range = rest.firstRange(of: text) {
            rest = rest[range.upperBound...]
            found.append(rest)
        }
        return found
    }
}
