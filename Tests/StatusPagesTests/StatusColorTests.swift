import ActionPlan
import Foundation
import Rules
import Testing

@testable import StatusPages

@Suite("The colours of statuses")
struct StatusColorTests {
    /// What is clearly another colour to whoever looks at two things side by side; 1 is just noticeable.
    private static let least = 10.0

    enum Theme: String, CaseIterable {
        case light
        case dark
    }

    /// The tokens of a theme: the dark one changes some of the light one's.
    private static func tokens(_ theme: Theme) -> [String: SeenColor] {
        let sheet = String(decoding: StyleSheet.bytes(nil), as: UTF8.self)
        let parts = sheet.split(separator: "@media (prefers-color-scheme:dark)", maxSplits: 1)
        var tokens = read(parts[0])
        if theme == .dark { tokens.merge(read(parts[1].prefix { $0 != "@" })) { _, dark in dark } }
        return tokens
    }

    private static func read(_ sheet: Substring) -> [String: SeenColor] {
        var tokens: [String: SeenColor] = [:]
        for match in sheet.matches(of: /--([a-z-]+):(#[0-9a-f]{6})/) where tokens[String(match.1)] == nil {
            tokens[String(match.1)] = SeenColor(match.2)
        }
        return tokens
    }

    private static let pairs: [(Status.Color, Status.Color)] = Status.Color.allCases.enumerated()
        .flatMap { index, first in Status.Color.allCases[(index + 1)...].map { (first, $0) } }

    @Test("no two look alike to anybody, also without one kind of cones", arguments: Theme.allCases)
    func apart(theme: Theme) throws {
        let tokens = Self.tokens(theme)
        for vision in SeenColor.Vision.allCases {
            for (first, second) in Self.pairs {
                let one = try #require(tokens[first.rawValue]).seen(with: vision).lab
                let other = try #require(tokens[second.rawValue]).seen(with: vision).lab
                let difference = one.difference(to: other)
                #expect(difference >= Self.least, "\(first) and \(second), \(vision): \(difference)")
            }
        }
    }

    @Test(
        "words of statuses contrast with their ground by 4.5 at least, shapes and bars by 3",
        arguments: Theme.allCases
    )
    func contrast(theme: Theme) throws {
        let tokens = Self.tokens(theme)
        let paper = try #require(tokens["paper"])
        for color in Status.Color.allCases {
            let soft = try #require(tokens["\(color)-soft"])
            let ink = try #require(tokens["\(color)-ink"])
            #expect(ink.contrast(to: soft) >= 4.5, "\(color)")
            #expect(ink.contrast(to: paper) >= 4.5, "\(color)")
            // Amber is light by nature: its shapes and the edges of its bars have a dark outline.
            let shape = try #require(tokens[color == .amber ? "amber-edge" : color.rawValue])
            #expect(shape.contrast(to: paper) >= 3, "\(color)")
            #expect(shape.contrast(to: soft) >= 3, "\(color)")
        }
    }

    @Test("what a chart draws contrasts with its ground by 3 at least, its words by 4.5", arguments: Theme.allCases)
    func charts(theme: Theme) throws {
        let tokens = Self.tokens(theme)
        let paper = try #require(tokens["paper"])
        for name in ["ink", "muted"] { #expect(try #require(tokens[name]).contrast(to: paper) >= 4.5, "\(name)") }
        for name in ["accent", "chart-target", "violet", "maroon"] {
            #expect(try #require(tokens[name]).contrast(to: paper) >= 3, "\(name)")
        }
        #expect(try #require(tokens["violet-ink"]).contrast(to: paper) >= 4.5)
        #expect(try #require(tokens["chart-target"]).contrast(to: paper) >= 4.5)
        #expect(try #require(tokens["accent"]).contrast(to: paper) >= 4.5)
    }

    @Test("without any colour, as in print, statuses of a plan are told by shape and word")
    func withoutColor() throws {
        let statuses = try SmallPlan.assessment().statuses.all
        for (index, status) in statuses.enumerated() {
            for other in statuses[(index + 1)...] where other.pack == status.pack {
                for language in ["en", "ru", "tk"] {
                    #expect(status.title[language] != other.title[language])
                }
                if status.group != other.group { #expect(status.symbol != other.symbol, "\(status.id), \(other.id)") }
            }
        }
    }

    @Test(
        "the measure of difference is that of the published test data",
        arguments: [
            ((50, 2.6772, -79.7751), (50, 0, -82.7485), 2.0425), ((50, 3.1571, -77.2803), (50, 0, -82.7485), 2.8615),
            ((50, 2.5, 0), (73, 25, -18), 27.1492), ((50, 2.5, 0), (50, 0, -2.5), 4.3065),
            ((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387), 1.2644),
            ((22.7233, 20.0904, -46.694), (23.0331, 14.973, -42.5619), 2.0373),
            ((90.8027, -2.0831, 1.441), (91.1528, -1.6435, 0.0447), 1.4441),
        ] as [((Double, Double, Double), (Double, Double, Double), Double)]
    )
    func published(first: (Double, Double, Double), second: (Double, Double, Double), expected: Double) {
        let one = LabColor(lightness: first.0, a: first.1, b: first.2)
        let other = LabColor(lightness: second.0, a: second.1, b: second.2)
        #expect(abs(one.difference(to: other) - expected) < 0.0001)
        #expect(abs(other.difference(to: one) - expected) < 0.0001)
    }
}
