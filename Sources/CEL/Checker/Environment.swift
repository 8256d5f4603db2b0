/// What an expression may use: variables, functions, limits.
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
    /// How large expressions may be.
    public let limits: Limits
    let functions: [String: [Overload]]
    private let slots: [String: Int]

    /// Declares an environment.
    ///
    /// - Parameters:
    ///   - variables: the variables.
    ///   - functions: functions besides those of the standard library.
    ///   - container: the namespace in which names are looked up.
    ///   - limits: how large expressions may be.
    public init(
        variables: [Variable],
        functions: [Overload] = [],
        container: String = "",
        limits: Limits = Limits()
    ) {
        self.variables = variables
        self.container = container
        self.limits = limits
        self.functions = Dictionary(grouping: StandardLibrary.overloads + functions, by: \.function)
        slots = Dictionary(variables.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The names that a name may stand for, in the order in which they are tried: in the container, then further out.
    func candidates(_ name: String) -> [String] {
        if name.hasPrefix(".") { return [String(name.dropFirst())] }
        guard !container.isEmpty else { return [name] }
        let parts = container.split(separator: ".")
        return (0...parts.count).reversed()
            .map { count in
                (parts.prefix(count).map(String.init) + [name]).joined(separator: ".")
            }
    }

    /// The slot of the variable that a name stands for.
    func slot(of name: String) -> Int? {
        for candidate in candidates(name) {
            if let slot = slots[candidate] { return slot }
        }
        return nil
    }

    /// The type that a name denotes, such as `int`.
    func typeValue(of name: String) -> CELType? {
        switch name.hasPrefix(".") ? String(name.dropFirst()) : name {
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
        case "google.protobuf.Timestamp": .timestamp
        case "google.protobuf.Duration": .duration
        default: nil
        }
    }

    /// The function that a name stands for, with its forms.
    func overloads(of name: String) -> (name: String, overloads: [Overload])? {
        for candidate in candidates(name) {
            if let found = functions[candidate] { return (candidate, found) }
        }
        return nil
    }
}

extension Expression {
    /// The name that a chain of selections spells, such as `a.b.c`; nil where it is none.
    var qualifiedName: String? {
        switch kind {
        case .identifier(let name): name
        case .select(let operand, let field): operand.qualifiedName.map { "\($0).\(field)" }
        default: nil
        }
    }
}
