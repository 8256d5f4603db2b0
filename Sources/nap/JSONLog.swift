import Foundation
import Logging
import Synchronization

/// Writes each message as one line of JSON to the standard error.
///
/// Line breaks and control characters in what strangers sent are escaped, so that nobody can forge a line.
struct JSONLog: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info
    private let label: String

    init(_ label: String) {
        self.label = label
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var fields: [String: String] = [
            "time": Self.time, "level": event.level.rawValue, "message": event.message.description,
        ]
        for (key, value) in metadata { fields[key] = value.description }
        for (key, value) in event.metadata ?? [:] { fields[key] = value.description }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(256)
        for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
            bytes.append(UInt8(ascii: bytes.isEmpty ? "{" : ","))
            Self.write(key, &bytes)
            bytes.append(UInt8(ascii: ":"))
            Self.write(value, &bytes)
        }
        bytes += [UInt8(ascii: "}"), 0x0A]
        FileHandle.standardError.write(Data(bytes))
    }

    private static let latest = Mutex<(second: Int, text: String)>((0, ""))

    /// Now, to the second, as ISO 8601 has it; written once a second.
    private static var time: String {
        let now = Date()
        let second = Int(now.timeIntervalSince1970)
        return latest.withLock { latest in
            if latest.second != second { latest = (second, now.formatted(.iso8601)) }
            return latest.text
        }
    }

    /// A text between quotation marks (RFC 8259, 7).
    private static func write(_ text: String, _ bytes: inout [UInt8]) {
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
            case 0..<0x20, 0x7F:
                bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
