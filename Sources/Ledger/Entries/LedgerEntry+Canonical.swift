import ActionPlan
import Diagnostics

// The order of keys is part of the format: it is never changed, and new keys are optional and come last.

extension LedgerEntry {
    func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.key("number")
            writer.integer(number)
            writer.key("recorded")
            writer.moment(recorded)
            if let submission {
                writer.key("submission")
                writer.object { writer in
                    writer.field("sender", submission.sender)
                    writer.field("key", submission.key)
                    writer.field("sha256", submission.sha256)
                }
            }
            writer.key("at")
            writer.moment(event.moment)
            event.party.write(to: &writer)
            switch event {
            case .report(let event):
                writer.key("report")
                event.write(to: &writer)
            case .period(let event):
                writer.key("period")
                event.write(to: &writer)
            case .account(let event):
                writer.key("account")
                event.write(to: &writer)
            case .amendment(let event):
                writer.key("amendment")
                event.write(to: &writer)
            case .assessment(let event):
                writer.key("assessment")
                event.write(to: &writer)
            case .decision(let event):
                writer.key("decision")
                event.write(to: &writer)
            }
        }
    }

    /// What an entry says about a report; nil where it is about something else, which is passed over.
    static func report(from reader: inout CanonicalReader) throws(EntryFault) -> ReportEvent? {
        try reader.openObject()
        try reader.key("number")
        _ = try reader.integer()
        try reader.key("recorded")
        _ = try reader.moment()
        if reader.hasKey("submission") { try reader.skipObject() }
        try reader.key("at")
        let moment = try reader.moment()
        try reader.key("by")
        let party = try Party(from: &reader)
        guard reader.hasKey("report") else {
            reader.skipAll()
            return nil
        }
        let event = try ReportEvent(from: &reader, moment, party)
        try reader.closeObject()
        return event
    }

    init(from reader: inout CanonicalReader) throws(EntryFault) {
        try reader.openObject()
        try reader.key("number")
        number = try reader.integer()
        try reader.key("recorded")
        recorded = try reader.moment()
        if reader.hasKey("submission") {
            try reader.openObject()
            try reader.key("sender")
            let sender = try reader.string()
            try reader.key("key")
            let key = try reader.string()
            try reader.key("sha256")
            submission = Submission(sender: sender, key: key, sha256: try reader.string())
            try reader.closeObject()
        }
        try reader.key("at")
        let moment = try reader.moment()
        try reader.key("by")
        let party = try Party(from: &reader)
        if reader.hasKey("report") {
            event = .report(try ReportEvent(from: &reader, moment, party))
        } else if reader.hasKey("period") {
            event = .period(try PeriodEvent(from: &reader, moment, party))
        } else if reader.hasKey("account") {
            event = .account(try AccountEvent(from: &reader, moment, party))
        } else if reader.hasKey("amendment") {
            event = .amendment(try AmendmentEvent(from: &reader, moment, party))
        } else if reader.hasKey("assessment") {
            event = .assessment(try AssessmentEvent(from: &reader, moment, party))
        } else {
            try reader.key("decision")
            event = .decision(try DecisionEvent(from: &reader, moment, party))
        }
        try reader.closeObject()
    }
}

extension Party {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.key("by")
        writer.object { writer in
            writer.field("id", id)
            writer.field("role", role.rawValue)
            writer.field("account", account?.rawValue)
        }
    }

    fileprivate init(from reader: inout CanonicalReader) throws(EntryFault) {
        try reader.openObject()
        try reader.key("id")
        let id = try reader.string()
        try reader.key("role")
        let role = try reader.name(Role.self)
        let account = try reader.optionalString("account").map(AccountID.init(rawValue:))
        self.init(id: id, role: role, account: account)
        try reader.closeObject()
    }
}

extension ReportEvent {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("item", key.item.rawValue)
            writer.field("period", key.period.rawValue)
            writer.field("agency", key.agency.rawValue)
            writer.field("action", action.kind.rawValue)
            switch action {
            case .draftSaved(let content), .submitted(let content): content.write(to: &writer)
            case .corrected(let content, let correction):
                writer.key("correction")
                writer.object { writer in
                    writer.field("reason", correction.reason)
                    writer.field("text", correction.text)
                }
                content.write(to: &writer)
            case .returned(let judgement), .verified(let judgement): judgement.write(to: &writer)
            case .withdrawn(let reason): writer.field("reason", reason)
            }
        }
    }

    fileprivate init(from reader: inout CanonicalReader, _ moment: Moment, _ party: Party) throws(EntryFault) {
        try reader.openObject()
        try reader.key("item")
        let item = ItemID(rawValue: try reader.string())
        try reader.key("period")
        let period = PeriodID(rawValue: try reader.string())
        try reader.key("agency")
        let agency = AgencyID(rawValue: try reader.string())
        try reader.key("action")
        let action: Action
        switch try reader.name(Kind.self) {
        case .draft: action = .draftSaved(try ReportContent(from: &reader))
        case .submit: action = .submitted(try ReportContent(from: &reader))
        case .correct:
            try reader.key("correction")
            try reader.openObject()
            try reader.key("reason")
            let reason = try reader.string()
            let correction = Correction(reason: reason, text: try reader.optionalText("text"))
            try reader.closeObject()
            action = .corrected(try ReportContent(from: &reader), correction)
        case .return: action = .returned(try Judgement(from: &reader))
        case .verify: action = .verified(try Judgement(from: &reader))
        case .withdraw: action = .withdrawn(reason: try reader.optionalText("reason"))
        }
        try reader.closeObject()
        let key = ReportKey(item: item, period: period, agency: agency)
        self.init(key: key, moment: moment, party: party, action: action)
    }
}

extension ReportEvent.Judgement {
    fileprivate func write(to writer: inout CanonicalWriter) {
        if let version {
            writer.key("version")
            writer.integer(version)
        }
        writer.field("reason", reason)
        writer.field("verdict", verdict?.rawValue)
        writer.field("confidence", confidence?.rawValue)
        provenance.write(to: &writer)
    }

    fileprivate init(from reader: inout CanonicalReader) throws(EntryFault) {
        let version = reader.hasKey("version") ? try reader.integer() : nil
        let reason = try reader.optionalText("reason")
        let verdict = try reader.optionalString("verdict").map(StatusID.init(rawValue:))
        let confidence = reader.hasKey("confidence") ? try reader.name(DeliveryConfidence.self) : nil
        self.init(
            version: version,
            reason: reason,
            verdict: verdict,
            confidence: confidence,
            provenance: try Provenance(from: &reader)
        )
    }
}

extension PeriodEvent {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("id", period.rawValue)
            writer.field("change", change.rawValue)
            writer.field("reason", reason)
        }
    }

    fileprivate init(from reader: inout CanonicalReader, _ moment: Moment, _ party: Party) throws(EntryFault) {
        try reader.openObject()
        try reader.key("id")
        let period = PeriodID(rawValue: try reader.string())
        try reader.key("change")
        let change = try reader.name(Change.self)
        let reason = try reader.optionalText("reason")
        try reader.closeObject()
        self.init(period: period, moment: moment, party: party, change: change, reason: reason)
    }
}
