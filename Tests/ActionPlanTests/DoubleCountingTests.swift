import Testing

@testable import ActionPlan

@Suite("What is added up is not counted twice")
struct DoubleCountingTests {
    private let police = AgencyID(rawValue: "police")
    private let border = AgencyID(rawValue: "border")
    private let customs = AgencyID(rawValue: "customs")
    private let digest = String(repeating: "0a", count: 32)

    private func indicator(_ contribution: Contribution = Contribution()) -> Indicator {
        Indicator(
            id: ItemID(rawValue: "i"),
            parent: ItemID(rawValue: "a"),
            title: LocalizedText("Officers trained", language: "en"),
            measure: .unit(LocalizedText("persons", language: "en"), counts: .persons, decimals: 0),
            direction: .increase,
            accumulation: .perPeriod,
            baseline: .unknown,
            periodTargets: [:],
            disaggregation: [],
            lead: police,
            contributors: [police, border, customs],
            contribution: contribution,
            weight: 1,
            isCancelled: false,
            metadata: Indicator.Metadata(),
            provenance: .illustrative(note: nil)
        )
    }

    private func content(_ value: Double, _ evidence: Evidence...) -> ReportContent {
        ReportContent(body: .value(.number(value)), evidence: evidence, provenance: .stated)
    }

    private func document(_ title: String = "List", url: String? = nil, sha256: String? = nil) -> Evidence {
        Evidence(title: LocalizedText(title, language: "en"), url: url, sha256: sha256)
    }

    private func signs(
        _ content: ReportContent,
        of agency: AgencyID,
        beside others: [(agency: AgencyID, content: ReportContent)],
        _ contribution: Contribution = Contribution()
    ) -> [DoubleCounting] {
        DoubleCounting.signs(in: content, of: agency, beside: others, on: indicator(contribution))
    }

    @Test("two agencies that cite the same document are noticed, by its digest or its address")
    func sameDocument() {
        let byDigest = document("Ours", sha256: digest)
        let found = signs(content(20, byDigest), of: border, beside: [(customs, content(30, document(sha256: digest)))])
        #expect(found == [DoubleCounting(other: customs, sign: .sameDocument(byDigest))])
        let byAddress = document(url: "https://example.org/1")
        #expect(signs(content(20, byAddress), of: border, beside: [(customs, content(3, byAddress))]).count == 1)
    }

    @Test("documents of the same name, or at one address with different content, are different documents")
    func otherDocuments() {
        let other = String(repeating: "0b", count: 32)
        let mine = document(url: "https://example.org/1", sha256: digest)
        let theirs = document(url: "https://example.org/1", sha256: other)
        #expect(signs(content(20, mine), of: border, beside: [(customs, content(3, theirs))]).isEmpty)
        #expect(signs(content(20, document()), of: border, beside: [(customs, content(3, document()))]).isEmpty)
    }

    @Test("a lead that reports the total of the others is noticed, whoever reports last")
    func total() {
        let parts = [(border, content(20)), (customs, content(30))]
        #expect(
            signs(content(50), of: police, beside: parts) == [
                DoubleCounting(other: border, sign: .leadHasTheOthers(total: 50))
            ]
        )
        let later = signs(content(30), of: customs, beside: [(border, content(20)), (police, content(50))])
        #expect(later == [DoubleCounting(other: police, sign: .leadHasTheOthers(total: 50))])
    }

    @Test("an equal figure of one other agency, a larger total and a total of nothing are no signs")
    func noTotal() {
        #expect(signs(content(20), of: police, beside: [(border, content(20))]).isEmpty)
        #expect(signs(content(51), of: police, beside: [(border, content(20)), (customs, content(30))]).isEmpty)
        #expect(signs(content(0), of: police, beside: [(border, content(0)), (customs, content(0))]).isEmpty)
    }

    @Test("nothing is looked for where figures are not added up, or the plan allows it")
    func notAdded() {
        let evidence = document(sha256: digest)
        let others = [(agency: customs, content: content(30, evidence))]
        for contribution in [
            Contribution(combination: .leadOnly), Contribution(combination: .separate),
            Contribution(guardedBy: .allow),
        ] {
            #expect(signs(content(20, evidence), of: border, beside: others, contribution).isEmpty)
        }
    }

    @Test("the sum takes all parts, a lead's figure stands alone, separate figures make none together")
    func addends() {
        #expect(indicator().addends == [police, border, customs])
        let leadOnly = indicator(Contribution(combination: .leadOnly))
        #expect(leadOnly.addends == [police])
        #expect(leadOnly.reporters == [police, border, customs])
        #expect(indicator(Contribution(combination: .separate)).addends.isEmpty)
    }
}
