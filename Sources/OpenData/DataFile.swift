/// A file of a folder for other programs.
package struct DataFile: Sendable {
    /// Relative to the folder, with `/` between folders.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
