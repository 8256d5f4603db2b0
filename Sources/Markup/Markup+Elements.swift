/// Elements: no list of their attributes has to be made, and those that are not there cost nothing.
extension Markup {
    /// Writes an element and what is in it; attributes that are nil are left out.
    @inlinable
    package mutating func element(
        _ tag: Tag,
        _ first: Attribute? = nil,
        _ second: Attribute? = nil,
        _ third: Attribute? = nil,
        _ fourth: Attribute? = nil,
        _ fifth: Attribute? = nil,
        _ sixth: Attribute? = nil,
        _ seventh: Attribute? = nil,
        content: (inout Markup) throws -> Void
    ) rethrows {
        open(tag, first, second, third, fourth, fifth, sixth, seventh)
        try content(&self)
        close(tag)
    }

    /// Writes an element that holds only a text.
    @inlinable
    package mutating func element(
        _ tag: Tag,
        _ first: Attribute? = nil,
        _ second: Attribute? = nil,
        _ third: Attribute? = nil,
        _ fourth: Attribute? = nil,
        _ fifth: Attribute? = nil,
        _ sixth: Attribute? = nil,
        _ seventh: Attribute? = nil,
        text: String
    ) {
        open(tag, first, second, third, fourth, fifth, sixth, seventh)
        self.text(text)
        close(tag)
    }

    /// Writes an element without content, such as `br`, `meta` or an SVG `line`.
    @inlinable
    package mutating func empty(
        _ tag: Tag,
        _ first: Attribute? = nil,
        _ second: Attribute? = nil,
        _ third: Attribute? = nil,
        _ fourth: Attribute? = nil,
        _ fifth: Attribute? = nil,
        _ sixth: Attribute? = nil,
        _ seventh: Attribute? = nil
    ) {
        open(tag, first, second, third, fourth, fifth, sixth, seventh)
        if tag.isForeign { closeEmpty() }
    }

    @inlinable
    @inline(__always)
    mutating func open(
        _ tag: Tag,
        _ first: Attribute?,
        _ second: Attribute?,
        _ third: Attribute?,
        _ fourth: Attribute?,
        _ fifth: Attribute?,
        _ sixth: Attribute?,
        _ seventh: Attribute?
    ) {
        begin(tag)
        if let first { write(first) }
        if let second { write(second) }
        if let third { write(third) }
        if let fourth { write(fourth) }
        if let fifth { write(fifth) }
        if let sixth { write(sixth) }
        if let seventh { write(seventh) }
        endOpening()
    }
}
