import Settings
import Dossiers
import Files

/// Programs beside us, and what they are given: openssl, certificates, mail.
extension Doctor {
    private static let openSSL = "/usr/bin/openssl"
    private static let environment = [
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C.UTF-8", "OPENSSL_CONF": "/dev/null",
    ]
    /// A trust store has a handful; each costs a process.
    private static let storeLimit = 500

    /// Whether what the site or a procedure asks of signatures needs openssl.
    private var needsOpenSSL: Bool { site.deepestPolicy > .intact }

    /// What openssl makes of it; nil where it is not installed.
    private func openssl(_ arguments: [String], input: [UInt8] = []) throws -> ChildProcess.Outcome? {
        do {
            return try ChildProcess.run(
                executable: Self.openSSL, arguments: arguments, environment: Self.environment, input: input,
                timeout: .seconds(10))
        } catch {
            guard error.isNotFound else { throw error }
            return nil
        }
    }

    func openssl() throws -> [Diagnosis] {
        guard let outcome = try openssl(["version"]) else {
            let text = "\(Self.openSSL) is not there"
            guard needsOpenSSL else {
                return [
                    .warning(
                        "openssl", "\(text): signatures cannot be found valid or trusted", do: "apt install openssl")
                ]
            }
            let asked = "require=\"\(site.deepestPolicy.rawValue)\""
            return [.failure("openssl", "\(text), but \(asked) needs it: dossiers are held", do: "apt install openssl")]
        }
        guard outcome.isSuccess else {
            return [.failure("openssl", "openssl version ended with \(outcome.status)", do: "Install openssl again.")]
        }
        let version = String(decoding: outcome.output, as: UTF8.self).split(separator: "\n").first ?? ""
        return [.ok("openssl", String(version))]
    }

    /// Every anchor and every revocation list in date.
    func trust() throws -> [Diagnosis] {
        let config = try folders.root.folder("config")
        guard try config.status(of: "trust") != nil else { return noAnchors() }
        let store = try config.folder("trust")
        var found: [Diagnosis] = []
        var anchors = 0
        for name in try store.entries().prefix(Self.storeLimit) {
            guard try store.status(of: name)?.kind == .regular else { continue }
            switch name.suffix {
            case "pem":
                anchors += 1
                let bytes = try store.readAll(name, limit: 1_000_000)
                if try !inDate(["x509", "-noout", "-checkend", "0"], bytes) {
                    found.append(
                        .warning(
                            "trust", "config/trust/\(name) is out of date or no certificate",
                            do: "Replace it by the authority's present certificate."))
                }
            case "crl":
                let bytes = try store.readAll(name, limit: 100_000_000)
                if let next = try nextUpdate(bytes), next < now.seconds {
                    found.append(
                        .warning(
                            "trust", "config/trust/\(name) is past its next update: revocation is not known",
                            do: "Fetch the authority's present list; a timer should do it daily."))
                }
            default: continue
            }
        }
        if anchors == 0 { return noAnchors() }
        return found.isEmpty ? [.ok("trust", "\(anchors) anchors, all in date, and their lists")] : found
    }

    private func noAnchors() -> [Diagnosis] {
        site.deepestPolicy >= .trusted
            ? [
                .failure(
                    "trust", "config/trust holds no certificate, but require=\"trusted\" needs one",
                    do: "Put the authorities' certificates there as *.pem.")
            ] : [.ok("trust", "no anchors, and none are asked for")]
    }

    /// True also where openssl is not there, which is told under its own name.
    private func inDate(_ arguments: [String], _ bytes: [UInt8]) throws -> Bool {
        try openssl(arguments, input: bytes)?.isSuccess ?? true
    }

    /// In seconds since 1970; nil where openssl does not say.
    private func nextUpdate(_ bytes: [UInt8]) throws -> Int? {
        let form = bytes.starts(with: Array("-----".utf8)) ? "PEM" : "DER"
        let arguments = ["crl", "-inform", form, "-noout", "-nextupdate", "-dateopt", "iso_8601"]
        guard let outcome = try openssl(arguments, input: bytes) else { return nil }
        // `nextUpdate=2026-12-24 08:00:00Z`
        let text = String(decoding: outcome.output, as: UTF8.self)
        guard let equals = text.firstIndex(of: "=") else { return nil }
        return Moment(String(text[text.index(after: equals)...].prefix { $0 != "\n" }))?.seconds
    }

    func mail() throws -> [Diagnosis] {
        guard let command = site.notices.sendmail, let program = command.first else {
            return [.ok("mail", "notices lie in Outbox/notices; no sendmail is set in hoso.xml")]
        }
        guard SystemUser.canExecute(program) else {
            return [
                .failure(
                    "mail", "\(program) is not there, or may not be run",
                    do: "Install a mail server (apt install postfix), or mend sendmail on <notices>.")
            ]
        }
        let waiting = try folders.state(of: site).map { try Queue("State/mail", $0, ["mail"]) }
        guard let waiting, case let age = waiting.age(at: MachineClock.realtime().seconds), waiting.count > 0, age > 900
        else { return [.ok("mail", "\(program) is there, and takes letters")] }
        return [
            .failure(
                "mail", "\(waiting.count) letters wait in State/mail, the oldest for \(Ages.words(age))",
                do: "Look at the mail server's log; hoso tries again at every turn.")
        ]
    }
}
