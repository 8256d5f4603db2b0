import Foundation
import Testing

/// Compares bytes with those recorded before; NAP_RECORD=1 records them anew.
enum RecordedFile {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Snapshots")

    static func expect(_ bytes: [UInt8], as name: String, at location: SourceLocation = #_sourceLocation) {
        let url = folder.appending(path: name)
        if ProcessInfo.processInfo.environment["NAP_RECORD"] == "1" {
            #expect(throws: Never.self) { try Data(bytes).write(to: url) }
            return
        }
        guard let recorded = try? Data(contentsOf: url) else {
            Issue.record("nothing is recorded as \(name)", sourceLocation: location)
            return
        }
        guard Array(recorded) != bytes else { return }
        let old = String(decoding: recorded, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let new = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let line =
            zip(old, new).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(old.count, new.count)
        let was = line < old.count ? old[line].prefix(300) : ""
        let now = line < new.count ? new[line].prefix(300) : ""
        Issue.record("\(name), line \(line + 1), was\n\(was)\nand is\n\(now)", sourceLocation: location)
    }
}
