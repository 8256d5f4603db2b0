import CEL
import Diagnostics

/// One case: an expression, what it may use, and what must come of it.
struct ConformanceCase {
    let id: String
    private let json: JSONValue

    /// Nil where it has no name or no expression.
    init?(_ json: JSONValue) {
        guard let id = json["id"]?.text, json["expr"]?.text != nil else { return nil }
        self.id = id
        self.json = json
    }

    /// What came of the expression instead of what was expected; nil where it passed.
    func failure() -> String? {
        do {
            return try judge()
        } catch let malformed as CaseValue.Malformed {
            return "the case file has a value that cannot be read: \(malformed.json)"
        } catch {
            return "\(error)"
        }
    }

    private func judge() throws -> String? {
        let expected = try expectation()
        let expectsError = expected.error
        let (environment, bindings) = try environment()
        let (program, diagnostics) = environment.compile(
            json["expr"]?.text ?? "",
            checks: !(json["disable_check"]?.flag ?? false),
            expandsMacros: !(json["disable_macros"]?.flag ?? false)
        )
        guard let program else {
            let problem = diagnostics.map { "\($0.message)" }.joined(separator: "; ")
            return expectsError ? nil : "gave the compile error: \(problem)"
        }
        if let wanted = expected.type, program.resultType.description != wanted.description {
            return "gave the type \(program.resultType), not \(wanted)"
        }
        if json["check_only"]?.flag ?? false {
            return expectsError ? "gave no error but the type \(program.resultType)" : nil
        }
        let outcome: Value
        do throws(EvaluationError) {
            outcome = try program.evaluate(bindings)
        } catch let error {
            return expectsError ? nil : "gave the error: \(error.message)"
        }
        if expectsError { return "gave no error but \(outcome)" }
        guard let wanted = expected.value else { return nil }
        return CaseValue.agrees(wanted, outcome) ? nil : "gave \(outcome), not \(wanted)"
    }

    /// What the case expects; one that says nothing expects `true`, as the suite has it.
    private func expectation() throws -> (value: Value?, type: CELType?, error: Bool) {
        guard case .object(let members) = json["expect"] else { return (.bool(true), nil, false) }
        func given(_ names: String...) -> JSONValue? {
            names.lazy.compactMap { members[$0] }.first { if case .null = $0 { false } else { true } }
        }
        let isError = given("error", "eval_error", "any_error", "any_eval_errors") != nil
        var type: CELType?
        if let notation = given("type", "deduced_type") {
            type = notation.text.flatMap(TypeNotation.type)
            if type == nil { throw CaseValue.Malformed(json: notation) }
        }
        let value = try given("value").map(CaseValue.value)
        guard
            isError || type != nil || value != nil
                || members.values.allSatisfy({ if case .null = $0 { true } else { false } })
        else { throw CaseValue.Malformed(json: .object(members)) }
        return (value ?? (isError || type != nil ? nil : .bool(true)), type, isError)
    }

    /// The environment of the case, and the values of its variables in their order.
    private func environment() throws -> (Environment, [Value?]) {
        var values: [String: Value] = [:]
        if case .object(let members) = json["bindings"] {
            for (name, value) in members { values[name] = try CaseValue.value(value) }
        }
        var variables: [Environment.Variable] = []
        var functions: [Overload] = []
        for declaration in json["type_env"]?.elements ?? [] {
            guard let name = declaration["name"]?.text else { continue }
            if let notation = declaration["type"]?.text {
                guard let type = TypeNotation.type(notation) else { throw CaseValue.Malformed(json: declaration) }
                variables.append(.init(name, type))
            }
            for overload in declaration["overloads"]?.elements ?? [] {
                functions.append(try function(name, overload))
            }
        }
        let declared = Set(variables.map(\.name))
        for name in values.keys.sorted() where !declared.contains(name) { variables.append(.init(name, .dyn)) }
        let environment = Environment(
            variables: variables,
            functions: functions,
            container: json["container"]?.text ?? ""
        )
        return (environment, variables.map { values[$0.name] })
    }

    private func function(_ name: String, _ json: JSONValue) throws -> Overload {
        let parameters = (json["params"]?.elements ?? []).map { $0.text.flatMap(TypeNotation.type) }
        guard !parameters.contains(nil), let result = json["result"]?.text.flatMap(TypeNotation.type) else {
            throw CaseValue.Malformed(json: json)
        }
        let types = parameters.compactMap { $0 }
        let unbound: @Sendable ([Value]) throws(EvaluationError) -> Value = { (_) throws(EvaluationError) in
            throw EvaluationError(.undeclared, "the function \(name) is declared but not defined")
        }
        return json["member"]?.flag ?? false
            ? Overload(member: name, types, result, evaluate: unbound)
            : Overload(name, types, result, evaluate: unbound)
    }
}
