import ActionPlan
import JSONReading
import LinearRegex
import Synchronization

/// Holds a value against a schema, the same that the service's description shows to programs.
struct SchemaCheck {
    /// One thing that is not as the schema has it.
    struct Fault: Hashable, Sendable {
        /// Where, as a JSON Pointer (RFC 6901).
        var pointer: String
        var kind: Kind

        enum Kind: Hashable, Sendable {
            case missing
            case unknown
            /// Another kind of value is wanted, such as a number.
            case otherKind(String)
            /// A text in another form.
            case form
            /// Shorter or longer than this.
            case length(ClosedRange<Int>)
            case range
            /// Another word than these.
            case word([String])
            /// Not exactly one of these.
            case choice([String])
        }
    }

    private(set) var faults: [Fault] = []

    /// What is wrong with a value.
    static func faults(in node: JSONNode, _ schema: Schema) -> [Fault] {
        var check = SchemaCheck()
        check.check(node, schema, "")
        return check.faults
    }

    private mutating func report(_ pointer: String, _ kind: Fault.Kind) {
        faults.append(Fault(pointer: pointer, kind: kind))
    }

    private mutating func check(_ node: JSONNode, _ schema: Schema, _ pointer: String) {
        switch schema.kind {
        case .object(let object): check(node, object, pointer)
        case .list(let element, let atLeast):
            guard case .array(let elements) = node.value else { return report(pointer, .otherKind("array")) }
            if elements.count < atLeast { report(pointer, .length(atLeast...Int.max)) }
            for (position, node) in elements.enumerated() { check(node, element, "\(pointer)/\(position)") }
        case .text(let pattern): check(node, pattern: pattern, pointer)
        case .form(let pattern): check(node, pattern: pattern, pointer)
        case .string(let length):
            guard let text = node.string else { return report(pointer, .otherKind("string")) }
            guard length.contains(text.unicodeScalars.count) else { return report(pointer, .length(length)) }
            if !Self.matches(text, Schema.withoutControls) { report(pointer, .form) }
        case .word(let words):
            guard let word = node.string, words.contains(word) else { return report(pointer, .word(words)) }
        case .number(let range):
            guard let number = node.number else { return report(pointer, .otherKind("number")) }
            if let range, !range.contains(number) { report(pointer, .range) }
        case .integer(let range):
            guard let number = node.number, number == number.rounded() else {
                return report(pointer, .otherKind("integer"))
            }
            if !(Double(range.lowerBound)...Double(range.upperBound)).contains(number) { report(pointer, .range) }
        case .boolean(let value):
            guard let flag = node.boolean else { return report(pointer, .otherKind("boolean")) }
            if let value, flag != value { report(pointer, .word([String(value)])) }
        case .either(let schemas):
            let attempts = schemas.map { Self.faults(in: node, $0) }
            guard !attempts.contains(where: \.isEmpty) else { return }
            // What is wrong with the alternative that is meant, where the kind of value tells which one that is.
            let meant = attempts.first { $0.contains { if case .otherKind = $0.kind { false } else { true } } }
            for fault in meant ?? attempts.first ?? [] { report(pointer + fault.pointer, fault.kind) }
        case .anything, .reference, .chosen: break
        }
    }

    private mutating func check(_ node: JSONNode, pattern: String?, _ pointer: String) {
        guard let text = node.string else { return report(pointer, .otherKind("string")) }
        if let pattern, !Self.matches(text, pattern) { report(pointer, .form) }
    }

    private mutating func check(_ node: JSONNode, _ object: ObjectSchema, _ pointer: String) {
        guard case .object(let members) = node.value else { return report(pointer, .otherKind("object")) }
        for member in members {
            let place = "\(pointer)/\(Self.escaped(member.key))"
            if let property = object.properties.first(where: { $0.name == member.key }) {
                check(member.node, property.schema, place)
            } else if let others = object.others, Self.matches(member.key, others.pattern) {
                check(member.node, others.schema, place)
            } else {
                report(place, .unknown)
            }
        }
        let keys = Set(members.map(\.key))
        for property in object.properties where property.isRequired && !keys.contains(property.name) {
            report("\(pointer)/\(property.name)", .missing)
        }
        if members.count < object.atLeast { report(pointer, .length(object.atLeast...Int.max)) }
        if !object.exactlyOne.isEmpty, object.exactlyOne.count(where: { keys.isSuperset(of: $0) }) != 1 {
            report(pointer, .choice(object.exactlyOne.map { $0.joined(separator: " + ") }))
        }
        for condition in object.conditions where holds(condition, node) {
            for name in condition.requires where !keys.contains(name) { report("\(pointer)/\(name)", .missing) }
            for name in condition.forbids where keys.contains(name) { report("\(pointer)/\(name)", .unknown) }
        }
    }

    private func holds(_ condition: ObjectSchema.Condition, _ node: JSONNode) -> Bool {
        guard let found = node[condition.key] else { return false }
        guard let values = condition.values else { return true }
        return values.contains(found.string ?? found.boolean.map(String.init) ?? "")
    }

    private static func escaped(_ key: String) -> String {
        guard key.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return key }
        return key.replacing("~", with: "~0").replacing("/", with: "~1")
    }

    private static let patterns = Mutex<[String: Pattern]>([:])

    /// Whether a text has the form of a pattern, which is one of the schemas' own.
    private static func matches(_ text: String, _ pattern: String) -> Bool {
        let compiled = patterns.withLock { patterns in
            if let found = patterns[pattern] { return found as Pattern? }
            let made = try? Pattern(pattern)
            patterns[pattern] = made
            return made
        }
        return compiled?.matches(text) ?? false
    }
}
