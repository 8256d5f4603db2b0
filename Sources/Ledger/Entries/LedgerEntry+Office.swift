import ActionPlan
import Diagnostics

// What is kept besides reports and periods: accounts, amendments, assessments, decisions. As everywhere in the format,
// the order of keys is never changed.

extension AccountEvent {
    func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("id", account.rawValue)
            writer.field("change", change.kind.rawValue)
            switch change {
            case .invited(let grant), .granted(let grant): grant.write(to: &writer)
            case .revoked(let grant, let reason):
                grant.write(to: &writer)
                writer.field("reason", reason)
            case .credentialReplaced(let credential): writer.field("credential", credential.rawValue)
            case .disabled(let reason), .enabled(let reason): writer.field("reason", reason)
            case .opened: break
            }
        }
    }

    init(from reader: inout CanonicalReader, _ moment: Moment, _ party: Party) throws(EntryFault) {
        try reader.openObject()
        try reader.key("id")
        let account = AccountID(rawValue: try reader.string())
        try reader.key("change")
        let change: Change
        switch try reader.name(Kind.self) {
        case .invite: change = .invited(try Grant(from: &reader))
        case .open: change = .opened
        case .grant: change = .granted(try Grant(from: &reader))
        case .revoke:
            let grant = try Grant(from: &reader)
            change = .revoked(grant, reason: try reader.optionalText("reason"))
        case .replaceCredential:
            try reader.key("credential")
            change = .credentialReplaced(try reader.name(Credential.self))
        case .disable: change = .disabled(reason: try reader.optionalText("reason"))
        case .enable: change = .enabled(reason: try reader.optionalText("reason"))
        }
        try reader.closeObject()
        self.init(account: account, moment: moment, party: party, change: change)
    }
}

extension AccountEvent.Grant {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.field("body", body)
        writer.field("role", role.rawValue)
    }

    fileprivate init(from reader: inout CanonicalReader) throws(EntryFault) {
        try reader.key("body")
        let body = try reader.string()
        try reader.key("role")
        self.init(body: body, role: try reader.name(Party.Role.self))
    }
}

extension AmendmentEvent {
    func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("id", amendment)
            writer.field("in-force", inForce.description)
            writer.field("sha256", sha256)
        }
    }

    init(from reader: inout CanonicalReader, _ moment: Moment, _ party: Party) throws(EntryFault) {
        try reader.openObject()
        try reader.key("id")
        let amendment = try reader.string()
        try reader.key("in-force")
        let inForce = try reader.day()
        try reader.key("sha256")
        let sha256 = try reader.string()
        try reader.closeObject()
        self.init(moment: moment, party: party, amendment: amendment, inForce: inForce, sha256: sha256)
    }
}

extension AssessmentEvent {
    func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("purpose", purpose.rawValue)
            writer.field("edition", edition)
            writer.field("as-of", asOf.description)
            writer.field("known-at", knownAt.description)
            writer.key("entries")
            writer.integer(entries)
            writer.key("packs")
            writer.array { writer in
                for pack in packs {
                    writer.object { writer in
                        writer.field("id", pack.id)
                        writer.field("version", pack.version)
                        writer.field("sha256", pack.sha256)
                    }
                }
            }
            writer.field("sha256", sha256)
            writer.field("meeting", meeting)
        }
    }

    init(from reader: inout CanonicalReader, _ moment: Moment, _ party: Party) throws(EntryFault) {
        try reader.openObject()
        try reader.key("purpose")
        let purpose = try reader.name(Purpose.self)
        try reader.key("edition")
        let edition = try reader.string()
        try reader.key("as-of")
        let asOf = try reader.day()
        try reader.key("known-at")
        let knownAt = try reader.moment()
        try reader.key("entries")
        let entries = try reader.integer()
        try reader.key("packs")
        var packs: [Pack] = []
        try reader.openArray()
        while !reader.closesArray() { packs.append(try Pack(from: &reader)) }
        try reader.key("sha256")
        let sha256 = try reader.string()
        let meeting = try reader.optionalString("meeting")
        try reader.closeObject()
        self.init(
            moment: moment,
            party: party,
            purpose: purpose,
            edition: edition,
            asOf: asOf,
            knownAt: knownAt,
            entries: entries,
            packs: packs,
            sha256: sha256,
            meeting: meeting
        )
    }
}

extension AssessmentEvent.Pack {
    fileprivate init(from reader: inout CanonicalReader) throws(EntryFault) {
        try reader.openObject()
        try reader.key("id")
        let id = try reader.string()
        try reader.key("version")
        let version = try reader.string()
        try reader.key("sha256")
        self.init(id: id, version: version, sha256: try reader.string())
        try reader.closeObject()
    }
}

extension DecisionEvent {
    func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("meeting", meeting)
            writer.field("text", text)
            writer.field("item", item?.rawValue)
            writer.field("responsible", responsible?.rawValue)
            writer.field("due", due?.description)
        }
    }

    init(from reader: inout CanonicalReader, _ moment: Moment, _ party: Party) throws(EntryFault) {
        try reader.openObject()
        try reader.key("meeting")
        let meeting = try reader.string()
        try reader.key("text")
        let text = try reader.localizedText()
        let item = try reader.optionalString("item").map(ItemID.init(rawValue:))
        let responsible = try reader.optionalString("responsible").map(AgencyID.init(rawValue:))
        let due = reader.hasKey("due") ? try reader.day() : nil
        try reader.closeObject()
        self.init(
            moment: moment,
            party: party,
            meeting: meeting,
            text: text,
            item: item,
            responsible: responsible,
            due: due
        )
    }
}
