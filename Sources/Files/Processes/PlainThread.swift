private import CLinux
private import Glibc

/// A thread of the system's, of which it is known whether it was started.
package enum PlainThread {
    private final class Work {
        let body: @Sendable () -> Void
        init(_ body: @escaping @Sendable () -> Void) { self.body = body }
    }

    /// Starts one that nobody waits for; throws what the system said where it gives none.
    package static func start(stackBytes: Int, _ body: @escaping @Sendable () -> Void) throws(SystemError) {
        var attributes = pthread_attr_t()
        var failure = unsafe pthread_attr_init(&attributes)
        guard failure == 0 else { throw SystemError(failure) }
        defer { unsafe pthread_attr_destroy(&attributes) }
        failure = unsafe pthread_attr_setstacksize(&attributes, stackBytes)
        guard failure == 0 else { throw SystemError(failure) }
        failure = unsafe pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        guard failure == 0 else { throw SystemError(failure) }
        let work = unsafe Unmanaged.passRetained(Work(body))
        var thread = pthread_t()
        failure = unsafe pthread_create(
            &thread, &attributes,
            { work in
                guard let work = unsafe work else { return nil }
                unsafe Unmanaged<Work>.fromOpaque(work).takeRetainedValue().body()
                return nil
            }, work.toOpaque())
        guard failure == 0 else {
            unsafe work.release()
            throw SystemError(failure)
        }
    }
}
