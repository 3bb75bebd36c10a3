// swift-tools-version: 6.2
//
// The targets stand in the order of the flow: each may import only what stands above it and is named in its dependencies.
// docs/architecture.md says what each room holds.

import PackageDescription

let strict: [SwiftSetting] = [
    .strictMemorySafety(), .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]
/// For the target that defines a type which lends memory.
let lendsMemory = strict + [.enableExperimentalFeature("Lifetimes")]

// Every import is named among a target's dependencies: what is not named is not built anew when it changes.

let package = Package(
    name: "hoso",
    products: [.executable(name: "hoso", targets: ["hoso"])],
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev", "pkg-config"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev", "pkg-config"])]),
        .systemLibrary(name: "CLinux"),
        .systemLibrary(name: "CSHA256"),

        .target(name: "Bytes", dependencies: ["CSHA256"], swiftSettings: lendsMemory),
        .testTarget(name: "BytesTests", dependencies: ["Bytes"], swiftSettings: strict),

        .target(name: "Files", dependencies: ["CLinux", "Bytes"], swiftSettings: strict),
        .testTarget(name: "FilesTests", dependencies: ["Bytes", "Files"], swiftSettings: strict),

        .target(name: "Simulation", dependencies: ["Bytes", "Files"], swiftSettings: strict),
        .testTarget(
            name: "SimulationTests", dependencies: ["Bytes", "Files", "Simulation"], swiftSettings: strict),

        .target(name: "Documents", dependencies: ["CLibXML2", "CZlib", "Bytes"], swiftSettings: strict),
        .testTarget(
            name: "DocumentsTests", dependencies: ["Bytes", "Documents"], exclude: ["Fixtures"], swiftSettings: strict),

        .target(name: "Signatures", dependencies: ["Bytes", "Files", "Documents"], swiftSettings: strict),
        .testTarget(
            name: "SignaturesTests", dependencies: ["Bytes", "Files", "Documents", "Signatures"],
            exclude: ["Fixtures", "corpus-notes.md"],
            swiftSettings: strict),

        .target(name: "Dossiers", dependencies: ["Bytes", "Signatures"], swiftSettings: strict),
        .testTarget(
            name: "DossiersTests", dependencies: ["Bytes", "Signatures", "Dossiers"], swiftSettings: strict),

        .target(
            name: "Settings", dependencies: ["Bytes", "Files", "Documents", "Dossiers"],
            resources: [.embedInCode("Sample"), .embedInCode("Examples")], swiftSettings: strict),
        .testTarget(
            name: "SettingsTests", dependencies: ["Bytes", "Files", "Documents", "Dossiers", "Settings"],
            exclude: ["Fixtures"], swiftSettings: strict),

        .target(name: "Ledgers", dependencies: ["Bytes", "Files", "Dossiers"], swiftSettings: strict),
        .testTarget(
            name: "LedgersTests", dependencies: ["Bytes", "Files", "Signatures", "Dossiers", "Ledgers"],
            swiftSettings: strict),

        .target(
            name: "Intake", dependencies: ["Bytes", "Files", "Documents", "Signatures", "Dossiers"],
            swiftSettings: strict),
        .testTarget(
            name: "IntakeTests",
            dependencies: ["Bytes", "Files", "Documents", "Signatures", "Dossiers", "Settings", "Intake"],
            swiftSettings: strict),

        .target(
            name: "Publications", dependencies: ["Bytes", "Documents", "Signatures", "Dossiers"], swiftSettings: strict),
        .testTarget(
            name: "PublicationsTests",
            dependencies: ["Bytes", "Files", "Documents", "Dossiers", "Settings", "Publications"],
            swiftSettings: strict),

        .target(
            name: "Delivery", dependencies: ["Bytes", "Files", "Documents", "Dossiers", "Publications"],
            swiftSettings: strict),
        .testTarget(
            name: "DeliveryTests", dependencies: ["Files", "Dossiers", "Publications", "Delivery"],
            swiftSettings: strict),

        .target(
            name: "Pipeline",
            dependencies: [
                "Bytes", "Files", "Documents", "Signatures", "Dossiers", "Settings", "Ledgers", "Intake",
                "Publications", "Delivery",
            ], resources: [.embedInCode("Demo/Papers")], swiftSettings: strict),
        .testTarget(
            name: "PipelineTests",
            dependencies: [
                "Bytes", "Files", "Simulation", "Documents", "Signatures", "Dossiers", "Settings", "Ledgers",
                "Intake", "Publications", "Pipeline",
            ], swiftSettings: strict),

        .target(
            name: "Selftests",
            dependencies: [
                "Bytes", "Files", "Documents", "Signatures", "Simulation", "Dossiers", "Settings", "Ledgers", "Intake",
                "Publications", "Pipeline",
            ],
            swiftSettings: strict),
        .testTarget(name: "SelftestsTests", dependencies: ["Files", "Selftests"], swiftSettings: strict),

        .executableTarget(
            name: "hoso",
            dependencies: [
                "Bytes", "Files", "Signatures", "Dossiers", "Settings", "Ledgers", "Publications", "Pipeline",
                "Selftests",
            ], swiftSettings: strict),
        .testTarget(
            name: "hosoTests",
            dependencies: ["hoso", "Bytes", "Files", "Documents", "Dossiers", "Settings", "Intake", "Pipeline"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
