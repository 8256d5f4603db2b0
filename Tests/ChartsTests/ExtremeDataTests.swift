import Foundation
import Markup
import Testing

@testable import Charts

#if canImport(FoundationXML)
import FoundationXML
#endif

@Suite("Charts of extreme data")
struct ExtremeDataTests {
    private static let charts = ExtremeData.trajectories + ExtremeData.others
    private static let all = charts + ExtremeData.sparklines

    /// The labels of a drawing, read from what was written.
    private func labels(of drawing: String) -> [Label] {
        drawing.matches(of: /<text([^>]*)>([^<]*)<\/text>/)
            .map { match in
                func attribute(_ name: String) -> String? {
                    match.1.split(separator: " ").lazy.map { $0.split(separator: "=") }.first { $0.first == name[...] }
                        .map { String($0[1]).replacing("\"", with: "") }
                }
                return Label(
                    text: String(match.2),
                    x: Double(attribute("x") ?? "") ?? .nan,
                    baseline: Double(attribute("y") ?? "") ?? .nan,
                    anchor: Label.Anchor(rawValue: attribute("text-anchor") ?? "start") ?? .start
                )
            }
    }

    @Test("no two texts overlap", arguments: charts)
    func overlaps(chart: ExtremeData.Case) {
        let labels = labels(of: drawing(chart.write))
        #expect(!labels.isEmpty || chart.name.contains("no "))
        for (index, label) in labels.enumerated() {
            for other in labels[(index + 1)...] where label.box.overlaps(other.box) {
                Issue.record("“\(label.text)” overlaps “\(other.text)”")
            }
        }
    }

    @Test("every text and every coordinate lies within the drawing", arguments: charts)
    func within(chart: ExtremeData.Case) throws {
        let drawn = drawing(chart.write)
        let view = try #require(drawn.firstMatch(of: /viewBox="0 0 ([0-9.]+) ([0-9.]+)"/))
        let size = Box(
            left: -0.6,
            top: -0.6,
            right: try #require(Double(view.1)) + 0.6,
            bottom: try #require(Double(view.2)) + 0.6
        )
        for label in labels(of: drawn) {
            #expect(size.contains(label.box), "“\(label.text)” at \(label.box) leaves \(size)")
        }
        for match in drawn.matches(of: /\ (x|cx|x1|x2)="(-?[0-9.]+)"/) {
            let x = try #require(Double(match.2))
            #expect(x >= size.left - 8 && x <= size.right + 8, "\(match.0)")
        }
        for match in drawn.matches(of: /\ (y|cy|y1|y2)="(-?[0-9.]+)"/) {
            let y = try #require(Double(match.2))
            #expect(y >= size.top - 8 && y <= size.bottom + 8, "\(match.0)")
        }
    }

    @Test("what is written is well-formed, has a name and a description, and no style of its own", arguments: all)
    func wellFormed(chart: ExtremeData.Case) {
        let drawn = drawing(chart.write)
        let parser = XMLParser(data: Data(drawn.utf8))
        #expect(parser.parse(), "\(parser.parserError.map(String.init(describing:)) ?? "")")
        #expect(!drawn.contains("style="))
        #expect(!drawn.contains("nan") && !drawn.contains("inf"))
        guard drawn.contains("role=\"img\"") else { return }
        #expect(drawn.contains("aria-labelledby=\"x-title x-desc\""))
        #expect(drawn.contains("<title id=\"x-title\">Title of x</title><desc id=\"x-desc\">"))
    }

    @Test("the same data give the same drawing", arguments: all)
    func deterministic(chart: ExtremeData.Case) { #expect(drawing(chart.write) == drawing(chart.write)) }
}
