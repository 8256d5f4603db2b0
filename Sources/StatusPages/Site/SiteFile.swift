/// A file of a site.
package struct SiteFile: Sendable {
    /// Relative to the site's folder, with `/` between folders.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
