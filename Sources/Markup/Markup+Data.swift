extension Markup {
    /// Writes data for other programs into the page: a `script` element that no browser runs, and that a policy against
    /// scripts lets stand.
    ///
    /// - Parameters:
    ///   - type: its media type, such as `application/ld+json`.
    ///   - json: a JSON text. `<`, `>` and `&`, which can stand only within its strings, are written as JSON's own escapes, so
    ///     that nothing in it ends the element or begins a comment.
    package mutating func data(_ type: StaticString, json: [UInt8]) {
        element(.script, Attribute("type", type.description)) { page in
            var start = 0
            for (position, byte) in json.enumerated() {
                let escape: StaticString
                switch byte {
                case UInt8(ascii: "<"): escape = "\\u003C"
                case UInt8(ascii: ">"): escape = "\\u003E"
                case UInt8(ascii: "&"): escape = "\\u0026"
                default: continue
                }
                json[start..<position].withUnsafeBufferPointer { page.write($0) }
                page.write(escape)
                start = position + 1
            }
            json[start...].withUnsafeBufferPointer { page.write($0) }
        }
    }
}
