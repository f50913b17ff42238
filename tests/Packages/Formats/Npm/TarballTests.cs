using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Sluice.Packages.Formats.Npm;

namespace Sluice.Packages.Tests.Formats.Npm;

public sealed class TarballTests
{
    [Theory]
    [InlineData("package/package.json")]
    [InlineData("./package/package.json")]
    [InlineData("anything/package.json")]
    public async Task The_manifest_is_in_the_folder_of_the_tarball(string name) =>
        ((string)(await ReadAsync(Of((name, """{"name":"a"}"""))))["name"]!).ShouldBe("a");

    [Theory]
    [InlineData("/package/package.json", "is refused")]
    [InlineData("package/../../etc/passwd", "is refused")]
    [InlineData("package\\..\\x", "is refused")]
    [InlineData("C:/x", "is refused")]
    [InlineData("package/index.js", "no package.json")]
    [InlineData("package/deep/package.json", "no package.json")]
    public async Task What_leaves_its_folder_or_has_no_manifest_is_refused(string name, string why) =>
        (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(Of((name, "{}"))))).Message.ShouldContain(why);

    [Fact]
    public async Task Links_are_refused()
    {
        using var stream = new MemoryStream();
        await using (var gzip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true))
        await using (var tar = new TarWriter(gzip))
        {
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, "package/link") { LinkName = "/etc/passwd" }, TestContext.Current.CancellationToken);
        }

        (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(stream.ToArray()))).Message.ShouldContain("neither file nor folder");
    }

    [Fact]
    public async Task A_manifest_that_is_too_large_is_not_read() =>
        (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(Of(("package/package.json", new string(' ', 5_000_000)))))).Message.ShouldContain("at most");

    /// <summary>Whatever is changed or cut off, it is read or refused.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Broken_tarballs_are_refused_and_nothing_else(int seed)
    {
        var random = new Random(seed);
        var good = Of(("package/package.json", """{"name":"a","version":"1.0.0"}"""), ("package/index.js", "x"));
        for (var i = 0; i < 500; i++)
        {
            var broken = i % 2 == 0 ? Changed(good, random) : Packed(Changed(Unpacked(good), random));
            try
            {
                await ReadAsync(broken[..random.Next(0, broken.Length + 1)]);
            }
            catch (InvalidDataException)
            {
                // As it should be.
            }
        }
    }

    private static byte[] Changed(byte[] good, Random random)
    {
        var changed = (byte[])good.Clone();
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            changed[random.Next(changed.Length)] = (byte)random.Next(256);
        }

        return changed;
    }

    private static byte[] Unpacked(byte[] packed)
    {
        using var all = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        gzip.CopyTo(all);
        return all.ToArray();
    }

    private static byte[] Packed(byte[] plain)
    {
        using var all = new MemoryStream();
        using (var gzip = new GZipStream(all, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(plain);
        }

        return all.ToArray();
    }

    private static byte[] Of(params IEnumerable<(string Name, string Content)> entries)
    {
        using var plain = new MemoryStream();
        using (var tar = new TarWriter(plain, leaveOpen: true))
        {
            foreach (var (name, content) in entries)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(content)) });
            }
        }

        return Packed(plain.ToArray());
    }

    private static async Task<System.Text.Json.Nodes.JsonObject> ReadAsync(byte[] content) => await Tarball.ManifestAsync(new MemoryStream(content), CancellationToken.None);
}
