/// Where a writer's bytes go.
package protocol ByteSink: ~Copyable {
    mutating func write(_ bytes: [UInt8]) throws
}
