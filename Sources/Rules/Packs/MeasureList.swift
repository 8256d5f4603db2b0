package import CEL

/// The measures of a section.
package struct MeasureList: Sendable {
    /// In an order in which each comes after those it refers to.
    package var measures: [ScopeRules.Measure] = []
    /// The measures in the order of the file, by their positions.
    package var order: [Int] = []
    /// The type of `measures` in expressions.
    package var type = ObjectType("measures", fields: [])

    /// All its expressions.
    var programs: [Program] { measures.flatMap { ($0.when.map { [$0] } ?? []) + [$0.value] } }

    /// The values for checks on a report.
    ///
    /// A report can be about an indicator or an activity, with a value or without: a measure that cannot be computed of it
    /// is absent, as a check that cannot be evaluated finds nothing.
    func values(_ variables: [Value?]) -> Value {
        var variables = variables
        var slots = type.fields.map { _ in Value?.none }
        for measure in measures {
            variables[2] = .object(ObjectValue(type, slots))
            guard let slot = type.slot(of: measure.id), let value = measure.value(variables) else { continue }
            slots[slot] = value
        }
        return .object(ObjectValue(type, slots))
    }
}

extension ScopeRules.Measure {
    /// Its value; nil where it is absent, or cannot be computed.
    fileprivate func value(_ variables: [Value?]) -> Value? {
        do throws(EvaluationError) {
            if let when, try when.evaluate(variables) != .bool(true) { return nil }
            let value = try self.value.evaluate(variables)
            if case .double(let number) = value, !number.isFinite { return nil }
            return value
        } catch {
            return nil
        }
    }
}

extension MeasuredValue {
    /// The measures that an object of `measures` has.
    static func all(of measures: Value) -> [MeasuredValue] {
        guard case .object(let object) = measures else { return [] }
        return zip(object.type.fields, object.slots)
            .compactMap { field, value in value.map { MeasuredValue(id: field.name, value: FactValue($0)) } }
    }
}
