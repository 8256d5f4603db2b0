import CEL
import Diagnostics
import YAML

/// Reads checks on a report.
struct CheckDecoder {
    private let pack: PackDecoder
    private let environment: (ObjectType) -> Environment
    private let expressions: ExpressionDecoder
    private var base: Decoder { pack.base }

    init(_ pack: PackDecoder, _ parameters: ObjectType, helpers: [Helper]) {
        self.pack = pack
        expressions = ExpressionDecoder(base: pack.base)
        environment = { measures in
            RuleScope.environment(
                RuleScope.reportVariables,
                parameters: parameters,
                measures: measures,
                functions: pack.functions,
                helpers: helpers
            )
        }
    }

    func checks(_ node: Node) -> (measures: MeasureList, checks: [Check]) {
        guard var fields = base.fields(node, of: "a section on reports") else { return (MeasureList(), []) }
        let measures = MeasureDecoder(pack, environment).measures(fields.value("measures"))
        let environment = environment(measures.type)
        let checks = fields.list("checks") { check($0, environment) }
        fields.finish()
        var seen: Set<String> = []
        for check in checks where !seen.insert(check.id).inserted {
            base.report("duplicate-identifier", "a second check \(check.id)", at: node)
        }
        return (measures, checks)
    }

    private enum Severity: String, CaseIterable {
        case error
        case warning
        case info
    }

    private enum Field: String, CaseIterable {
        case value
        case cells
        case comment
        case evidence
        case claim
    }

    private func check(_ node: Node, _ environment: Environment) -> Check? {
        guard var fields = base.fields(node, of: "a check") else { return nil }
        let id = fields.required("id", base.identifier)
        let when = fields.required("when") { expressions.program($0, environment, expecting: .bool) }
        let severity = fields.required("severity") { base.word($0, as: Severity.self) }
        let field = fields.optional("field") { base.word($0, as: Field.self) }
        let message = fields.required("message") { expressions.template($0, pack.languages, environment) }
        fields.finish()
        guard let id, let when, let severity, let message else { return nil }
        let level: Finding.Severity =
            switch severity {
            case .error: .error
            case .warning: .warning
            case .info: .information
            }
        return Check(id: id, when: when, severity: level, field: field?.rawValue, message: message)
    }
}
