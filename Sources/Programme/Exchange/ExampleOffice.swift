/// A key of an office for the examples of the commands. Its passphrase is public.
enum ExampleOffice {
    /// The public half.
    static let publicKey = "98YqfuVWYO+wMNnanrYDXi4m1SZJkKCGF0gHK27B7XU="
    /// The fingerprint of the public half.
    static let fingerprint = "7538-8364-3114-8608-3403-4437"

    /// The sentence that keeps the key; its passphrase is that of ``ExampleCase``.
    static let keyLine = """
        keep exchange key unit: NGO-QUYEN public: "\(publicKey)" \
        sealed: "/VDwTnxGxGsgzGhUajYhvUrdc88AvdkCEIrH7IydJUJoSHLnddnrqq6HLqmJupRrJ174MSj+DMI/qzQz" \
        salt: "EY/l3xlZqcAEupmjC63pIidJi0JyKNN8doT7vIskDlY=" work: "scrypt 65536 8 2"
        """
}
