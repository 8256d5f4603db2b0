import HTTPTypes
import Hummingbird
import Logging
import Tracker

extension Portal {
    /// Where machines that watch the service ask for its figures: on a port of its own, which is not for the public.
    ///
    /// - Parameters:
    ///   - port: the port; on the address of the machine itself.
    ///   - logger: what is told to whoever runs it.
    /// - Returns: the service of the figures, ready to run.
    func figuresApplication(port: Int, logger: Logger) -> some ApplicationProtocol {
        let router = Router(context: BasicRequestContext.self)
        router.get("/metrics") { [self] _, _ in
            let standing = ServiceFigures.Standing(
                entries: try tracker.entryCount(),
                keptPageBytes: pages.keptBytes
            )
            return Response.bytes(
                Array(figures.text(standing).utf8),
                type: "text/plain; version=0.0.4; charset=utf-8",
                cache: "no-store"
            )
        }
        return Application(
            router: router,
            server: .http1(
                configuration: .init(additionalChannelHandlers: [BareAnswers(isSecure: false), ConnectionDeadlines()])
            ),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), serverName: "nap"),
            logger: logger
        )
    }
}
