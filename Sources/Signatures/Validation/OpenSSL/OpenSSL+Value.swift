import Bytes
import Files

extension OpenSSL {
    /// Whether a value fits a key: `passed`, `failed` or, where the command could not say, undetermined.
    func verify(_ signature: SignatureValue, under key: PublicKey, in scratch: Scratch) -> Fact {
        var options = ["-pkeyopt", "digest:\(signature.hash.opensslName)"]
        switch signature.method {
        case .rsaPKCS1: options += ["-pkeyopt", "rsa_padding_mode:pkcs1"]
        case .rsaPSS(let mask, let salt):
            options += [
                "-pkeyopt", "rsa_padding_mode:pss", "-pkeyopt", "rsa_pss_saltlen:\(salt)", "-pkeyopt",
                "rsa_mgf1_md:\(mask.opensslName)",
            ]
        case .ecdsa, .dsa: break
        }
        return scratch.lend([key.der, signature.value]) { paths in
            let answer = run(
                ["pkeyutl", "-verify", "-pubin", "-keyform", "DER", "-inkey", paths[0], "-sigfile", paths[1]] + options,
                input: signature.digest)
            switch answer {
            case .none(let reason): return .undetermined(reason)
            case .ended(let outcome):
                // Both are asked for: the status alone is also that of a program that did nothing.
                let says = String(decoding: outcome.output, as: UTF8.self)
                if outcome.isSuccess, says.contains("Signature Verified Successfully") { return .passed }
                return outcome.status == 1 ? .failed("value-does-not-fit") : .undetermined("openssl-failed")
            }
        } ?? .undetermined("no-scratch-folder")
    }
}

extension HashAlgorithm {
    /// As `openssl` calls it.
    fileprivate var opensslName: String { rawValue.lowercased() }
}
