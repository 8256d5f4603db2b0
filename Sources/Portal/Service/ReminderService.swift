import ActionPlan
import Foundation
import Logging
import Mail
import Reminders
import ServiceLifecycle
import Synchronization
import Tracker

/// Sends reminders once a day while the service runs.
///
/// What was sent is remembered in the ledger's cabinet, so that a service that is started again on the same day sends
/// nothing twice.
struct ReminderService: Service {
    let portal: Portal
    let logger: Logger

    /// After how many seconds is tried again what could not be sent.
    private static let pause: Int64 = 15 * 60

    func run() async throws {
        guard let mail = portal.options.mail else { return try await gracefulShutdown() }
        await cancelWhenGracefulShutdown {
            var done: Day?
            var notBefore = Moment(seconds: .min)
            while !Task.isCancelled {
                let now = portal.now
                let day = portal.workspace.day(of: now)
                if day != done, notBefore <= now, isTime(now, day, mail.hour) {
                    if await send(mail, day, now) {
                        done = day
                    } else {
                        notBefore = Moment(seconds: now.seconds + Self.pause)
                    }
                }
                try? await Task.sleep(for: .seconds(20))
            }
        }
    }

    private func isTime(_ now: Moment, _ day: Day, _ hour: Int) -> Bool {
        let start = Moment(startOf: day, at: portal.workspace.plan.utcOffset)
        return now.seconds - start.seconds >= Int64(hour) * 3_600
    }

    /// Sends what there is, on a thread of its own, since the program that sends mail may take its time.
    ///
    /// - Returns: whether all of it was taken.
    private func send(_ mail: PortalOptions.Mail, _ day: Day, _ now: Moment) async -> Bool {
        let isStopped = Mutex(false)
        return await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                DispatchQueue.global()
                    .async {
                        continuation.resume(returning: send(mail, day, now) { !isStopped.withLock { $0 } })
                    }
            }
        } onCancel: {
            isStopped.withLock { $0 = true }
        }
    }

    private func send(
        _ mail: PortalOptions.Mail,
        _ day: Day,
        _ now: Moment,
        while isWanted: () -> Bool
    ) -> Bool {
        do {
            let outcomes = try portal.reminders.send(
                asOf: day,
                at: now,
                from: mail.sender,
                by: mail.delivery,
                while: isWanted
            )
            let faults = outcomes.compactMap(\.fault)
            // Numbers only: an address is nothing for a log.
            if !outcomes.isEmpty {
                logger.notice("reminders", metadata: ["sent": "\(outcomes.count - faults.count)"])
            }
            for fault in Set(faults.map(\.identifier)).sorted() {
                logger.error(
                    "reminders not sent",
                    metadata: ["why": "\(fault)", "number": "\(faults.count { $0.identifier == fault })"]
                )
            }
            return faults.isEmpty
        } catch {
            logger.error("reminders not sent", metadata: ["why": "\(error)"])
            return false
        }
    }
}
