import Diagnostics
import YAML

/// Makes a plan of YAML documents: first reads every part, then checks what they say of each other.
final class PlanDecoder {
    let base = Decoder()
    /// The languages that every text should be in.
    var languages: [String] = ["en"]
    var places: [String: SourceSpanReference] = [:]
    var references: [Reference] = []
    /// Identifiers by what they name.
    var declared: [Namespace: [String: Node]] = [:]

    var sources: [Source] = []
    var bodies: [CoordinatingBody] = []
    var agencies: [Agency] = []
    var calendars: [ReportingCalendar] = []
    var dimensions: [Dimension] = []
    var objectives: [Objective] = []
    var activities: [Activity] = []
    var indicators: [Indicator] = []
    var amendments: [Amendment] = []
    /// Where targets, milestones' predecessors and the like stand, to be checked once everything is read.
    var itemNodes: [ItemID: Node] = [:]

    /// Within what an identifier must be unique.
    enum Namespace: Hashable {
        case item
        case agency
        case source
        case body
        case calendar
        case dimension
        case amendment
    }

    /// That something names something else, which must exist.
    struct Reference {
        var namespace: Namespace
        var id: String
        var node: Node
    }

    func plan(of documents: [Document]) -> Plan? {
        var roots: [Fields] = []
        var planNodes: [Node] = []
        for document in documents {
            guard var fields = base.fields(document.root, of: "a plan file") else { continue }
            guard fields.required("format", { base.word($0, as: FileFormat.self) }) == .plan else {
                if let node = fields.value("format"), node.text != FileFormat.plan.rawValue {
                    base.report("wrong-format", "this is no plan file", at: node, expected: "format: nap-plan/1")
                }
                continue
            }
            if let node = fields.value("plan") { planNodes.append(node) }
            roots.append(fields)
        }
        guard let planNode = planNodes.first else {
            if let root = documents.first?.root {
                base.report(
                    "missing-key",
                    "no file has `plan`",
                    at: root,
                    expected: "`plan:` with id, title, start, end"
                )
            }
            return nil
        }
        for extra in planNodes.dropFirst() {
            base.report(
                "duplicate-key",
                "`plan` stands in a second file",
                at: extra,
                hint: "keep one of the two",
                notes: [Diagnostic.Note("it stands here first", at: planNode.openingSpan)]
            )
        }
        readLanguages(planNode)
        let header = PlanHeader(planNode, self)
        for var fields in roots { readLists(&fields, header) }
        guard let header else { return nil }
        var plan = header.plan(self)
        checkReferences()
        PlanValidator(plan, self).validate()
        plan.places = places
        return plan
    }

    private func readLists(_ fields: inout Fields, _ header: PlanHeader?) {
        sources += fields.list("sources", source)
        bodies += fields.list("bodies") { body($0, header?.provenance) }
        agencies += fields.list("agencies") { agency($0, header?.provenance) }
        calendars += fields.list("calendars") { calendar($0, header) }
        dimensions += fields.list("dimensions", dimension)
        if let node = fields.value("objectives") {
            let context = ItemContext(
                provenance: header?.provenance ?? .illustrative(note: nil),
                calendar: header?.calendar,
                days: header?.days
            )
            for element in base.elements(node) { objective(element, context) }
        }
        amendments += fields.list("amendments") { amendment($0, header) }
        fields.finish()
    }

    private func readLanguages(_ node: Node) {
        guard node.kind == .mapping else { return }
        for position in 0..<node.count where node.key(position).text == "languages" {
            let value = node.value(position)
            guard value.kind == .sequence, value.count > 0 else { return }
            languages = (0..<value.count).map { value.element($0).text }
        }
    }

    // MARK: - Names

    /// Notes that an identifier is given, and says so where it is given already.
    func declare(_ id: String, in namespace: Namespace, at node: Node) {
        if let first = declared[namespace]?[id] {
            base.report(
                "duplicate-identifier",
                "\(id) is given a second time",
                at: node,
                hint: "give one of the two another identifier",
                notes: [Diagnostic.Note("it is given here first", at: first.span)]
            )
        } else {
            declared[namespace, default: [:]][id] = node
        }
    }

