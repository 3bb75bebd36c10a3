/// One element of DER: what kind it is, and where it lies in the bytes that were read (ITU-T X.690, 8.1).
package struct DERElement: Sendable, Equatable {
    /// Class, constructed bit and number, as the first byte has them.
    package let tag: UInt8
    /// All of it, from its tag to its end.
    package let range: Range<Int>
    package let content: Range<Int>

    package var isConstructed: Bool { tag & 0x20 != 0 }
}
