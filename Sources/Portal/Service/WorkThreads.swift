import Hummingbird
import NIOPosix

/// Threads for work that waits for the disk or computes for long, so that those which serve connections never do.
///
/// There are more than processors: those that wait for the same sync of the disk share it.
final class WorkThreads: TaskExecutor {
    private let pool: NIOThreadPool

    /// - Parameter count: how many; as many requests are worked on at once.
    init(count: Int) {
        pool = NIOThreadPool(numberOfThreads: count)
        pool.start()
    }

    deinit { pool.shutdownGracefully { _ in } }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        pool.submit { [self] _ in job.runSynchronously(on: asUnownedTaskExecutor()) }
    }
}

/// Lets requests be worked on by ``WorkThreads``.
struct WorkThreadsMiddleware: RouterMiddleware {
    typealias Context = PortalContext

    let threads: WorkThreads

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        try await withTaskExecutorPreference(threads) { try await next(request, context) }
    }
}
