/// Bytes kept in memory as they are written.
package struct MemorySink: ByteSink {
    package private(set) var bytes: [UInt8] = []

    package init() {}

    package mutating func write(_ bytes: [UInt8]) { self.bytes += bytes }
}
