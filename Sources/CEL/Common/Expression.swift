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
        /// A value written out; after folding also lists, maps, instants and lengths of time.
        case literal(Value)
        /// A name; one with a leading dot begins with it.
        case identifier(String)
        /// `operand.field`, or `operand.?field` where the field may be absent.
        case select(Expression, field: String, isOptional: Bool)
        /// `has(operand.field)`.
        case test(Expression, field: String)
        /// A function, operators included (`_+_`); the target is what stands before the dot.
        case call(String, target: Expression?, arguments: [Expression])
        /// `[a, ?b]`.
        case list([Element])
        /// `{k: v, ?k: v}`.
        case map([Entry])
        /// `Type{field: value}`.
        case object(String, [Field])
        /// `list.all(x, …)` and the like.
        case comprehension(Comprehension)
        /// `cel.bind(name, value, body)`.
        case bind(String, value: Expression, body: Expression)
        /// `cel.block([a, b], body)`.
        case block([Expression], body: Expression)
        /// `optional.optMap(name, body)`, or `optFlatMap` where the body is optional itself.
        case optionalMap(Expression, variable: String, body: Expression, isFlat: Bool)
    }

    /// An element of a list.
    public struct Element: Sendable {
        /// The value.
        public let value: Expression
        /// Whether it is left out where its value is absent: `[?x]`.
        public let isOptional: Bool
    }

    /// An entry of a map.
    public struct Entry: Sendable {
        /// The key.
        public let key: Expression
        /// The value.
        public let value: Expression
        /// Whether it is left out where its value is absent: `{?k: v}`.
        public let isOptional: Bool
    }

    /// A field of an object that is made.
    public struct Field: Sendable {
        /// The name.
        public let name: String
        /// The value.
        public let value: Expression
        /// Whether it is left out where its value is absent: `T{?f: v}`.
        public let isOptional: Bool
        /// Where it stands.
        public let range: Range<Int>
    }

    /// A macro over the elements of a list or the entries of a map.
    public struct Comprehension: Sendable {
        /// Which macro it is.
        public let kind: Kind
        /// The list or map that it goes through.
        public let range: Expression
        /// The name by which the element or key goes; of two names the one of the place or key.
        public let variable: String
        /// The second name, of the element or value, if there are two.
        public let secondVariable: String?
        /// The condition on an element; nil where every element is taken.
        public let predicate: Expression?
        /// What becomes of an element; nil where it stays as it is.
        public let transform: Expression?

        /// Which macro it is.
        public enum Kind: String, Sendable {
            /// Whether the condition holds for all.
            case all
            /// Whether it holds for any.
            case exists
            /// Whether it holds for just one.
            case existsOne = "exists_one"
            /// Those for which it holds.
            case filter
            /// What becomes of each.
            case map
            /// A list of what becomes of each.
            case transformList
            /// A map with the same keys, of what becomes of each.
            case transformMap
            /// A map of the entries that each becomes.
            case transformMapEntry
            /// The list in the order of what becomes of each.
            case sortBy
        }
    }
}

extension Expression {
    /// The nodes right below it, in the order of reading.
    var children: [Expression] {
        switch kind {
        case .literal, .identifier: []
        case .select(let operand, _, _), .test(let operand, _): [operand]
        case .call(_, let target, let arguments): (target.map { [$0] } ?? []) + arguments
        case .list(let elements): elements.map(\.value)
        case .map(let entries): entries.flatMap { [$0.key, $0.value] }
        case .object(_, let fields): fields.map(\.value)
        case .comprehension(let loop): [loop.range, loop.predicate, loop.transform].compactMap { $0 }
        case .bind(_, let value, let body): [value, body]
        case .block(let values, let body): values + [body]
        case .optionalMap(let target, _, let body, _): [target, body]
        }
    }

    /// The name that a chain of selections spells, such as `a.b.c`; nil where it is none.
    var qualifiedName: String? {
        switch kind {
        case .identifier(let name): name
        case .select(let operand, let field, isOptional: false) where Lexer.isSelector(field):
            operand.qualifiedName.map { "\($0).\(field)" }
        default: nil
        }
    }

    /// The first name of a chain of selections.
    var rootName: String? {
        switch kind {
        case .identifier(let name): name
        case .select(let operand, _, isOptional: false): operand.rootName
        default: nil
        }
    }
}
