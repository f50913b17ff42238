using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Sluice.Packages.Tests.Formats.Ruby;

/// <summary>Gems, made as a test wants them.</summary>
internal static class Gems
{
    public const string Here = "/artifacts/org/ruby/main/";

    private static readonly DateTimeOffset Made = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>A gem with one file, which needs what is said.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="version">Its version.</param>
    /// <param name="platform">What it was made for.</param>
    /// <param name="needs">Other gems, each with its requirements.</param>
    /// <param name="code">What is in its file.</param>
    public static byte[] Packed(string name, string version, string platform = "ruby", (string Name, string[] Requirements)[]? needs = null, string? code = null) =>
        Packed(Metadata(name, version, platform, needs), [($"lib/{name}.rb", TarEntryType.RegularFile, code ?? $"module {char.ToUpperInvariant(name[0])}{name[1..].Replace("-", "", StringComparison.Ordinal)}; VALUE = '{version}'; end\n"), ("README.md", TarEntryType.RegularFile, $"# {name}\n")]);

    public static byte[] Packed(string metadata, (string Name, TarEntryType Type, string Content)[] files, string? checksums = null)
    {
        var (packed, data) = (Zipped(Encoding.UTF8.GetBytes(metadata)), Zipped(Tar([.. files.Select(file => (file.Name, file.Type, Encoding.UTF8.GetBytes(file.Content)))])));
        checksums ??= $"---\nSHA256:\n  metadata.gz: {Digest(packed)}\n  data.tar.gz: {Digest(data)}\nSHA512:\n  metadata.gz: {Convert.ToHexStringLower(SHA512.HashData(packed))}\n  data.tar.gz: {Convert.ToHexStringLower(SHA512.HashData(data))}\n";
        return Tar(Part("metadata.gz", packed), Part("data.tar.gz", data), Part("checksums.yaml.gz", Zipped(Encoding.UTF8.GetBytes(checksums))));
    }

    public static (string Name, TarEntryType Type, byte[] Content) Part(string name, byte[] content) => (name, TarEntryType.RegularFile, content);

    public static string Metadata(string name, string version, string platform = "ruby", (string Name, string[] Requirements)[]? needs = null) => $"""
        --- !ruby/object:Gem::Specification
        name: {name}
        version: !ruby/object:Gem::Version
          version: '{version}'
        platform: {platform}
        authors:
        - Somebody
        autorequire:
        bindir: bin
        cert_chain: []
        date: 2026-01-02 00:00:00.000000000 Z
        dependencies:{(needs is null ? " []" : "\n" + string.Join('\n', needs.Select(Need)))}
        description: |-
          Says hello,
          in two lines: "quoted"
        email: somebody@example.com
        executables: []
        extensions: []
        extra_rdoc_files: []
        files:
        - lib/{name}.rb
        homepage: https://example.com
        licenses:
        - MIT
        metadata:
          source_code_uri: https://example.com/src
        post_install_message:
        rdoc_options: []
        require_paths:
        - lib
        required_ruby_version: !ruby/object:Gem::Requirement
          requirements:
          - - ">="
            - !ruby/object:Gem::Version
              version: '2.5'
          - - "<"
            - !ruby/object:Gem::Version
              version: '9'
        required_rubygems_version: !ruby/object:Gem::Requirement
          requirements:
          - - ">="
            - !ruby/object:Gem::Version
              version: '0'
        requirements: []
        rubygems_version: 3.3.15
        signing_key:
        specification_version: 4
        summary: Says hello
        test_files: []

        """;

    public static byte[] Tar(params (string Name, TarEntryType Type, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var tar = new TarWriter(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach (var (name, type, content) in entries)
            {
                var entry = new UstarTarEntry(type, name) { ModificationTime = Made, Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead };
                if (type is TarEntryType.SymbolicLink)
                {
                    entry.LinkName = Encoding.UTF8.GetString(content);
                }
                else
                {
                    entry.DataStream = new MemoryStream(content);
                }

                tar.WriteEntry(entry);
            }
        }

        return bytes.ToArray();
    }

    public static byte[] Zipped(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return packed.ToArray();
    }

    public static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Need((string Name, string[] Requirements) need) => $"""
        - !ruby/object:Gem::Dependency
          name: {need.Name}
          requirement: !ruby/object:Gem::Requirement
            requirements:
        {string.Join('\n', need.Requirements.Select(requirement => requirement.Split(' ')).Select(parts => $"    - - \"{parts[0]}\"\n      - !ruby/object:Gem::Version\n        version: '{parts[1]}'"))}
          type: :runtime
          prerelease: false
        """;
}
