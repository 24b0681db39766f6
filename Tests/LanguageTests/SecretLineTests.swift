import Commands
import Language
import Programme
import Testing

@Suite struct SecretLineTests {
    let registry: Registry

    init() throws { registry = try Registry([programmePack]) }

    @Test(arguments: [
        "record case referral HP-012 kind: psychological", "recrod case referral HP-012 kind: psychological",
        "  record case referral HP-012", "plan record case referral HP-012",
        "if yes then\n  record case referral HP-012\nend",
    ])
    func aCaseStaysOut(_ text: String) {
        #expect(SecretLines.holds(text, registry))
    }

    @Test(arguments: ["list case referrals period: 2025", "register unit A \"record case referral\" kind: thpt", ""])
    func othersAreKept(_ text: String) {
        #expect(!SecretLines.holds(text, registry))
    }
}
