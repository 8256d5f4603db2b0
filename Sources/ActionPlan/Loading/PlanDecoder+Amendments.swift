import Diagnostics
import YAML

/// Amendments.
extension PlanDecoder {
    func amendment(_ node: Node, _ header: PlanHeader?) -> Amendment? {
        guard var fields = base.fields(node, of: "an amendment") else { return nil }
        let id = identifier(&fields, in: .amendment)
        let inForce = fields.required("in-force", date)
        let title = fields.required("title", text)
        let decision = fields.optional("decision", text)
        let provenance = fields.optional("provenance", provenance) ?? header?.provenance
        let changes = fields.required("changes") { base.list($0) { self.change($0, header) } }
        fields.finish()
        guard let id, let inForce, let title, let provenance, let changes else { return nil }
        return Amendment(
            id: id,
            inForce: inForce,
            title: title,
            decision: decision,
            provenance: provenance,
            changes: changes
        )
    }

    private func change(_ node: Node, _ header: PlanHeader?) -> Amendment.Change? {
        guard var fields = base.fields(node, of: "a change") else { return nil }
        let itemNode = fields.value("item")
        let item = itemNode.flatMap(itemReference)
        if itemNode == nil { fields.missing("item") }
        let indicator = indicators.first { $0.id == item }
        let isLevel =
            switch indicator?.measure {
            case .ordinal, .nominal: true
            default: false
            }
        let title = fields.optional("title", text)
        let lead = fields.optional("lead", agencyReference)
        let endNode = fields.value("end")
        let dueNode = fields.value("due")
        let target = fields.optional("target") { finalTarget($0, isLevel: isLevel, header?.days) }
        let targets = fields.value("targets").map { periodTargets($0, isLevel: isLevel) } ?? [:]
        let cancelled = fields.optional("cancelled", base.boolean) ?? false
        fields.finish()
        guard let item else { return nil }
        if let endNode, !activities.contains(where: { $0.id == item && $0.timing != nil }) {
            base.report(
                "wrong-kind-of-item",
                "`end` of \(item), which has no timing",
                at: endNode,
                expected: "an activity with a timing"
            )
        }
        if let dueNode, indicator?.measure.keyword != "milestone" {
            base.report(
                "wrong-kind-of-item",
                "`due` of \(item), which is no milestone",
                at: dueNode,
                expected: "a milestone"
            )
        }
        if indicator == nil, target != nil || !targets.isEmpty {
            base.report(
                "wrong-kind-of-item",
                "a target of \(item), which is no indicator",
                at: node,
                expected: "an indicator"
            )
        }
        return Amendment.Change(
            item: item,
            title: title,
            lead: lead,
            end: endNode.flatMap(date),
            due: dueNode.flatMap(date),
            finalTarget: target,
            periodTargets: targets,
            cancelled: cancelled
        )
    }
}
