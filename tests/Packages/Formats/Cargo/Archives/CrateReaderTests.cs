using System.Diagnostics.CodeAnalysis;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Sluice.Packages.Formats.Cargo.Archives;
using Sluice.Packages.Formats.Cargo.Publishing;
using Sluice.Packages.Tests.Formats.PyPi;

namespace Sluice.Packages.Tests.Formats.Cargo.Archives;

public sealed class CrateReaderTests
{
    private const string Folder = "demo-1.0.0";

    [Theory]
    [InlineData("", "README.md", true)]
    [InlineData("readme = false\n", "README.md", false)]
    [InlineData("readme = true\n", "README.md", true)]
    [InlineData("readme = \"docs/readme.txt\"\n", "docs/readme.txt", true)]
    [InlineData("readme = \"./ABOUT.md\"\n", "ABOUT.md", true)]
    [InlineData("", "OTHER.md", false)]
    public async Task The_readme_is_the_one_that_the_manifest_names(string said, string file, bool found) =>
        (await ReadAsync(TestFiles.Tar(($"{Folder}/Cargo.toml", Crates.Toml("demo", "1.0.0", said)), ($"{Folder}/{file}", "# Demo")))).ReadmeText.ShouldBe(found ? "# Demo" : null);

    [Theory]
    [InlineData("/demo-1.0.0/x", "plain relative path")]
    [InlineData("demo-1.0.0/../../x", "plain relative path")]
    [InlineData("demo-1.0.0\\..\\x", "backslash")]
    [InlineData("C:/x", "colon")]
    [InlineData("other-1.0.0/x", "not in the folder 'demo-1.0.0'")]
    [InlineData("x", "not in the folder 'demo-1.0.0'")]
    [InlineData("demo-1.0.0/cargo.toml", "twice, or differs")]
    [InlineData("demo-1.0.0/Cargo.toml", "twice, or differs")]
    [InlineData("demo-1.0.0/Cargo.toml/x", "twice, or differs")]
    public async Task Names_that_lead_elsewhere_or_mean_two_things_are_refused(string name, string why) =>
        (await RefusalAsync(TestFiles.Tar(($"{Folder}/Cargo.toml", Crates.Toml("demo", "1.0.0")), (name, "x")))).ShouldContain(why);

    [Theory]
    [InlineData(TarEntryType.SymbolicLink)]
    [InlineData(TarEntryType.HardLink)]
    [InlineData(TarEntryType.Fifo)]
    public async Task Links_and_special_files_are_refused_wherever_they_lead(TarEntryType type) =>
        (await RefusalAsync(TestFiles.Tar(TarEntryFormat.Pax, ($"{Folder}/x", type, $"{Folder}/Cargo.toml")))).ShouldContain("is refused because of its entry 'demo-1.0.0/x'");

    [Theory]
    [InlineData("", "has no [package]")]
    [InlineData("[package]\nversion = \"1.0.0\"\n", "has no package.name")]
    [InlineData("[package\nname = 3", "is no TOML")]
    [InlineData("package = 3", "has no [package]")]
    [InlineData("a = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "is no TOML")]
    public async Task A_manifest_that_is_none_is_refused(string toml, string why) => (await RefusalAsync(TestFiles.Tar(($"{Folder}/Cargo.toml", toml)))).ShouldContain(why);

    [Fact]
    public async Task What_has_no_manifest_or_is_no_archive_is_refused()
    {
        (await RefusalAsync(TestFiles.Tar(($"{Folder}/src/lib.rs", "")))).ShouldContain("has no demo-1.0.0/Cargo.toml");
        (await RefusalAsync(TestFiles.Tar(($"{Folder}/Cargo.toml", new string('#', 5_000_000))))).ShouldContain("at most");
        await RefusalAsync([]);
        await RefusalAsync(Encoding.UTF8.GetBytes("<html>"));
        var whole = Crates.Packed("demo", "1.0.0");
        await RefusalAsync(whole[..(whole.Length / 2)]);
    }

    [Fact]
    public async Task What_unpacks_to_too_much_is_refused()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            await using (var whole = new GZipStream(new MemoryStream(Crates.Packed("demo", "1.0.0")), CompressionMode.Decompress))
            {
                await whole.CopyToAsync(gzip, TestContext.Current.CancellationToken);
            }

            var block = new byte[1024 * 1024];
            for (var count = 0; count < 600; count++)
            {
                await gzip.WriteAsync(block, TestContext.Current.CancellationToken);
            }
        }

        (await RefusalAsync(packed.ToArray())).ShouldContain("it unpacks to more than 512 MiB");
    }

    /// <summary>Whatever is changed or cut off, packed or in the manifest, it is read or refused.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [SuppressMessage("Security", "CA5394", Justification = "Tests repeat it.")]
    public async Task Whatever_comes_is_read_or_refused(int seed)
    {
        var random = new Random(seed);
        var (crate, toml) = (Crates.Packed("demo", "1.0.0"), Encoding.UTF8.GetBytes(Crates.Toml("demo", "1.0.0", "[dependencies]\na = { version = \"1\", features = [\"x\"] }\n[target.'cfg(unix)'.dependencies]\nb = '2'\n[features]\nq = ['a']\n[[bin]]\nname = 'x'\n")));
        for (var round = 0; round < 400; round++)
        {
            await TriedAsync(Changed(random, crate));
            await TriedAsync(TestFiles.Tar(($"{Folder}/Cargo.toml", Encoding.Latin1.GetString(Changed(random, toml)))));
            PublishedMetadataReader.Read(Changed(random, Encoding.UTF8.GetBytes(Crates.Metadata("demo", "1.0.0").ToJsonString()))).Faults.ShouldNotBeNull();
        }
    }

    private static async Task TriedAsync(byte[] archive)
    {
        try
        {
            await ReadAsync(archive);
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

    private static async Task<string> RefusalAsync(byte[] archive) => (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(archive))).Message;

    private static async Task<CrateContents> ReadAsync(byte[] archive)
    {
        using var stream = new MemoryStream(archive);
        return await CrateReader.ReadAsync(stream, Folder, TestContext.Current.CancellationToken);
    }
}
