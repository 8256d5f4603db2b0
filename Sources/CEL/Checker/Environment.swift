/// What an expression may use: variables, types, functions, limits.
public struct Environment: Sendable {
    /// A variable with its type.
    public struct Variable: Sendable {
        /// Its name, which may be qualified as in `a.b`.
        public let name: String
        /// The type of its value.
        public let type: CELType

        /// Declares a variable.
        public init(_ name: String, _ type: CELType) {
            self.name = name
            self.type = type
        }
    }

    /// The namespace in which names are looked up, such as `a.b`; empty for none.
    public let container: String
    /// The variables; the position of a variable is its slot in an activation.
    public let variables: [Variable]
    /// The object types that expressions may make and name.
    public let types: [ObjectType]
    /// How large expressions may be.
    public let limits: Limits
    /// The definitions that expressions may call, by name.
    let definitions: [String: Definition]
    private let ownFunctions: [String: [Overload]]
    private let slots: [String: Int]
    private let enclosing: [String]

    /// Declares an environment.
    ///
    /// - Parameters:
    ///   - variables: the variables.
    ///   - functions: functions besides those of the libraries.
    ///   - definitions: expressions that can be called by their names.
    ///   - types: object types that expressions may make, as in `Type{field: value}`.
    ///   - container: the namespace in which names are looked up.
    ///   - limits: how large expressions may be.
    public init(
        variables: [Variable],
        functions: [Overload] = [],
        definitions: [Definition] = [],
        types: [ObjectType] = [],
        container: String = "",
        limits: Limits = Limits()
    ) {
        self.variables = variables
        self.types = types
        self.container = container
        self.limits = limits
        self.definitions = Dictionary(definitions.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        ownFunctions = Dictionary(grouping: functions + definitions.map(\.signature), by: \.function)
            .mapValues { ($0.first.flatMap { FunctionTable.libraries[$0.function] } ?? []) + $0 }
        slots = Dictionary(variables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
        let parts = container.split(separator: ".")
        enclosing = (0..<parts.count).map { parts.prefix(parts.count - $0).joined(separator: ".") + "." }
    }

    /// Looks a name up in the container, then further out, then as it is; one with a leading dot only as it is.
    private func resolve<Found>(_ name: String, _ lookUp: (String) -> Found?) -> Found? {
        if name.utf8.first == UInt8(ascii: ".") { return lookUp(String(name.dropFirst())) }
        for namespace in enclosing {
            if let found = lookUp(namespace + name) { return found }
        }
        return lookUp(name)
    }

    /// What a name that is no local one stands for.
    enum Meaning {
        case variable(Int)
        case type(CELType)
    }

    /// What a name stands for; nil where it stands for nothing.
    func meaning(of name: String) -> Meaning? {
        resolve(name) { candidate in
            if let slot = slots[candidate] { return .variable(slot) }
            return typeValue(candidate).map { .type($0) }
        }
    }

    /// The object type that a name stands for.
    func objectType(of name: String) -> ObjectType? {
        resolve(name) { candidate in types.first { $0.name == candidate } }
    }

    /// The type that a name denotes, such as `int`.
    private func typeValue(_ name: String) -> CELType? {
        switch name {
        case "bool": .bool
        case "int": .int
        case "uint": .uint
        case "double": .double
        case "string": .string
        case "bytes": .bytes
        case "list": .list(.dyn)
        case "map": .map(key: .dyn, value: .dyn)
        case "null_type": .null
        case "type": .type(.dyn)
        case "optional_type": .optional(.dyn)
        case "google.protobuf.Timestamp": .timestamp
        case "google.protobuf.Duration": .duration
        case NetworkFunctions.addressType, NetworkFunctions.rangeType: .opaque(name)
        default: types.first { $0.name == name }.map { .object($0) }
        }
    }

    /// The function that a name stands for, with its forms.
    func overloads(of name: String) -> (name: String, overloads: [Overload])? {
        resolve(name) { candidate in
            (ownFunctions[candidate] ?? FunctionTable.libraries[candidate]).map { (candidate, $0) }
        }
    }

    /// The names of all functions, in order, for suggestions.
    var functionNames: [String] {
        Set(FunctionTable.libraries.keys).union(ownFunctions.keys)
            .filter { $0.utf8.first.map { $0 >= 97 } ?? false }
            .sorted()
    }
}

/// The functions of all libraries by name.
enum FunctionTable {
    static let libraries: [String: [Overload]] = {
        let all: [[Overload]] = [
            StandardLibrary.overloads, TextFunctions.overloads, FormatFunctions.overloads, MathFunctions.overloads,
            ListFunctions.overloads, SetFunctions.overloads, EncodingFunctions.overloads, OptionalFunctions.overloads,
            RegexFunctions.overloads, NetworkFunctions.overloads,
        ]
        return Dictionary(grouping: all.joined(), by: \.function)
    }()
}
