/// The hash functions that signatures name.
package enum HashAlgorithm: String, Sendable, Wired, CaseIterable {
    /// Broken, and known only to be named.
    case md5 = "MD5"
    /// Broken for signatures since 2017, and still met.
    case sha1 = "SHA1"
    case sha256 = "SHA256"
    case sha384 = "SHA384"
    case sha512 = "SHA512"

    /// How many bytes a digest has.
    package var width: Int {
        switch self {
        case .md5: 16
        case .sha1: 20
        case .sha256: 32
        case .sha384: 48
        case .sha512: 64
        }
    }

    /// The stable word for what is too weak to trust; nil for what is not.
    package var weakness: String? {
        switch self {
        case .md5: "md5"
        case .sha1: "sha1"
        case .sha256, .sha384, .sha512: nil
        }
    }
}
