/// What certified copies settle of an examination, whether they come after what they are copies of or before (Điều 7.2a).
enum CopyCounting {
    /// A supplement's examination, once the certified copies count that lay ready for what it brings.
    ///
    /// - Parameter forms: those that it fills in, which nobody signed by hand yet.
    static func count(readyFor examination: Examination, forms: [String], _ matter: Matter) -> Examination {
        let dossier = matter.dossier
        guard !dossier.copiesAside.isEmpty else { return examination }
        let ofForms = examination.findings.filter {
            $0.severity == .postalCopy && $0.file == nil && forms.contains($0.component ?? "")
        }
        var rest = examination
        rest.findings.removeAll(where: ofForms.contains)
        var counted = count(
            dossier.copiesAside, came: Set(dossier.copiesAside.compactMap(\.component)), in: rest, of: dossier,
            matter.procedure)
        counted.findings += ofForms
        let differences = dossier.copiesAside.compactMap { difference(of: $0, in: counted) }
        counted.findings += differences.filter { !counted.findings.contains($0) }
        return counted
    }

    /// An examination with what copies settle of it: whoever certified them saw the originals, and no lone scan of the office's.
    ///
    /// - Parameter came: the components that came by post, forms among them.
    static func count(
        _ copies: [ExaminedPaper], came: Set<String>, in examination: Examination, of dossier: Dossier,
        _ procedure: Procedure
    ) -> Examination {
        guard examination.findings.contains(where: { $0.severity == .postalCopy }) else { return examination }
        var counted = examination
        for copy in copies where copy.vouched != .byNothing {
            for index in counted.papers.indices
            where counted.papers[index].component == copy.component
                && counted.papers[index].vouched == .byNothing && !dossier.isScan(counted.papers[index])
            {
                counted.papers[index].vouched = copy.vouched
            }
        }
        let left = remaining(examination.findings, came: came, procedure: procedure)
        counted.findings = left + unfitting(examination, left: left)
        return counted
    }

    /// How a copy differs from the paper that it vouches for, under the name of that, so that it goes with it.
    private static func difference(of copy: ExaminedPaper, in examination: Examination) -> Finding? {
        let online = examination.papers.filter { $0.component == copy.component && $0.vouched == copy.vouched }
        guard let first = online.first, var finding = PostalCopyRuling.difference(of: copy, from: online) else {
            return nil
        }
        finding.file = first.paper.file
        return finding
    }

    /// What is still asked for by post; nothing more once every required attachment has come, and the form with them or by itself.
    ///
    /// - Parameter came: the components of which the copies count.
    private static func remaining(_ findings: [Finding], came: Set<String>, procedure: Procedure) -> [Finding] {
        let asked = findings.filter { $0.severity == .postalCopy }
        let open = asked.filter { !came.contains($0.component ?? "") }
        // What is said of no file is said of a form that was filled in online.
        let (openForms, openPapers) = (open.filter { $0.file == nil }, open.filter { $0.file != nil })
        let isWhole = !openPapers.contains { procedure.requires($0.component) }
        let copiesCame = asked.contains { $0.file != nil && came.contains($0.component ?? "") }
        let isEnough = isWhole && (copiesCame || (openForms.isEmpty && open.count < asked.count))
        return findings.compactMap { finding in
            guard finding.severity == .postalCopy else { return finding }
            guard open.contains(finding) else { return nil }
            guard isEnough else { return finding }
            return finding.file.map { Finding(.notCertified, component: finding.component, file: $0) }
        }
    }

    /// The papers that are asked for no more and do not fit their own signature: a true copy vouches for what came by post, and
    /// the officer is shown that what came online was another thing (Điều 4.6).
    private static func unfitting(_ examination: Examination, left: [Finding]) -> [Finding] {
        let settled = examination.findings.filter { $0.severity == .postalCopy && !left.contains($0) }
        let shown = examination.papers.filter { paper in
            paper.paper.doesNotFitItsSignature
                && settled.contains { $0.component == paper.component && $0.file == paper.paper.file }
        }.map { Finding(.paperSignatureBroken, component: $0.component, file: $0.paper.file) }
        return shown.filter { !left.contains($0) }
    }

    /// The forms that are still awaited where no copy of a required paper is.
    static func formsAlone(in findings: [Finding], _ procedure: Procedure) -> [String] {
        let awaited = findings.filter { $0.severity == .postalCopy }
        guard !awaited.contains(where: { $0.file != nil && procedure.requires($0.component) }) else { return [] }
        return awaited.filter { $0.file == nil }.compactMap(\.component)
    }
}

extension Procedure {
    fileprivate func requires(_ component: String?) -> Bool {
        component.flatMap { self.component($0) }?.required == true
    }
}
