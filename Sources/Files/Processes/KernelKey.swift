private import CLinux

/// A public key that the kernel holds, for the thread that took it and until the value goes (keyrings(7)).
///
/// A process may be forbidden such keys, and a kernel built without them; then there is none.
package struct KernelKey: ~Copyable {
    private let number: Int32

    /// Takes the key of an X.509 certificate in DER; nil where the kernel does not.
    package init?(ofCertificate der: [UInt8]) {
        let number = unsafe der.withUnsafeBytes { unsafe linux_take_key($0.baseAddress, $0.count) }
        guard number > 0 else { return nil }
        self.number = number
    }

    deinit { linux_drop_key(number) }

    /// Whether a value fits a digest; false also where the kernel knows no such scheme, which is named as in keyctl_pkey_verify(3).
    package borrowing func verifies(_ value: [UInt8], of digest: [UInt8], scheme: String) -> Bool {
        unsafe digest.withUnsafeBytes { digest in
            unsafe value.withUnsafeBytes { value in
                unsafe linux_verify(
                    number, scheme, digest.baseAddress, UInt32(clamping: digest.count), value.baseAddress,
                    UInt32(clamping: value.count)) == 0
            }
        }
    }
}
