using System.Diagnostics.CodeAnalysis;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Sluice.Packages.Formats.Ruby.Archives;
using Sluice.Packages.Formats.Ruby.Marshalling;

namespace Sluice.Packages.Tests.Formats.Ruby.Archives;

public sealed class GemReaderTests
{
    private static readonly (string, TarEntryType, string)[] Files = [("lib/demo.rb", TarEntryType.RegularFile, "")];

    [Theory]
    [InlineData("/etc/passwd", "plain relative path")]
    [InlineData("../x", "plain relative path")]
    [InlineData("lib\\..\\x", "backslash")]
    [InlineData("C:/x", "colon")]
    public async Task Names_that_lead_elsewhere_are_refused(string name, string why) =>
        (await RefusalAsync(Gems.Packed(Gems.Metadata("demo", "1.0"), [(name, TarEntryType.RegularFile, "x")]))).ShouldContain(why);

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../../x")]
    public async Task Links_that_lead_out_are_refused(string target) =>
        (await RefusalAsync(Gems.Packed(Gems.Metadata("demo", "1.0"), [("lib/x", TarEntryType.SymbolicLink, target)]))).ShouldContain("leads out of the archive");

    [Fact]
    public async Task Links_within_are_taken() => (await ReadAsync(Gems.Packed(Gems.Metadata("demo", "1.0"), [("lib/x", TarEntryType.SymbolicLink, "demo.rb")]))).Spec.File.FullName.ShouldBe("demo-1.0");

    [Theory]
    [InlineData("---\nSHA256:\n  metadata.gz: 00\n", "the SHA256 of metadata.gz is")]
    [InlineData("---\nSHA512:\n  metadata.gz: 00\n", "the SHA512 of metadata.gz is")]
    [InlineData("---\nSHA1:\n  metadata.gz: 00\n", "the SHA1 of metadata.gz is")]
    [InlineData("---\n", "without a SHA256 or SHA512 of metadata.gz")]
    [InlineData("", "without a SHA256 or SHA512 of metadata.gz")]
    [InlineData("[", "is not YAML")]
    public async Task Checksums_are_held_against_the_parts(string checksums, string why) => (await RefusalAsync(Gems.Packed(Gems.Metadata("demo", "1.0"), Files, checksums))).ShouldContain(why);

    [Theory]
    [InlineData("metadata.gz")]
    [InlineData("evil.rb")]
    [InlineData("../data.tar.gz")]
    public async Task Other_parts_and_those_that_come_twice_are_refused(string name)
    {
        var gem = Gems.Packed(Gems.Metadata("demo", "1.0"), Files);

        (await RefusalAsync([.. gem[..^1024], .. Gems.Tar(Gems.Part(name, [1]))])).ShouldContain($"its entry '{name}'");
        (await RefusalAsync(Gems.Tar(Gems.Part("metadata.gz", [1])))).ShouldContain("has no metadata.gz, or no data.tar.gz");
        (await RefusalAsync(gem[..700])).ShouldContain("whole");
    }

    /// <summary>None of it is made, and none of it grows.</summary>
    [Theory]
    [InlineData("--- !ruby/object:Gem::Installer\ni: x\n", "'!ruby/object:Gem::Installer', which no gem may have")]
    [InlineData("--- !ruby/hash:Evil\ni: x\n", "which no gem may have")]
    [InlineData("a: 1\na: 2\n", "has 'a' twice")]
    [InlineData("a: *x\n", "no anchor 'x'")]
    [InlineData("a: &x [*x]\n", "no anchor 'x'")]
    [InlineData("--- 1\n--- 2\n", "more than one document")]
    [InlineData("? [a]\n: b\n", "a name that is no text")]
    [InlineData("- a\n", "a map is expected")]
    [InlineData("", "a map is expected")]
    public async Task Metadata_that_is_none_is_refused(string metadata, string why) => (await RefusalAsync(Gems.Packed(metadata, Files))).ShouldContain(why);

