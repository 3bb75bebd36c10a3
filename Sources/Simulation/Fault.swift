/// One call that goes wrong.
package struct Fault: Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// The call does nothing and says this error number.
        case error(Int32)
        /// A write takes half of the bytes, a read gives half; every other call is as ever.
        case short
    }

    /// Counted from 1.
    package let call: Int
    package let kind: Kind

    package init(call: Int, kind: Kind) {
        self.call = call
        self.kind = kind
    }
}
