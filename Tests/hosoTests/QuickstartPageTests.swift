import Dossiers
import Testing

/// What `docs/quickstart.vi.md` tells officials is what they see.
@Suite("The officials' page")
struct QuickstartPageTests {
    @Test("Every state of a dossier stands in the table", arguments: DossierState.allCases)
    func states(state: DossierState) throws {
        #expect(try Repository.text("docs/quickstart.vi.md").contains("\n| `\(state.rawValue)` | "))
    }
}
