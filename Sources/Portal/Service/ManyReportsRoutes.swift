import Accounts
import ActionPlan
import Diagnostics
import Exchange
import HTTPTypes
import Hummingbird
import Language
import Ledger
import Rules
import Tracker

/// Several reports on one page: checked, kept and sent together.
enum ManyReportsRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/reports", .focalPoints) { request in
            let page = try ManyReportsPage(request)
            return page.response(try page.startingForms())
        },
        Route(
            .post,
            "/:language/reports",
            .focalPoints,
            bodyLimit: 512 * 1_024,
            givesBack: true,
            handler: send
        ),
    ]

    private static func send(_ request: PortalRequest) async throws -> Response {
        let sent = try request.form()
        let page = try ManyReportsPage(request)
        let member = try request.member()
        let forms = page.forms(sent)
        let action = sent["action"]
        if action == "show" { return page.response(forms) }
        for form in forms where !form.isBlank {
            try request.portal.drafts.keep(form.fields, form.key, of: member.account, at: request.now)
        }
        if action == "draft" {
            return page.response(forms, notice: page.maker.words("The drafts are kept. Nobody else sees them."))
        }
        let isLook = action == "look"
        guard forms.contains(where: { !$0.isBlank }) else {
            guard !isLook else { return page.response(forms) }
            return page.response(forms, notice: page.maker.words("Nothing is filled in yet."))
        }
        return try take(forms, sent, page, isRehearsal: action != "send")
    }

    /// Sends what is filled in, all of it or, where anything is wrong, nothing; or tells what would follow.
    private static func take(
        _ forms: [ReportForm],
        _ sent: FormData,
        _ page: ManyReportsPage,
        isRehearsal: Bool
    ) throws -> Response {
        let maker = page.maker
        let request = maker.request
        let member = try request.member()
        let throttle = isRehearsal ? request.portal.lookThrottle : request.portal.writeThrottle
        guard throttle.tries(member.account.rawValue, at: Double(request.now.seconds)) == nil else {
            let notice = maker.words("Too many tries. Wait a minute, then try again.")
            return page.response(forms, notice: notice, isWrong: true, status: .tooManyRequests)
        }
        var filled = forms.filter { !$0.isBlank }
        /// All forms, with what is said of those that were filled in.
        func all() -> [ReportForm] { forms.map { form in filled.first { $0.key == form.key } ?? form } }
        for position in filled.indices {
            let form = filled[position]
            guard sent[form.prefix + "basis"] != "\(page.versions(of: form.key))" else { continue }
            filled[position]
                .add(
                    maker.words(
                        "Somebody else of your agency sent this report while you were typing. What you typed is below; compare it with the version above and send it again if it is right."
                    ),
                    to: ""
                )
        }
        guard !filled.contains(where: \.hasErrors) else { return page.response(all(), status: .conflict) }
        guard let entries = ReportForm.entries(&filled, maker) else {
            return page.response(all(), status: .unprocessableContent)
        }
        let problems = try request.portal.tracker
            .submit(
                entries,
                by: member.party,
                at: request.now,
                language: maker.language,
                submission: isRehearsal ? nil : submission(filled, sent["request"]),
                isRehearsal: isRehearsal
            )
            .diagnostics
        ReportForm.take(problems, ReportFields(filled.map(\.row)).table(named: "form").places, into: &filled, maker)
        guard !problems.hasErrors else { return page.response(all(), status: .unprocessableContent) }
        guard !isRehearsal else {
            let after = try request.portal.tracker.preview(entries, by: member.party, at: request.now)
            var outlooks: [ReportKey: Outlook] = [:]
            for form in filled { outlooks[form.key] = Outlook(of: form.key, in: after) }
            return page.response(all(), outlooks: outlooks, notice: maker.words("Nothing has been sent yet."))
        }
        for form in filled {
            try request.portal.drafts.forget(form.key, of: member.account)
            if let sha256 = form.fields["evidence-sha256"] {
                request.portal.documents.remove(sha256, of: member.account)
            }
        }
        return .seeOther("/\(request.language)/due?sent=\(filled.count)")
    }

    /// Names the request, so that sending the page twice makes each report once.
    private static func submission(_ forms: [ReportForm], _ number: String?) -> Submission? {
        guard let number, number.utf8.count <= 64, let agency = forms.first?.key.agency else { return nil }
        let body = forms.map { form in
            form.row.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n")
        }
        return Submission(sender: agency.rawValue, key: number, body: Array(body.joined(separator: "\n\n").utf8))
    }
}