    /// The identifier under `id`, declared.
    func identifier(_ fields: inout Fields, in namespace: Namespace) -> String? {
        guard let node = fields.value("id") else {
            fields.missing("id")
            return nil
        }
        guard let id = base.identifier(node) else { return nil }
        declare(id, in: namespace, at: node)
        places[id] = SourceSpanReference(node.span)
        return id
    }

    /// An identifier that must be declared somewhere.
    func reference(_ node: Node, to namespace: Namespace) -> String? {
        guard let id = base.identifier(node) else { return nil }
        references.append(Reference(namespace: namespace, id: id, node: node))
        return id
    }

    func agencyReference(_ node: Node) -> AgencyID? { reference(node, to: .agency).map(AgencyID.init(rawValue:)) }
    func itemReference(_ node: Node) -> ItemID? { reference(node, to: .item).map(ItemID.init(rawValue:)) }

    private func checkReferences() {
        for reference in references where declared[reference.namespace]?[reference.id] == nil {
            let known = (declared[reference.namespace] ?? [:]).keys.sorted()
            base.report(
                "unknown-identifier",
                "\(reference.id) is not declared in this plan",
                at: reference.node,
                expected: Self.expected(reference.namespace),
                hint: Suggestion.nearest(to: reference.id, among: known).map { "did you mean \($0)?" }
            )
        }
    }

    private static func expected(_ namespace: Namespace) -> Message {
        switch namespace {
        case .item: "the identifier of an objective, activity or indicator"
        case .agency: "the identifier of one of the `agencies`"
        case .source: "the identifier of one of the `sources`"
        case .body: "the identifier of one of the `bodies`"
        case .calendar: "the identifier of one of the `calendars`"
        case .dimension: "the identifier of one of the `dimensions`"
        case .amendment: "the identifier of one of the `amendments`"
        }
    }

    // MARK: - Common kinds of value

    /// A text in several languages, or in the plan's first.
    func text(_ node: Node) -> LocalizedText? {
        LocalizedText.decode(node, languages: languages, mustHaveAll: true, base)
    }

    func date(_ node: Node) -> Day? {
        base.parsed(node, expected: "a date that the calendar has, as 2021-04-29") { Day($0) }
    }

    func provenance(_ node: Node) -> Provenance? {
        guard var fields = base.fields(node, of: "a provenance") else { return nil }
        let kind = fields.required("kind") { base.word($0, as: ProvenanceKind.self) }
        let source = fields.optional("source") { reference($0, to: .source) }
        let note = fields.optional("note", note)
        fields.finish()
        switch kind {
        case .documented:
            guard let source else {
                fields.missing("source")
                return nil
            }
            return .documented(source: source, note: note)
        case .illustrative: return .illustrative(note: note)
        case nil: return nil
        }
    }

    /// A remark on a source; one language is enough.
    private func note(_ node: Node) -> LocalizedText? {
        LocalizedText.decode(node, languages: languages, mustHaveAll: false, base)
    }

    func category(_ node: Node) -> Dimension.Category? {
        guard var fields = base.fields(node, of: "a category") else { return nil }
        let id = fields.required("id", base.identifier)
        let title = fields.required("title", text)
        fields.finish()
        guard let id, let title else { return nil }
        return Dimension.Category(id: id, title: title)
    }

    /// Categories with different identifiers.
    func categories(_ node: Node) -> [Dimension.Category] {
        let categories = base.list(node, category)
        var seen: Set<String> = []
        for category in categories where !seen.insert(category.id).inserted {
            base.report("duplicate-identifier", "\(category.id) stands twice in this list", at: node)
        }
        return categories
    }
}

/// The words for where something is known from.
enum ProvenanceKind: String, CaseIterable {
    case documented
    case illustrative
}
