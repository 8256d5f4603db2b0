/// How much of an input is taken before it is refused.
package struct YAMLLimits: Sendable {
    /// Bytes of a file.
    package var size = 32 << 20
    /// Collections within collections.
    package var depth = 64
    /// Values, those that aliases stand for counted each time; a long text counts as several.
    package var nodes = 4_000_000
    /// Bytes of one scalar.
    package var scalar = 1 << 20

    /// So many bytes of a text count as one value more, so that aliases of a long text cannot stand for gigabytes.
    static let bytesThatCountAsNode = 64

    /// The limits for files that people write.
    package init() {}
}
