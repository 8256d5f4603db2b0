/// What the checker has found out about type variables.
struct Substitution {
    private var bindings: [Int: CELType] = [:]
    private var count = 0

    mutating func fresh() -> CELType {
        count += 1
        return .variable(count)
    }

    /// A type with everything put in that is known.
    func resolve(_ type: CELType) -> CELType {
        switch type {
        case .variable(let number): bindings[number].map(resolve) ?? type
        case .list(let element): .list(resolve(element))
        case .map(let key, let value): .map(key: resolve(key), value: resolve(value))
        case .optional(let wrapped): .optional(resolve(wrapped))
        case .type(let inner): .type(resolve(inner))
        default: type
        }
    }

    /// A type with everything put in that is known, and `dyn` where nothing is.
    func final(_ type: CELType) -> CELType {
        switch resolve(type) {
        case .variable: .dyn
        case .list(let element): .list(final(element))
        case .map(let key, let value): .map(key: final(key), value: final(value))
        case .optional(let wrapped): .optional(final(wrapped))
        case .type(let inner): .type(final(inner))
        case let other: other
        }
    }

    /// Whether a value of one type may stand where another is wanted; what has to hold for that is noted.
    mutating func assign(_ actual: CELType, to wanted: CELType) -> Bool {
        let actual = resolve(actual)
        let wanted = resolve(wanted)
        switch (actual, wanted) {
        case (.variable(let first), .variable(let second)) where first == second: return true
        case (.variable(let number), _): return bind(number, wanted)
        case (_, .variable(let number)): return bind(number, actual)
        case (.dyn, _), (_, .dyn): return true
        case (.list(let first), .list(let second)): return assign(first, to: second)
        case (.map(let firstKey, let firstValue), .map(let secondKey, let secondValue)):
            return assign(firstKey, to: secondKey) && assign(firstValue, to: secondValue)
        case (.optional(let first), .optional(let second)): return assign(first, to: second)
        case (.type(let first), .type(let second)): return assign(first, to: second)
        case (.null, .object), (.null, .timestamp), (.null, .duration): return true
        default: return actual == wanted
        }
    }

    private mutating func bind(_ number: Int, _ type: CELType) -> Bool {
        guard !occurs(number, in: type) else { return false }
        bindings[number] = type
        return true
    }

    private func occurs(_ number: Int, in type: CELType) -> Bool {
        switch resolve(type) {
        case .variable(let other): other == number
        case .list(let element), .optional(let element), .type(let element): occurs(number, in: element)
        case .map(let key, let value): occurs(number, in: key) || occurs(number, in: value)
        default: false
        }
    }

    /// The types of an overload with fresh variables for its parameters.
    mutating func instantiate(_ overload: Overload) -> (parameters: [CELType], result: CELType) {
        var names: [String: CELType] = [:]
        let parameters = overload.parameters.map { instantiate($0, &names) }
        return (parameters, instantiate(overload.result, &names))
    }

    private mutating func instantiate(_ type: CELType, _ names: inout [String: CELType]) -> CELType {
        switch type {
        case .parameter(let name):
            if let known = names[name] { return known }
            let variable = fresh()
            names[name] = variable
            return variable
        case .list(let element): return .list(instantiate(element, &names))
        case .map(let key, let value): return .map(key: instantiate(key, &names), value: instantiate(value, &names))
        case .optional(let wrapped): return .optional(instantiate(wrapped, &names))
        case .type(let inner): return .type(instantiate(inner, &names))
        default: return type
        }
    }
}