    [Fact]
    public async Task Metadata_that_goes_deep_or_on_and_on_is_refused()
    {
        (await RefusalAsync(Gems.Packed("a: " + new string('[', 10_000), Files))).ShouldContain("in each other");
        (await RefusalAsync(Gems.Packed(new string('#', 20_000_000), Files))).ShouldContain("it unpacks to more than 16 MiB");
        var bomb = "a0: &a0 [x, x]\n" + string.Concat(Enumerable.Range(1, 60).Select(step => $"a{step}: &a{step} [*a{step - 1}, *a{step - 1}]\n"));
        (await RefusalAsync(Gems.Packed(bomb, Files))).ShouldContain("name: ");
    }

    [Fact]
    public async Task What_unpacks_to_too_much_is_refused()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            gzip.Write(Gems.Tar(("x", TarEntryType.RegularFile, [])));
            var block = new byte[1024 * 1024];
            for (var count = 0; count < 600; count++)
            {
                await gzip.WriteAsync(block, TestContext.Current.CancellationToken);
            }
        }

        var (metadata, data) = (Gems.Zipped(Encoding.UTF8.GetBytes(Gems.Metadata("demo", "1.0"))), packed.ToArray());
        var checksums = $"---\nSHA256:\n  metadata.gz: {Gems.Digest(metadata)}\n  data.tar.gz: {Gems.Digest(data)}\n";
        (await RefusalAsync(Gems.Tar(Gems.Part("metadata.gz", metadata), Gems.Part("data.tar.gz", data), Gems.Part("checksums.yaml.gz", Gems.Zipped(Encoding.UTF8.GetBytes(checksums)))))).ShouldContain("it unpacks to more than 512 MiB");
    }

    /// <summary>As gems were written of old: requirements under another name and with anchors, the platform as an object.</summary>
    [Fact]
    public async Task Old_forms_are_read()
    {
        var metadata = """
            --- !ruby/object:Gem::Specification
            name: demo
            version: !ruby/object:Gem::Version
              version: "1.0"
            platform: !ruby/object:Gem::Platform
              cpu: x86
              os: mswin32
              version: "60"
            dependencies:
            - !ruby/object:Gem::Dependency
              name: rake
              type: :runtime
              version_requirements: &id001 !ruby/object:Gem::Requirement
                none: false
                requirements:
                - - ">="
                  - !ruby/object:Gem::Version
                    version: "0"
              requirement: *id001
            authors: []
            email:
            """;

        var spec = (await ReadAsync(Gems.Packed(metadata, Files))).Spec;

        (spec.File.FullName, spec.Dependencies.Single().Requirement.ToString(), spec.Emails.Count).ShouldBe(("demo-1.0-x86-mswin32-60", ">= 0", 0));
    }

    /// <summary>Whatever is changed or cut off, packed or in the metadata, it is read or refused; and what is read can be told.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [SuppressMessage("Security", "CA5394", Justification = "Tests repeat it.")]
    public async Task Whatever_comes_is_read_or_refused(int seed)
    {
        var random = new Random(seed);
        var (gem, metadata) = (Gems.Packed("demo", "1.0"), Encoding.UTF8.GetBytes(Gems.Metadata("demo", "1.0", needs: [("rake", [">= 1", "< 3"])])));
        for (var round = 0; round < 400; round++)
        {
            await TriedAsync(Changed(random, gem));
            await TriedAsync(Gems.Packed(Encoding.Latin1.GetString(Changed(random, metadata)), Files));
        }
    }

    private static async Task TriedAsync(byte[] gem)
    {
        try
        {
            SpecMarshal.Specification((await ReadAsync(gem)).Spec).ShouldNotBeEmpty();
        }
        catch (InvalidDataException)
        {
        }
    }

    [SuppressMessage("Security", "CA5394", Justification = "Tests repeat it.")]
    private static byte[] Changed(Random random, byte[] bytes)
    {
        var changed = random.Next(4) == 0 ? bytes[..random.Next(bytes.Length)] : [.. bytes];
        for (var count = random.Next(1, 6); count > 0 && changed.Length > 0; count--)
        {
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        }

        return changed;
    }

    private static async Task<string> RefusalAsync(byte[] gem) => (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(gem))).Message;

    private static async Task<GemContents> ReadAsync(byte[] gem)
    {
        using var stream = new MemoryStream(gem);
        return await GemReader.ReadAsync(stream, TestContext.Current.CancellationToken);
    }
}
