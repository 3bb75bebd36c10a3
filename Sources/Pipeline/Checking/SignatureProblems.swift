import Dossiers
import Settings
import Signatures

/// What keeps this machine from telling what a site asks of signatures, as warnings: such dossiers are held, never passed.
struct SignatureProblems {
    let site: Site
    let trust: TrustStore
    /// Nil where the machine has none.
    let openssl: OpenSSL?

    var found: [ConfigurationProblem] {
        var messages = unmet
        if openssl == nil, site.deepestPolicy == .intact {
            messages.append(
                "require=\"intact\" does not show that a key made the signature: install openssl and require valid")
        }
        return messages.map {
            ConfigurationProblem(file: "config/hoso.xml", line: site.signaturesLine, message: $0, isWarning: true)
        } + trust.configurationProblems
    }

    /// What is asked of signatures and cannot be told here.
    var unmet: [String] {
        let policies = Set([site.signatures] + site.requirements)
        var messages: [String] = []
        if openssl == nil {
            for policy in policies.sorted() where policy >= .valid {
                messages.append(
                    "require=\"\(policy.rawValue)\" cannot be met without the openssl command: signed dossiers of level 4 are held"
                )
            }
        }
        guard site.deepestPolicy == .trusted else { return messages }
        if trust.anchors.isEmpty {
            messages.append(
                "require=\"trusted\" cannot be met without an anchor in config/trust/*.pem: signed dossiers of level 4 are held"
            )
        } else if trust.revocationLists.isEmpty {
            messages.append(
                "require=\"trusted\" cannot be met without revocation lists in config/trust/*.crl: signed dossiers of level 4 are held"
            )
        }
        return messages
    }
}

extension TrustStore {
    /// The files of `config/trust/` that cannot be used.
    var configurationProblems: [ConfigurationProblem] {
        problems.map {
            ConfigurationProblem(file: "config/trust/\($0.file)", line: 1, message: $0.message, isWarning: true)
        }
    }
}
