import ActionPlan
import Diagnostics

extension ReportContent {
    /// Writes the keys of a content into the object that is open.
    func write(to writer: inout CanonicalWriter) {
        switch body {
        case .value(let value):
            writer.key("value")
            value.write(to: &writer)
        case .nilReport:
            writer.key("nil")
            writer.bool(true)
        case .notApplicable(let reason): writer.field("not-applicable", reason)
        }
        if !cells.isEmpty {
            writer.key("cells")
            writer.array { writer in
                for cell in cells { cell.write(to: &writer) }
            }
        }
        writer.field("comment", comment)
        writer.field("variation", variation)
        writer.field("claim", claim?.rawValue)
        if !evidence.isEmpty {
            writer.key("evidence")
            writer.array { writer in
                for item in evidence { item.write(to: &writer) }
            }
        }
        provenance.write(to: &writer)
    }

    init(from reader: inout CanonicalReader) throws(EntryFault) {
        let body: Body
        if reader.hasKey("value") {
            body = .value(try ReportedValue(from: &reader))
        } else if reader.hasKey("nil") {
            guard try reader.bool() else { throw reader.fault("true") }
            body = .nilReport
        } else {
            try reader.key("not-applicable")
            body = .notApplicable(try reader.localizedText())
        }
        var cells: [Cell] = []
        if reader.hasKey("cells") {
            try reader.openArray()
            while !reader.closesArray() { cells.append(try Cell(from: &reader)) }
            if cells.isEmpty { throw reader.fault("a cell") }
        }
        let comment = try reader.optionalText("comment")
        let variation = try reader.optionalString("variation")
        let claim = try reader.optionalString("claim").map(StatusID.init(rawValue:))
        var evidence: [Evidence] = []
        if reader.hasKey("evidence") {
            try reader.openArray()
            while !reader.closesArray() { evidence.append(try Evidence(from: &reader)) }
            if evidence.isEmpty { throw reader.fault("evidence") }
        }
        self.init(
            body: body,
            cells: cells,
            comment: comment,
            variation: variation,
            claim: claim,
            evidence: evidence,
            provenance: try Provenance(from: &reader)
        )
    }
}

extension ReportedValue {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            switch self {
            case .number(let value):
                writer.key("number")
                writer.number(value)
            case .ratio(let numerator, let denominator):
                writer.key("numerator")
                writer.number(numerator)
                writer.key("denominator")
                writer.number(denominator)
            case .category(let id): writer.field("category", id)
            case .level(let id): writer.field("level", id)
            case .text(let text): writer.field("text", text)
            case .milestone(let achieved, let day):
                writer.key("achieved")
                writer.bool(achieved)
                writer.field("on", day?.description)
            case .implementation(let status): writer.field("implementation", status.rawValue)
            }
        }
    }

    fileprivate init(from reader: inout CanonicalReader) throws(EntryFault) {
        try reader.openObject()
        if reader.hasKey("number") {
            self = .number(try reader.number())
        } else if reader.hasKey("numerator") {
            let numerator = try reader.number()
            try reader.key("denominator")
            self = .ratio(numerator: numerator, denominator: try reader.number())
        } else if reader.hasKey("category") {
            self = .category(try reader.string())
        } else if reader.hasKey("level") {
            self = .level(try reader.string())
        } else if reader.hasKey("text") {
            self = .text(try reader.localizedText())
        } else if reader.hasKey("achieved") {
            let achieved = try reader.bool()
            self = .milestone(achieved: achieved, on: reader.hasKey("on") ? try reader.day() : nil)
        } else {
            try reader.key("implementation")
            self = .implementation(try reader.name(ImplementationStatus.self))
        }
        try reader.closeObject()
    }
}

extension ReportContent.Cell {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.key("of")
            writer.object { writer in
                for category in categories {
                    writer.key(category.dimension)
                    writer.string(category.category)
                }
            }
            writer.key("value")
            writer.number(value)
        }
    }

    fileprivate init(from reader: inout CanonicalReader) throws(EntryFault) {
        try reader.openObject()
        try reader.key("of")
        try reader.openObject()
        var categories: [ReportContent.CellCategory] = []
        while !reader.closesObject() {
            let dimension = try reader.anyKey()
            categories.append(ReportContent.CellCategory(dimension: dimension, category: try reader.string()))
        }
        try reader.key("value")
        self.init(categories: categories, value: try reader.number())
        try reader.closeObject()
    }
}

extension Evidence {
    fileprivate func write(to writer: inout CanonicalWriter) {
        writer.object { writer in
            writer.field("title", title)
            writer.field("url", url)
            writer.field("sha256", sha256)
            writer.field("date", date?.description)
            if let attachment {
                writer.key("attachment")
                writer.object { writer in
                    writer.field("type", attachment.type.rawValue)
                    writer.key("bytes")
                    writer.integer(attachment.byteCount)
                }
            }
        }
    }

    fileprivate init(from reader: inout CanonicalReader) throws(EntryFault) {
        try reader.openObject()
        try reader.key("title")
        let title = try reader.localizedText()
        let url = try reader.optionalString("url")
        let sha256 = try reader.optionalString("sha256")
        let date = reader.hasKey("date") ? try reader.day() : nil
        var attachment: Attachment?
        if reader.hasKey("attachment") {
            try reader.openObject()
            try reader.key("type")
            let type = try reader.name(Attachment.Kind.self)
            try reader.key("bytes")
            attachment = Attachment(type: type, byteCount: try reader.integer())
            try reader.closeObject()
        }
        self.init(title: title, url: url, sha256: sha256, date: date, attachment: attachment)
        try reader.closeObject()
    }
}

extension Provenance {
    func write(to writer: inout CanonicalWriter) {
        writer.key("provenance")
        writer.object { writer in
            switch self {
            case .documented(let source, let note):
                writer.field("kind", "documented")
                writer.field("source", source)
                writer.field("note", note)
            case .illustrative(let note):
                writer.field("kind", "illustrative")
                writer.field("note", note)
            case .stated: writer.field("kind", "stated")
            }
        }
    }

    init(from reader: inout CanonicalReader) throws(EntryFault) {
        try reader.key("provenance")
        try reader.openObject()
        try reader.key("kind")
        switch try reader.string() {
        case "documented":
            try reader.key("source")
            let source = try reader.string()
            self = .documented(source: source, note: try reader.optionalText("note"))
        case "illustrative": self = .illustrative(note: try reader.optionalText("note"))
        case "stated": self = .stated
        default: throw reader.fault("documented, illustrative or stated")
        }
        try reader.closeObject()
    }
}
