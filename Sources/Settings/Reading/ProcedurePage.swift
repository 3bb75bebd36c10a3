import Documents
import Dossiers

/// What a file of `config/procedures/` says of one version of a procedure.
struct ProcedurePage {
    let file: String
    /// The root element's.
    let line: Int
    /// Nil where anything in the page is wrong.
    private(set) var procedure: Procedure?
    /// Read even where the rest is wrong, to find what stands twice.
    let code: String?
    let validFrom: Day?
    /// The agencies that it names, each with the line.
    private(set) var agencies: [(code: AgencyCode, line: Int)] = []
    /// The hours of all its steps, and where they stand; nil where it gives none.
    private(set) var steps: (hours: Double, line: Int)?

    init(_ root: XMLElement, file: String, problems: Problems) {
        let page = ConfigurationElement(
            root, as: "procedure",
            attributes: [
                "code", "level", "agency", "workingDays", "days", "promisedDays", "validFrom", "validUntil", "central",
                "require",
            ],
            children: [
                "name", "sector", "coAgency", "fee", "component", "result", "legalBasis", "steps", "responsibility",
                "roadmap",
            ], file: file, problems: problems)
        self.file = file
        line = page.line
        code = page.required("code", .code)
        validFrom = page.optional("validFrom", .day)
        let validUntil = page.optional("validUntil", .day)
        if let validFrom, let validUntil, validUntil < validFrom {
            page.report(
                "validUntil=\"\(validUntil)\" on <procedure> is before validFrom=\"\(validFrom)\"", about: "validUntil")
        }
        let central = page.optional("central", .boolean) ?? false
        let components = ProcedurePage.components(of: page, central: central)
        let level = ProcedurePage.level(of: page, hasForm: components.contains { $0.kind == .form } && !central)
        let name = page.child("name")?.words()
        let sector = page.child("sector")?.words()
        let result = page.child("result", children: ["title"])?.child("title")?.words()
        let time = ProcedurePage.time(of: page)
        let promised = page.optional("promisedDays", .whole(1...3650))
        let fee = ProcedurePage.fee(of: page)
        let require = page.requirement(isRequired: false)

        let lead = page.required("agency", .agencyCode)
        if let lead { agencies.append((lead, page.line)) }
        var coAgencies: [AgencyCode] = []
        for element in page.all("coAgency", attributes: ["code"]) {
            guard let code = element.required("code", .agencyCode) else { continue }
            if code == lead {
                element.report("<coAgency> \(code) is the lead agency itself", about: "code")
            } else if coAgencies.contains(code) {
                element.report("<coAgency> \(code) stands twice", about: "code")
            } else {
                coAgencies.append(code)
                agencies.append((code, element.line))
            }
        }
        let guidance = readGuidance(page)
        if let promised, let time, promised > time.count {
            page.report(
                "promisedDays=\"\(promised)\" on <procedure> is longer than the published time of \(time.count) days (Điều 8.1c)",
                about: "promisedDays")
        }
        guard !problems.hasErrors(in: file), let code, let name, let sector, let level, let lead, let time, let result
        else { return }
        var procedure = Procedure(
            code: code, name: name, sector: sector, level: level, agency: lead, coAgencies: coAgencies, time: time,
            fee: fee, components: components, result: result)
        procedure.promisedDays = promised
        procedure.validFrom = validFrom
        procedure.validUntil = validUntil
        procedure.central = central
        procedure.require = require
        procedure.guidance = guidance
        self.procedure = procedure
    }

    private static func level(of page: ConfigurationElement, hasForm: Bool) -> Int? {
        guard let level = page.required("level", .whole(0...9)) else { return nil }
        if (2...4).contains(level) { return level }
        let message =
            level < 2 && hasForm
            ? "level=\"\(level)\" on <procedure>: a procedure with a form is offered at level 2 at least (Điều 5.2)"
            : "level=\"\(level)\" on <procedure>: expected 2, 3 or 4"
        page.report(message, about: "level")
        return nil
    }

    private static func time(of page: ConfigurationElement) -> Procedure.Time? {
        let workingDays = page.optional("workingDays", .whole(1...3650)).map(Procedure.Time.workingDays)
        let days = page.optional("days", .whole(1...3650)).map(Procedure.Time.days)
        switch (page.has("workingDays"), page.has("days")) {
        case (false, false):
            page.report("<procedure> has no time: expected workingDays or days (Điều 3.2)", about: "workingDays")
        case (true, true):
            page.report("<procedure> has both workingDays and days: expected one of them", about: "days")
        default: break
        }
        return workingDays ?? days
    }

