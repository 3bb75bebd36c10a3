private import CLinux
private import Glibc

/// One end of a pipe, or another descriptor of a child; closed with the last that holds it.
final class PipeEnd {
    private let descriptor: Descriptor

    init(_ number: Int32) { descriptor = Descriptor(number, calls: LinuxCalls()) }

    var number: Int32 { descriptor.number }

    /// A new pipe.
    static func pair() throws(SystemError) -> (reading: PipeEnd, writing: PipeEnd) {
        var ends: [Int32] = [-1, -1]
        guard unsafe linux_pipe(&ends) == 0 else { throw .last }
        return (PipeEnd(ends[0]), PipeEnd(ends[1]))
    }

    /// Takes what is written to it and keeps nothing.
    static func nowhere() throws(SystemError) -> PipeEnd {
        let number = linux_open_nowhere()
        guard number >= 0 else { throw .last }
        return PipeEnd(number)
    }

    func setNonblocking() throws(SystemError) {
        guard linux_set_nonblocking(number) == 0 else { throw .last }
    }
}
