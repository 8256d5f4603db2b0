/// Writes a syntax tree as text.
///
/// Reading the text again gives the same tree, save for ranges; a tree with folded parts gives the same value.
enum Unparser {
    private static let conditional = 0
    private static let unary = 6
    private static let member = 7

    /// The text of a tree.
    static func text(_ expression: Expression) -> String { write(expression).text }

    private static func write(_ expression: Expression) -> (text: String, strength: Int) {
        switch expression.kind {
        case .literal(let value): return (literal(value), member)
        case .identifier(let name): return (identifier(name), member)
        case .select(let operand, let field, let isOptional):
            return (at(operand, member) + (isOptional ? ".?" : ".") + selector(field), member)
        case .test(let operand, let field): return ("has(\(at(operand, member)).\(selector(field)))", member)
        case .call(let function, let target, let arguments): return call(function, target, arguments)
        case .list(let elements):
            return (
                "[" + elements.map { ($0.isOptional ? "?" : "") + text($0.value) }.joined(separator: ", ") + "]", member
            )
        case .map(let entries):
            let written = entries.map { ($0.isOptional ? "?" : "") + text($0.key) + ": " + text($0.value) }
            return ("{" + written.joined(separator: ", ") + "}", member)
        case .object(let type, let fields):
            let written = fields.map { ($0.isOptional ? "?" : "") + selector($0.name) + ": " + text($0.value) }
            return (type + "{" + written.joined(separator: ", ") + "}", member)
        case .comprehension(let loop): return (comprehension(loop), member)
        case .bind(let name, let value, let body):
            return ("cel.bind(\(identifier(name)), \(text(value)), \(text(body)))", member)
        case .block(let values, let body):
            return ("cel.block([\(values.map(text).joined(separator: ", "))], \(text(body)))", member)
        case .optionalMap(let target, let variable, let body, let isFlat):
            let name = isFlat ? "optFlatMap" : "optMap"
            return ("\(at(target, member)).\(name)(\(identifier(variable)), \(text(body)))", member)
        }
    }

    /// The text, in parentheses where it binds less strongly than needed.
    private static func at(_ expression: Expression, _ strength: Int) -> String {
        let (text, actual) = write(expression)
        return actual < strength ? "(\(text))" : text
    }

    private static func comprehension(_ loop: Expression.Comprehension) -> String {
        let names = [loop.variable, loop.secondVariable].compactMap { $0 }.map(identifier)
        let parts = names + [loop.predicate, loop.transform].compactMap { $0 }.map(text)
        return "\(at(loop.range, member)).\(loop.kind.rawValue)(\(parts.joined(separator: ", ")))"
    }

    private static func call(
        _ function: String,
        _ target: Expression?,
        _ arguments: [Expression]
    ) -> (text: String, strength: Int) {
        if target == nil, let written = operation(function, arguments) { return written }
        let written = "(" + arguments.map(text).joined(separator: ", ") + ")"
        guard let target else { return (function + written, member) }
        return ("\(at(target, member)).\(function)\(written)", member)
    }

    private static func operation(_ function: String, _ arguments: [Expression]) -> (text: String, strength: Int)? {
        switch (function, arguments.count) {
        case (Operator.conditional, 3):
            let parts = [at(arguments[0], 1), at(arguments[1], 1), at(arguments[2], conditional)]
            return ("\(parts[0]) ? \(parts[1]) : \(parts[2])", conditional)
        case (Operator.not, 1):
            let operand = at(arguments[0], member)
            return ("!" + operand, unary)
        case (Operator.negate, 1):
            let operand = at(arguments[0], member)
            // Right before a number the sign would belong to it.
            let first = operand.utf8.first ?? 0
            let isNumber = (48...57).contains(first) || first == UInt8(ascii: "-") || first == UInt8(ascii: ".")
            return (isNumber ? "-(\(operand))" : "-" + operand, unary)
        case (Operator.index, 2): return ("\(at(arguments[0], member))[\(text(arguments[1]))]", member)
        case (Operator.optionalIndex, 2): return ("\(at(arguments[0], member))[?\(text(arguments[1]))]", member)
        default: break
        }
        guard arguments.count >= 2, let (symbol, precedence) = Operator.written(function) else { return nil }
        // Operators of one strength are read from the left, so only what stands first needs no parentheses.
        let parts = arguments.enumerated().map { at($1, $0 == 0 ? precedence : precedence + 1) }
        return (parts.joined(separator: " \(symbol) "), precedence)
    }

    private static func identifier(_ name: String) -> String {
        let parts = name.split(separator: ":")
        guard name.hasPrefix("@"), parts.count > 1 else { return name }
        let function = ["@index": "index", "@it": "iterVar", "@ac": "accuVar"][String(parts[0])] ?? "index"
        return "cel.\(function)(\(parts.dropFirst().joined(separator: ", ")))"
    }

    private static func selector(_ field: String) -> String { Lexer.isSelector(field) ? field : "`\(field)`" }

    // MARK: - Values

    /// A value as an expression that gives it.
    static func literal(_ value: Value) -> String {
        switch value {
        case .null: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .int(let number): return String(number)
        case .uint(let number): return "\(number)u"
        case .double(let number):
            return number.isFinite ? number.description : "double(\"\(NumberText.shortest(number))\")"
        case .string(let text): return quoted(text)
        case .bytes(let bytes): return "b\"" + bytes.map(byte).joined() + "\""
        case .timestamp(let instant): return "timestamp(\"\(instant)\")"
        case .duration(let duration): return "duration(\"\(duration)\")"
        case .list(let list): return "[" + list.map(literal).joined(separator: ", ") + "]"
        case .map(let map):
            return "{" + map.entries.map { literal($0.key) + ": " + literal($0.value) }.joined(separator: ", ") + "}"
        case .object(let object):
            let fields = zip(object.type.fields, object.slots)
                .compactMap { field, slot in slot.map { selector(field.name) + ": " + literal($0) } }
            return object.type.name + "{" + fields.joined(separator: ", ") + "}"
        case .type(let type): return type.name
        case .optional(let wrapped): return wrapped.map { "optional.of(\(literal($0)))" } ?? "optional.none()"
        case .opaque(let opaque): return "\(opaque.typeName)(\(quoted("\(opaque.content)")))"
        }
    }

    private static func byte(_ byte: UInt8) -> String {
        switch byte {
        case 0x22: return "\\\""
        case 0x5C: return "\\\\"
        case 0x20...0x7E: return String(UnicodeScalar(byte))
        default:
            let digits = String(byte, radix: 16)
            return "\\x" + (digits.utf8.count == 1 ? "0" : "") + digits
        }
    }

    /// A text in quotation marks, with escapes for what cannot be seen.
    static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{00}"..."\u{1F}", "\u{7F}": result += byte(UInt8(scalar.value))
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
