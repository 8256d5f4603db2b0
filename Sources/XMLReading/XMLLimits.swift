/// How much of an XML text is taken before it is refused.
package struct XMLLimits: Sendable {
    /// Bytes of the whole text.
    package var bytes = 128 << 20
    /// Elements within elements.
    package var depth = 128
    /// Attributes of one element.
    package var attributes = 256
    /// Bytes of one name, one attribute's value, or one text between two tags.
    package var text = 4 << 20

    package init() {}
}
