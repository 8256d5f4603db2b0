/// A node of the syntax tree.
public struct Expression: Sendable {
    /// A number that no other node of the tree has.
    public let id: Int
    /// What it covers in the expression's text, as offsets of UTF-8 bytes.
    public let range: Range<Int>
    /// What it is.
    public let kind: Kind

    /// What a node is.
    public indirect enum Kind: Sendable {
        case literal(Value)
        /// A name; one with a leading dot begins with it.
        case identifier(String)
        case select(Expression, field: String)
        /// `has(operand.field)`.
        case test(Expression, field: String)
        /// A function, operators included (`_+_`); the target is what stands before the dot.
        case call(String, target: Expression?, arguments: [Expression])
        case list([Expression])
        case map([Entry])
        case comprehension(Comprehension)
    }

    /// An entry of a map.
    public struct Entry: Sendable {
        /// The key.
        public let key: Expression
        /// The value.
        public let value: Expression
    }

    /// A macro over the elements of a list or the keys of a map.
    public struct Comprehension: Sendable {
        /// Which macro it is.
        public let kind: Kind
        /// The name by which the element goes.
        public let variable: String
        /// The list or map that it goes through.
        public let range: Expression
        /// The condition on an element; nil where every element is taken.
        public let predicate: Expression?
        /// What becomes of an element.
        public let transform: Expression?

        /// Which macro it is.
        public enum Kind: String, Sendable {
            case all
            case exists
            case existsOne = "exists_one"
            case filter
            case map
        }
    }
}