    private static func fee(of page: ConfigurationElement) -> Procedure.Fee? {
        guard let element = page.optionalChild("fee", attributes: ["amount", "due"]) else { return nil }
        let amount = element.required("amount", .amount)
        let due = element.required(
            "due", Setting<Procedure.Fee.Due>("submission or result") { Procedure.Fee.Due(rawValue: $0) })
        guard let amount, let due, amount > 0 else { return nil }
        if amount < 1000 {
            element.report("a fee of \(amount) VND: are thousands meant?", about: "amount", isWarning: true)
        }
        return Procedure.Fee(amount: amount, due: due)
    }

    private static func components(of page: ConfigurationElement, central: Bool) -> [Component] {
        let elements = page.all(
            "component", attributes: ["id", "kind", "types", "required", "original", "declaration"], children: ["title"]
        )
        if elements.isEmpty, !central {
            page.report("<procedure> has no <component>: expected the list of papers (Điều 3.2)", about: "component")
        }
        var components: [Component] = []
        var lines: [String: Int] = [:]
        for element in elements {
            let id = element.required("id", .code)
            if let id {
                if let line = lines[id] {
                    element.report("the component \(shown(id)) stands already in line \(line)", about: "id")
                } else {
                    lines[id] = element.line
                }
            }
            if let component = component(element, id: id) { components.append(component) }
        }
        return components
    }

    private static func component(_ element: ConfigurationElement, id: String?) -> Component? {
        let kind = element.required(
            "kind", Setting<Component.Kind>("form or attachment") { Component.Kind(rawValue: $0) })
        let title = element.child("title")?.words()
        let types = element.list("types", .mediaType)
        if kind == .attachment, !element.has("types") {
            element.report(
                "<component> of kind attachment has no types: expected \(Setting<MediaType>.mediaType.expected)",
                about: "types")
        }
        if kind == .form, element.has("types") {
            element.report("types on a <component> of kind form: only an attachment has types", about: "types")
        }
        if kind == .attachment, element.has("declaration") {
            element.report(
                "declaration on a <component> of kind attachment: only a form has a field to tick", about: "declaration"
            )
        }
        let required = element.optional("required", .boolean) ?? true
        let original = element.optional("original", .boolean) ?? false
        guard let kind else { return nil }
        // A wrong part was told; the component still counts where it is asked whether there is a form.
        var component = Component(
            id: id ?? "", kind: kind, title: title ?? "", types: kind == .form ? [] : types ?? [], required: required,
            original: original)
        component.declaration = element.optional("declaration", .code)
        return component
    }

    private mutating func readGuidance(_ page: ConfigurationElement) -> Guidance {
        var guidance = Guidance()
        guidance.legalBasis = page.optionalChild("legalBasis", children: nil).map(\.prose).flatMap {
            $0.isEmpty ? nil : $0
        }
        guidance.responsibilities = page.all("responsibility", attributes: ["party"], children: nil).map {
            Guidance.Responsibility(party: $0.optional("party", .words) ?? "", text: $0.prose)
        }
        if let roadmap = page.optionalChild("roadmap", attributes: ["level"], children: nil) {
            guidance.roadmap = roadmap.prose
            guidance.roadmapLevel = roadmap.optional("level", .whole(2...4))
        }
        guard let element = page.optionalChild("steps", children: nil) else { return guidance }
        guidance.steps = element.allChildren(attributes: ["hours"]).map {
            Guidance.Step(text: $0.prose, hours: $0.has("hours") ? $0.required("hours", .hours) : nil)
        }
        let hours = guidance.steps.compactMap(\.hours)
        if !hours.isEmpty { steps = (hours.reduce(0, +), element.line) }
        return guidance
    }
}

extension Procedure.Time {
    fileprivate var count: Int {
        switch self {
        case .workingDays(let count), .days(let count): count
        }
    }
}

extension Setting where Value == MediaType {
    static var mediaType: Setting {
        let types = MediaType.attachments
        return Setting("types of " + types.map(\.rawValue).joined(separator: " ")) { text in
            types.first { $0.rawValue == text }
        }
    }
}
