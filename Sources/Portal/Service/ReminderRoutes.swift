import Accounts
import ActionPlan
import HTTPTypes
import Hummingbird

/// The links in reminders by which their readers say that they want no more.
///
/// They need nobody to be signed in: the secret in the address says whose mail it was. Mail programs press the button by
/// themselves where the reader asks them to (RFC 8058), so nothing of the form is looked at.
enum ReminderRoutes {
    static let all: [Route] = [
        Route(.get, "/:language/reminders/off/:secret", .everyone) { request in
            try OptOutPage(request, secret: Secret(request.parameter("secret"))).response()
        },
        Route(.post, "/:language/reminders/off/:secret", .everyone, bodyLimit: 4 * 1_024) { request in
            guard request.portal.addressThrottle.tries(request.client, at: Double(request.now.seconds)) == nil else {
                throw HTTPError(.tooManyRequests)
            }
            let secret = Secret(try request.parameter("secret"))
            let isDone = try secret.map { try request.portal.accounts.optOut(by: $0, at: request.now) } ?? false
            return try OptOutPage(request, secret: secret).response(isDone: isDone)
        },
    ]

    /// Whether a path is that of such a link.
    static func isOptOut(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 5 && parts[0].isEmpty && parts[2] == "reminders" && parts[3] == "off"
    }
}
