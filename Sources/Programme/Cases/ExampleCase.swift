/// A key and a case sealed to it, for the examples of the commands. They are true of nobody, and the passphrase is
/// public.
enum ExampleCase {
    /// The passphrase of the key.
    static let passphrase = "một câu mật khẩu dài"
    /// The code of the case.
    static let code = "C-EXAMPL"

    /// The sentence that keeps the key under a code; only as `K1` it can be opened.
    static func keyLine(_ code: String = "K1") -> String {
        """
        keep case key \(code) public: "AfNqipG1WnGBv9p26bPRA7W5hGcciRUUsoLOmh7GNXo=" \
        sealed: "JF/LpuAUYNiR4fuXsee56bE/du+Yd5yii0QUWCodKhY3ix51bzCDp7fsHDhESLTgkN5dox+MP6WzrLWS" \
        salt: "6FLBy50Cfc9KpYh5/zQDOj0TbKddGl8xkla7kBk5IUA=" work: "scrypt 65536 8 2"
        """
    }

    /// The sentence that keeps the case under a code; only as ``code`` it can be opened.
    static func caseLine(_ code: String = code) -> String {
        "keep sealed case \(code) month: 2025-11 key: K1 sealed: \"\(sealed)\""
    }

    private static let sealed = """
        0bwwPpNa77XYHFZE5WKTNXwoWZAfxpduj/Hn0NwBkQvsWrKuiDYizsdDZKZolmtUpMHUKNLoET1yuQh4IJ36zpOeXbW37jmJdXSn8jGNwlT4\
        R16y+jrAuInlNDbAurpqteNXMaVKFrKhFaKisSfZ8PN3y2EWdWuT1p04+ow14v5QIUzlBrcLEnI3Zb9yb1xub2vco+lx7rm/A/EHtJ9aGbPk\
        L5QiEAcjI42vf5gFK8FgefddJmaqYqN87bCNmG5zGtgTkEzVTh/eaJynnUseptFnr/cppntPabrfcYIeY0PX/ZX0q4w+zySgjTksx7l/iUI1\
        cO3Z/7sDJ8OgxU94pjbTnRV69IhWXpwbP2N3QJLJ9wdl9GFc+tp6cYkh69h9VRbC/vIAeFoU41f8aMbsGwAgU58IEkVXXVvKb3g7ZrdnBarM\
        Sf0J+PA+OOgOxzLCNBJoXw2WweC3mORFsHcNpwZWji3fwVrNFzTVqx7yTcHvlkYdH9zo28aBh7r6Cqvo4gz+SbfUWOfrxOk86Vj533+r+dZP\
        9mfnr1XMYLeK7lHhy+f08BrWpdb3fMLsMGMV/u+63R+AFeDqac4vUk7OImQHnXSM7CvL1boS6GNexHlDlhr0eUfXerfXZYUfqPt5ddp+Jp4m\
        p65h/AKmRDdBYkm4cd5JLgtfKr75MNSxyGCD6J93ICbOIbd9kNN5drxRhmPxMyecmJrZ38+XEjP32zowkPpVtixwxbXjcPl43Fk=
        """
}
