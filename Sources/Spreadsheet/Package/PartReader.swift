/// Reads one part of a package as XML.
final class PartReader {
    private let part: String
    private let xml: MarkupReader
    private let source: Source

    /// What the package itself has against going on, which the markup's reader cannot tell.
    private final class Source {
        var fault: SpreadsheetFault?
    }

    init(_ package: ZipPackage, _ part: String, limits: SpreadsheetLimits) throws(SpreadsheetFault) {
        let chunks = try package.chunks(of: part)
        let source = Source()
        self.part = part
        self.source = source
        xml = MarkupReader(limits: limits.markup) { () throws(MarkupFault) in
            do throws(SpreadsheetFault) {
                return try chunks()
            } catch {
                source.fault = error
                throw MarkupFault(.source, at: 0)
            }
        }
    }

    var name: String { xml.name }
    var attributes: [MarkupReader.Attribute] { xml.attributes }
    var text: [UInt8] { xml.text }
    var string: String { xml.string }
    var depth: Int { xml.depth }
    func attribute(_ name: String) -> String? { xml.attribute(name) }

    /// The value of an attribute as a whole number.
    func number(_ name: String) -> Int? { xml.attribute(name).flatMap { Int($0) } }

    /// Whether an attribute says yes.
    func isTrue(_ name: String) -> Bool { ["1", "true", "on"].contains(xml.attribute(name)) }

    func next() throws(SpreadsheetFault) -> MarkupReader.Event {
        do throws(MarkupFault) { return try xml.next() } catch { throw told(error) }
    }

    func skipElement() throws(SpreadsheetFault) {
        do throws(MarkupFault) { try xml.skipElement() } catch { throw told(error) }
    }

    func elementText() throws(SpreadsheetFault) -> String {
        do throws(MarkupFault) { return try xml.elementText() } catch { throw told(error) }
    }

    /// Goes on to the next element below the one at a depth; false at the end of that one.
    func nextChild(below depth: Int) throws(SpreadsheetFault) -> Bool {
        while true {
            switch try next() {
            case .start: return true
            case .end: if self.depth < depth { return false }
            case .text: break
            case .endOfDocument: return false
            }
        }
    }

    private func told(_ fault: MarkupFault) -> SpreadsheetFault { source.fault ?? .badMarkup(part, fault.reason) }
}
