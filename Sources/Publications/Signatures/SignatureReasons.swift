/// The stable words for what is wrong with a signature, as sentences.
package enum SignatureReasons {
    /// For citizens and officials; a word without a sentence stands as it is.
    package static func vietnamese(_ reason: String) -> String {
        sentence(reason, in: vietnamese, weak: weakVietnamese)
    }

    /// For operators; a word without a sentence stands as it is.
    package static func english(_ reason: String) -> String { sentence(reason, in: english, weak: weakEnglish) }

    private static func sentence(
        _ reason: String, in table: [String: String], weak: (String) -> String
    ) -> String {
        if let sentence = table[reason] { return sentence }
        if reason.hasPrefix("rsa-") || ["md5", "sha1", "sha224", "dsa"].contains(reason) { return weak(reason) }
        let prefix = "at-signing-"
        guard reason.hasPrefix(prefix), let rest = table[String(reason.dropFirst(prefix.count))],
            let then = table["at-signing"]
        else { return reason }
        return "\(then): \(rest)"
    }

    private static func name(_ weakness: String) -> String {
        switch weakness {
        case "sha1": "SHA-1"
        case "sha224": "SHA-224"
        default: weakness.uppercased().replacing("RSA-", with: "RSA ")
        }
    }

    private static func weakVietnamese(_ weakness: String) -> String {
        "thuật toán hoặc khóa \(name(weakness)) quá yếu, không còn được tin cậy"
    }

    private static func weakEnglish(_ weakness: String) -> String { "\(name(weakness)) is too weak to trust" }
}
