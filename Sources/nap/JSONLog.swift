import Foundation
import Logging

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
        var line: [String: String] = [
            "time": Date().formatted(.iso8601), "level": event.level.rawValue, "message": event.message.description,
        ]
        for (key, value) in metadata { line[key] = value.description }
        for (key, value) in event.metadata ?? [:] { line[key] = value.description }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard var bytes = try? encoder.encode(line) else { return }
        bytes.append(0x0A)
        FileHandle.standardError.write(bytes)
    }
}
