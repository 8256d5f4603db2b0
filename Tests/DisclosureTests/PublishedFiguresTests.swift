import ActionPlan
import Rules
import Testing

@testable import Disclosure

@Suite("One public edition after another")
struct PublishedFiguresTests {
    /// What is known to the public after an edition.
    private func published(_ plan: PublicPlan) throws -> PublishedFigures {
        var figures = PublishedFigures()
        figures.add(try plan.published())
        return figures
    }

    private func helped(_ value: Double, cells: (Double, Double)? = nil) -> PublicPlan {
        var plan = PublicPlan()
        plan.report(
            "helped",
            value,
            cells: cells.map { [.init("sex", "female", $0.0), .init("sex", "male", $0.1)] } ?? []
        )
        return plan
    }

    @Test("what an edition showed is remembered, what it withheld is not")
    func remembered() throws {
        var plan = helped(50, cells: (30, 20))
        plan.report("joint", 60)
        plan.report("joint", 3, agency: "health")
        plan.report("share", "2020-H1", .value(.ratio(numerator: 40, denominator: 60)))
        plan.report("rooms", 2)
        #expect(
            try published(plan).text == """
                item,period,agency,categories,side,value
                helped,2020-H1,,,count,50
                helped,2020-H1,,sex=female,count,30
                helped,2020-H1,,sex=male,count,20
                helped,2020-H1,police,,count,50
                joint,2020-H1,,,count,63
                share,2020-H1,,,denominator,60
                share,2020-H1,,,numerator,40
                share,2020-H1,police,,denominator,60
                share,2020-H1,police,,numerator,40

                """
        )
    }

    @Test("what was written is read again")
    func text() throws {
        let figures = try published(helped(50, cells: (30, 20)))
        #expect(try PublishedFigures(text: figures.text) == figures)
        #expect(try PublishedFigures(text: PublishedFigures().text).isEmpty)
    }

    @Test(
        "a file that was damaged is refused with the line, not forgotten in part",
        arguments: [
            ("", 1), ("item\n", 1), ("item,period,agency,categories,side,value\nhelped,2020-H1,,,count,-5\n", 2),
            ("item,period,agency,categories,side,value\nhelped,2020-H1,,,count,5\nhelped,2020-H1,,sex,count,5\n", 3),
            ("item,period,agency,categories,side,value\n\nhelped,2020-H1,,,count,5\n", 2),
            ("item,period,agency,categories,side,value\nhelped,2020-H1,,,share,5\n", 2),
        ]
    )
    func damaged(text: String, line: Int) {
        #expect(throws: PublishedFigures.Malformed(line: line)) { try PublishedFigures(text: text) }
    }

    @Test("the same reports give the same edition again, whatever was published before")
    func again() throws {
        let plan = helped(50, cells: (46, 4))
        let first = try plan.published()
        var figures = PublishedFigures()
        figures.add(first)
        let second = try plan.published(after: figures)
        #expect(everything(in: second.withoutPlan) == everything(in: first.withoutPlan))
    }

    @Test("a figure corrected by few is withheld, one corrected by many is shown", arguments: [(53, nil), (65, 65.0)])
    func corrected(value: Double, shown: Double?) throws {
        let before = try published(helped(50))
        #expect(try helped(value).published(after: before).indicator("helped").periods[0].actual == shown)
        #expect(try helped(value).published().indicator("helped").periods[0].actual == value)
    }

    @Test("what was public before cannot stand for what must be withheld now: something else does")
    func knownCell() throws {
        let before = try published(helped(50, cells: (30, 20)))
        // Three of the men turn out to be of unknown sex; without the earlier edition a cell of women would hide them.
        let period = try helped(50, cells: (30, 17)).published(after: before).indicator("helped").periods[0]
        #expect(period.cells.map(\.value) == [30])
        #expect(period.withheldCells.map { $0[0].category } == ["male"])
    }

    @Test("a share of which few were corrected is withheld")
    func share() throws {
        func plan(_ numerator: Double, of denominator: Double) -> PublicPlan {
            var plan = PublicPlan()
            plan.report("share", "2020-H1", .value(.ratio(numerator: numerator, denominator: denominator)))
            return plan
        }
        let before = try published(plan(40, of: 60))
        func state(_ plan: PublicPlan) throws -> String {
            try plan.published(after: before).indicator("share").periods[0].state.rawValue
        }
        #expect(try state(plan(40, of: 60)) == "value")
        #expect(try state(plan(41, of: 60)) == "withheld")
        #expect(try state(plan(40, of: 65)) == "withheld")
        #expect(try state(plan(80, of: 120)) == "value")
    }

    @Test("a figure that a lower threshold let through is not said again, and hides nothing else")
    func threshold() throws {
        var plan = helped(50, cells: (35, 15))
        let before = try published(plan)
        plan.threshold = 20
        let period = try plan.published(after: before).indicator("helped").periods[0]
        #expect(period.actual == 50)
        #expect(period.cells.map(\.value) == [35])
    }
}
