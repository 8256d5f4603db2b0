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
        if let id { amendmentNodes[id] = node }
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

    private func hasRead(_ item: ItemID) -> Bool {
        indicatorPositions[item] != nil || activityPositions[item] != nil || objectives.contains { $0.id == item }
    }

    private func change(_ node: Node, _ header: PlanHeader?) -> Amendment.Change? {
        guard var fields = base.fields(node, of: "a change") else { return nil }
        let itemNode = fields.value("item")
        let item = itemNode.flatMap(itemReference)
        if itemNode == nil { fields.missing("item") }
        let indicator = item.flatMap { indicatorPositions[$0] }.map { indicators[$0] }
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
        let end = endNode.flatMap(date)
        let due = dueNode.flatMap(date)
        // Of an item that is not there, or has mistakes of its own, nothing is said here.
        guard hasRead(item) else { return nil }
        if let endNode, activityPositions[item].flatMap({ activities[$0].timing }) == nil {
            base.report(
                "wrong-kind-of-item",
                "`end` changes \(item), which is no activity with a timing",
                at: endNode,
                expected: "the identifier of an activity that has `timing`"
            )
        }
        if let endNode, let end, let days = activityPositions[item].flatMap({ activities[$0].timing?.days }),
            end < days.start
        {
            base.report(
                "end-before-start",
                "it ends on \(end), before it starts on \(days.start)",
                at: endNode
            )
        }
        if let dueNode, indicator?.measure.keyword != "milestone" {
            base.report(
                "wrong-kind-of-item",
                "`due` changes \(item), which is no milestone",
                at: dueNode,
                expected: "the identifier of an indicator with `measure: milestone`"
            )
        }
        if indicator == nil, target != nil || !targets.isEmpty {
            base.report(
                "wrong-kind-of-item",
                "a target changes for \(item), which is no indicator",
                at: node,
                expected: "the identifier of an indicator"
            )
        }
        return Amendment.Change(
            item: item,
            title: title,
            lead: lead,
            end: end,
            due: due,
            finalTarget: target,
            periodTargets: targets,
            cancelled: cancelled
        )
    }
}
