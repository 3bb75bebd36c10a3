/// What of a dossier a supplement takes the place of, file by file, since a component may have several.
///
/// A file takes the place of the one of its name; one with a name of its own that of a file at fault, as long as there is one.
/// What is asked for as a whole, as by an agency, is replaced as a whole.
struct Replacement {
    private struct Place: Hashable {
        let component: String
        let file: String
    }

    /// What the supplement brings, forms among them.
    private let components: Set<String>
    private let forms: Set<String>
    private let askedWhole: Set<String>
    private let places: Set<Place>

    /// - Parameter forms: of the procedure.
    init(_ brought: [SubmissionCase.Attachment], forms: [String], in dossier: Dossier) {
        self.forms = Set(forms)
        components = self.forms.union(brought.map(\.declared.component))
        let faults = Severity.allCases.filter { $0 < .payment }.flatMap { severity in
            dossier.findings.filter { $0.severity == severity }
        }
        askedWhole = Set(faults.filter { $0.file == nil }.compactMap(\.component))
        let faulty = faults.compactMap { Self.place($0.component, $0.file) }
        let known = faulty + dossier.papers.compactMap { Self.place($0.component, $0.paper.file) }

        var settled: Set<Place> = []
        var free: [String: Int] = [:]
        for attachment in brought {
            let component = attachment.declared.component
            let names = [attachment.declared.file, attachment.paper?.file].compactMap { Self.place(component, $0) }
            settled.formUnion(names)
            if !names.contains(where: known.contains) { free[component, default: 0] += 1 }
        }
        for place in faulty where !settled.contains(place) {
            guard let count = free[place.component], count > 0 else { continue }
            free[place.component] = count - 1
            settled.insert(place)
        }
        places = settled
    }

    /// Whether a paper of the dossier no longer counts; files that no form named are set aside.
    func takesThePlace(of paper: ExaminedPaper) -> Bool {
        guard let component = paper.component else { return true }
        return components.contains(component) && isSettled(component, paper.paper.file)
    }

    /// Whether the supplement brings what a finding is about; a form that is not well signed only by filling it in anew.
    func renews(_ finding: Finding) -> Bool {
        guard let component = finding.component else { return !finding.isOfSignatures }
        guard let file = finding.file else { return (finding.isOfSignatures ? forms : components).contains(component) }
        return components.contains(component) && isSettled(component, file)
    }

    private func isSettled(_ component: String, _ file: String) -> Bool {
        askedWhole.contains(component) || places.contains(Place(component: component, file: file))
    }

    private static func place(_ component: String?, _ file: String?) -> Place? {
        guard let component, let file else { return nil }
        return Place(component: component, file: file)
    }
}
