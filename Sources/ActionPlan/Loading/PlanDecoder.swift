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
    /// The mapping of every item.
    var itemNodes: [ItemID: Node] = [:]
    /// The mapping of every amendment.
    var amendmentNodes: [String: Node] = [:]
    /// Where the activities and indicators read so far stand in `activities` and `indicators`.
    var activityPositions: [ItemID: Int] = [:]
    var indicatorPositions: [ItemID: Int] = [:]

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

    /// The plan that some documents describe together.
    ///
    /// - Parameters:
    ///   - documents: the files that could be read.
    ///   - isComplete: whether these are all; if not, nothing is said of what may stand in the others.
    /// - Returns: the plan as far as it could be read; nil where too much is missing.
    func plan(of documents: [Document], isComplete: Bool) -> Plan? {
        var roots: [Fields] = []
        var planNodes: [Node] = []
        for document in documents {
            guard var fields = base.fields(document.root, of: "a plan file") else { continue }
            guard let format = fields.required("format", { base.word($0, as: FileFormat.self) }) else { continue }
            guard format == .plan else {
                base.report(
                    "wrong-format",
                    "this is no plan file",
                    at: fields.value("format") ?? fields.node,
                    expected: "`format: nap-plan/1`",
                    hint: "files of other kinds belong into a sub-folder"
                )
                continue
            }
            if let node = fields.value("plan") { planNodes.append(node) }
            roots.append(fields)
        }
        guard let planNode = planNodes.first else {
            if let root = roots.first?.node, isComplete {
                base.report(
                    "missing-key",
                    "the description of the plan itself is missing",
                    at: root,
                    expected: "`plan:` with id, title, start, end, languages and provenance"
                )
            }
            return nil
        }
        for extra in planNodes.dropFirst() {
            base.report(
                "duplicate-key",
                "`plan` stands in a second file of this folder",
                at: extra,
                hint: "keep one of the two",
                notes: [Diagnostic.Note("it stands here first", at: planNode.openingSpan)]
            )
        }
        readLanguages(planNode)
        let header = PlanHeader(planNode, self)
        var amendmentNodes: [Node] = []
        for var fields in roots {
            readLists(&fields, header)
            if let node = fields.value("amendments") { amendmentNodes.append(node) }
            fields.finish()
        }
        // Whatever an amendment changes may stand in a later file.
        amendments = amendmentNodes.flatMap { base.list($0) { amendment($0, header) } }
        guard isComplete else { return nil }
        checkReferences()
        guard let header else { return nil }
        var plan = header.plan(self)
        PlanValidator(plan, self).validate(at: roots.first?.node ?? planNode)
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
    }

    private func readLanguages(_ node: Node) {
        guard node.kind == .mapping else { return }
        for position in 0..<node.count where node.key(position).text == "languages" {
            let value = node.value(position)
            guard value.kind == .sequence, value.count > 0 else { return }
            languages = []
            for position in 0..<value.count where !languages.contains(value.element(position).text) {
                languages.append(value.element(position).text)
            }
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
        // Items, agencies and the rest have namespaces of their own; where names meet, the item's place is kept.
        if namespace == .item || places[id] == nil { places[id] = SourceSpanReference(node.span) }
        return id
    }

    /// An identifier that must be declared somewhere.
    func reference(_ node: Node, to namespace: Namespace) -> String? {
        guard let id = base.identifier(node) else { return nil }
        references.append(Reference(namespace: namespace, id: id, node: node))
        return id
    }

    /// The one agency that leads.
    func leadReference(_ node: Node) -> AgencyID? {
        guard node.kind != .sequence else {
            base.report(
                "wrong-type",
                "\("a list" as Message) where a single value belongs",
                at: node,
                expected: "the identifier of one of the `agencies`",
                hint: "name one as `lead`, and the others under `co-leads`"
            )
            return nil
        }
        return agencyReference(node)
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

    func date(_ node: Node) -> Day? { Day.decode(node, base) }

    func provenance(_ node: Node) -> Provenance? {
        guard var fields = base.fields(node, of: "a provenance", meaning: "{kind: \(node.text)}") else { return nil }
        let kind = fields.required("kind") { base.word($0, as: ProvenanceKind.self) }
        let source = fields.optional("source") { reference($0, to: .source) }
        let note = fields.optional("note", note)
        fields.finish()
        switch kind {
        case .documented:
            guard let source else {
                fields.missing("source", hint: "`kind: documented` needs it")
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
        var seen: Set<String> = []
        return base.list(node) { element in
            guard let category = category(element) else { return nil }
            if !seen.insert(category.id).inserted {
                base.report(
                    "duplicate-identifier",
                    "\(category.id) stands in this list a second time",
                    at: element,
                    hint: "give one of the two another identifier"
                )
            }
            return category
        }
    }
}

/// The words for where something is known from.
enum ProvenanceKind: String, CaseIterable {
    case documented
    case illustrative
}
