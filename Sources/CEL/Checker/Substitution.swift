/// What the checker has found out about type variables.
struct Substitution {
    private var bindings: [CELType?] = []
    /// What bindings were before, the latest last, so that an attempt that fails leaves no trace.
    private var trail: [(variable: Int, previous: CELType?)] = []

    mutating func fresh() -> CELType {
        bindings.append(nil)
        return .variable(bindings.count - 1)
    }

    /// A type with everything put in that is known.
    func resolve(_ type: CELType) -> CELType {
        switch type {
        case .variable(let number): bindings[number].map(resolve) ?? type
        case .list(let element): .list(resolve(element))
        case .map(let key, let value): .map(key: resolve(key), value: resolve(value))
        case .optional(let wrapped): .optional(resolve(wrapped))
        case .type(let inner): .type(resolve(inner))
        case .opaque(let name, let parameters) where !parameters.isEmpty: .opaque(name, parameters.map(resolve))
        default: type
        }
    }

    /// A type with everything put in that is known, and `dyn` where nothing is.
    func final(_ type: CELType) -> CELType {
        switch type {
        case .variable(let number): bindings[number].map(final) ?? .dyn
        case .list(let element): .list(final(element))
        case .map(let key, let value): .map(key: final(key), value: final(value))
        case .optional(let wrapped): .optional(final(wrapped))
        case .type(let inner): .type(final(inner))
        case .opaque(let name, let parameters) where !parameters.isEmpty: .opaque(name, parameters.map(final))
        default: type
        }
    }

    /// Whether a value of one type may stand where another is wanted; what has to hold for that is noted.
    mutating func assign(_ actual: CELType, to wanted: CELType) -> Bool {
        attempt { $0.unify(actual, wanted) }
    }

    /// Whether values of several types may stand where others are wanted, all at once.
    mutating func assign(_ actual: [CELType], to wanted: [CELType]) -> Bool {
        attempt { substitution in
            for (first, second) in zip(actual, wanted) where !substitution.unify(first, second) { return false }
            return true
        }
    }

    private mutating func attempt(_ body: (inout Substitution) -> Bool) -> Bool {
        let mark = trail.count
        guard !body(&self) else { return true }
        while trail.count > mark, let (variable, previous) = trail.popLast() { bindings[variable] = previous }
        return false
    }

    private mutating func bind(_ variable: Int, _ type: CELType) {
        trail.append((variable, bindings[variable]))
        bindings[variable] = type
    }

    private mutating func unify(_ actual: CELType, _ wanted: CELType) -> Bool {
        if case .variable(let number) = wanted {
            let (isValid, wasBound) = substitute(actual, for: number)
            if isValid { return true }
            if wasBound { return false }
        }
        if case .variable(let number) = actual { return substitute(wanted, for: number).isValid }
        switch (actual, wanted) {
        case (.dyn, _), (_, .dyn): return true
        case (.null, let other), (let other, .null): return Self.isNullable(other)
        case (.list(let first), .list(let second)), (.optional(let first), .optional(let second)):
            return unify(first, second)
        case (.type, .type): return true
        case (.map(let firstKey, let firstValue), .map(let secondKey, let secondValue)):
            return unify(firstKey, secondKey) && unify(firstValue, secondValue)
        case (.opaque(let first, let firstParameters), .opaque(let second, let secondParameters)):
            guard first == second, firstParameters.count == secondParameters.count else { return false }
            for (left, right) in zip(firstParameters, secondParameters) where !unify(left, right) { return false }
            return true
        default: return actual == wanted
        }
    }

    private static func isNullable(_ type: CELType) -> Bool {
        switch type {
        case .null, .object, .timestamp, .duration, .optional, .opaque: true
        default: false
        }
    }

    /// Whether a type may be what a variable stands for; of two that may, the more general one is taken.
    private mutating func substitute(_ type: CELType, for variable: Int) -> (isValid: Bool, wasBound: Bool) {
        if case .variable(variable) = type { return (true, true) }
        guard let bound = bindings[variable] else {
            guard !occurs(variable, in: type) else { return (false, false) }
            bind(variable, type)
            return (true, false)
        }
        if bound == type { return (true, true) }
        guard unify(type, bound) else { return (false, true) }
        let general = Self.moreGeneral(type, bound)
        if general != bound, !occurs(variable, in: general) { bind(variable, general) }
        return (true, true)
    }

    private func occurs(_ variable: Int, in type: CELType) -> Bool {
        switch type {
        case .variable(let other): other == variable || bindings[other].map { occurs(variable, in: $0) } ?? false
        case .list(let element), .optional(let element), .type(let element): occurs(variable, in: element)
        case .map(let key, let value): occurs(variable, in: key) || occurs(variable, in: value)
        case .opaque(_, let parameters): parameters.contains { occurs(variable, in: $0) }
        default: false
        }
    }

    /// Of two types that go together, the one that says less.
    static func moreGeneral(_ first: CELType, _ second: CELType) -> CELType {
        isAsGeneral(first, as: second) ? first : second
    }

    private static func isAsGeneral(_ first: CELType, as second: CELType) -> Bool {
        switch (first, second) {
        case (.dyn, _), (.variable, _): true
        case (_, .dyn), (_, .variable): false
        // What may be null says more than null, and goes for both.
        case (let other, .null): isNullable(other)
        case (.list(let left), .list(let right)), (.optional(let left), .optional(let right)):
            isAsGeneral(left, as: right)
        case (.map(let leftKey, let leftValue), .map(let rightKey, let rightValue)):
            isAsGeneral(leftKey, as: rightKey) && isAsGeneral(leftValue, as: rightValue)
        case (.opaque(let left, let leftParameters), .opaque(let right, let rightParameters)):
            left == right && leftParameters.count == rightParameters.count
                && zip(leftParameters, rightParameters).allSatisfy { isAsGeneral($0, as: $1) }
        case (.type, .type): true
        default: first == second
        }
    }

    /// The types of an overload with fresh variables for its parameters.
    mutating func instantiate(_ overload: Overload) -> (parameters: [CELType], result: CELType) {
        guard overload.isGeneric else { return (overload.parameters, overload.result) }
        var names: [(name: String, variable: CELType)] = []
        let parameters = overload.parameters.map { instantiate($0, &names) }
        return (parameters, instantiate(overload.result, &names))
    }

    private mutating func instantiate(
        _ type: CELType,
        _ names: inout [(name: String, variable: CELType)]
    ) -> CELType {
        switch type {
        case .parameter(let name):
            if let known = names.first(where: { $0.name == name }) { return known.variable }
            let variable = fresh()
            names.append((name, variable))
            return variable
        case .list(let element): return .list(instantiate(element, &names))
        case .map(let key, let value): return .map(key: instantiate(key, &names), value: instantiate(value, &names))
        case .optional(let wrapped): return .optional(instantiate(wrapped, &names))
        case .type(let inner): return .type(instantiate(inner, &names))
        case .opaque(let name, let parameters) where !parameters.isEmpty:
            return .opaque(name, parameters.map { instantiate($0, &names) })
        default: return type
        }
    }
}
