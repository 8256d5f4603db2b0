/// By what a figure is broken down, such as sex or region.
package struct Dimension: Hashable, Sendable {
    package var id: String
    package var title: LocalizedText
    /// Whether every counted unit falls into exactly one category, so that cells add up to the total.
    package var partitions: Bool
    package var categories: [Category]

    /// One of the values of a dimension, or of a nominal or ordinal measure.
    package struct Category: Hashable, Sendable {
        package var id: String
        package var title: LocalizedText

        package init(id: String, title: LocalizedText) {
            self.id = id
            self.title = title
        }
    }

    /// A dimension of its parts.
    package init(
        id: String,
        title: LocalizedText,
        partitions: Bool,
        categories: [Category]
    ) {
        self.id = id
        self.title = title
        self.partitions = partitions
        self.categories = categories
    }
}
