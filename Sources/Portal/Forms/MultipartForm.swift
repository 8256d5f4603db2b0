/// A form with a file in it: a body of the type `multipart/form-data` (RFC 7578).
struct MultipartForm: Sendable {
    private(set) var form = FormData()
    /// The first file by its field: what it was called, and its bytes.
    private(set) var files: [String: (name: String, bytes: [UInt8])] = [:]

    /// A form without files.
    init(_ form: FormData) {
        self.form = form
    }

    /// A file that was chosen; nil where none was, for which browsers send an empty one.
    func chosenFile(_ field: String) -> (name: String, bytes: [UInt8])? {
        files[field].flatMap { $0.name.isEmpty && $0.bytes.isEmpty ? nil : $0 }
    }

    /// The form in a body; nil where it is none.
    ///
    /// - Parameters:
    ///   - body: the bytes.
    ///   - contentType: the header field, with the boundary.
    ///   - isCutOff: whether the body breaks off: then its whole parts are taken.
    init?(_ body: [UInt8], contentType: String, isCutOff: Bool = false) {
        guard let boundary = Self.parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else {
            return nil
        }
        let delimiter = Array("--\(boundary)".utf8)
        var position = 0
        var fields: [(name: String, value: String)] = []
        guard Self.starts(delimiter, body, at: 0) else { return nil }
        position = delimiter.count
        while !Self.starts(Array("--".utf8), body, at: position) {
            guard fields.count + files.count < 200, Self.starts([13, 10], body, at: position),
                let headEnd = Self.find([13, 10, 13, 10], body, from: position),
                let end = Self.find([13, 10] + delimiter, body, from: headEnd + 4)
            else {
                guard isCutOff, fields.count + files.count < 200 else { return nil }
                break
            }
            let head = String(decoding: body[position..<headEnd], as: UTF8.self)
            let content = Array(body[(headEnd + 4)..<end])
            guard let line = Self.disposition(head), let name = Self.parameter("name", of: line) else { return nil }
            if let fileName = Self.parameter("filename", of: line) {
                if files[name] == nil { files[name] = (fileName, content) }
            } else {
                guard let text = String(validating: content, as: UTF8.self) else { return nil }
                fields.append((name, text))
            }
            position = end + 2 + delimiter.count
        }
        form = FormData(fields)
    }

    private static func disposition(_ head: String) -> String? {
        head.split(whereSeparator: { $0 == "\r\n" || $0 == "\n" })
            .first { $0.lowercased().hasPrefix("content-disposition:") }.map(String.init)
    }

    /// A parameter of a header field, with or without quotes.
    static func parameter(_ name: String, of field: String) -> String? {
        for part in field.split(separator: ";").dropFirst() {
            let halves = part.split(separator: "=", maxSplits: 1)
            guard halves.count == 2, halves[0].filter({ $0 != " " }).lowercased() == name else { continue }
            return halves[1].filter { $0 != "\"" && $0 != "\r\n" }
        }
        return nil
    }

    private static func starts(_ pattern: [UInt8], _ bytes: [UInt8], at position: Int) -> Bool {
        position + pattern.count <= bytes.count && bytes[position..<(position + pattern.count)].elementsEqual(pattern)
    }

    private static func find(_ pattern: [UInt8], _ bytes: [UInt8], from start: Int) -> Int? {
        guard bytes.count >= pattern.count else { return nil }
        var position = start
        while position <= bytes.count - pattern.count {
            guard let next = bytes[position...].firstIndex(of: pattern[0]) else { return nil }
            if starts(pattern, bytes, at: next) { return next }
            position = next + 1
        }
        return nil
    }
}
