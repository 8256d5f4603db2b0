import Foundation
import Markup
import Testing

/// Compares what is drawn with a file beside the tests; `NAP_RECORD=1` writes the file anew.
func expectSnapshot(
    _ name: String,
    location: Testing.SourceLocation = #_sourceLocation,
    _ write: (inout Markup) -> Void
) throws {
    let drawn = drawing(write).replacing("><", with: ">\n<") + "\n"
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots")
    let file = folder.appending(path: name + ".svg")
    if ProcessInfo.processInfo.environment["NAP_RECORD"] == "1" {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(drawn.utf8).write(to: file)
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(drawn == recorded, "the drawing differs from Snapshots/\(name).svg", sourceLocation: location)
}

/// What is written, as a string.
func drawing(_ write: (inout Markup) -> Void) -> String {
    var markup = Markup()
    write(&markup)
    return markup.description
}
