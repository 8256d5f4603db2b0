import Hummingbird
import NIOPosix

/// Threads for work that waits for the disk or computes for long, so that those which serve connections never do.
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

/// Lets requests be worked on by ``WorkThreads``: those of programs by other ones than those of people.
struct WorkThreadsMiddleware: RouterMiddleware {
    typealias Context = PortalContext

    let people: WorkThreads
    let programs: WorkThreads

    func handle(
        _ request: Request,
        context: PortalContext,
        next: (Request, PortalContext) async throws -> Response
    ) async throws -> Response {
        let threads = request.uri.path.hasPrefix("/api/") ? programs : people
        return try await withTaskExecutorPreference(threads) { try await next(request, context) }
    }
}
