/// How elements begin of which there are many alike: written once, with their attributes escaped, and then copied.
package struct Opening: Sendable {
    fileprivate let tag: Tag
    fileprivate let markup: Markup

    /// - Parameters:
    ///   - tag: which element; none without content.
    ///   - attributes: its attributes; those that are nil are left out.
    package init(_ tag: Tag, _ attributes: Attribute?...) {
        var markup = Markup()
        markup.begin(tag)
        for case let attribute? in attributes { markup.write(attribute) }
        markup.endOpening()
        self.tag = tag
        self.markup = markup
    }
}

extension Markup {
    /// Writes an element and what is in it.
    package mutating func element(_ opening: Opening, content: (inout Markup) throws -> Void) rethrows {
        append(opening.markup)
        try content(&self)
        close(opening.tag)
    }
}
