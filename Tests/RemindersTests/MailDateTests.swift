import ActionPlan
import Reminders
import Testing

@testable import Mail

@Suite("Dates of mails")
struct MailDateTests {
    @Test(
        "instants are named as mail names them",
        arguments: [
            (0, "Thu, 01 Jan 1970 00:00:00 +0000"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"),
            (4_102_444_799, "Thu, 31 Dec 2099 23:59:59 +0000"), (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
        ]
    )
    func dates(seconds: Int64, text: String) {
        #expect(MailDate(Moment(seconds: seconds)).text == text)
    }
}
