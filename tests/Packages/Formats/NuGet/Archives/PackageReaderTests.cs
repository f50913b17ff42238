using System.Buffers.Binary;
using System.Text;
using NuGet.Versioning;
using Sluice.Packages.Formats.NuGet.Archives;
using Sluice.Packages.Formats.NuGet.Nuspecs;

namespace Sluice.Packages.Tests.Formats.NuGet.Archives;

public sealed class PackageReaderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string, object, string> Broken => new()
    {
        { "no nuspec", new Nupkg(Id: "lib/x"), "has 0 nuspecs at its root" },
        { "two nuspecs", new Nupkg { Files = [("other.nuspec", "")] }, "has 2 nuspecs at its root" },
        { "no XML", new Nupkg { Nuspec = "package" }, "no XML" },
        { "another root", new Nupkg { Nuspec = "<project><metadata/></project>" }, "without a package" },
        { "no metadata", new Nupkg { Nuspec = "<package/>" }, "without a package" },
        { "a DTD", new Nupkg { Nuspec = "<!DOCTYPE p [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><package><metadata><id>&e;</id><version>1.0.0</version></metadata></package>" }, "without a DTD" },
        { "a bomb of entities", new Nupkg { Nuspec = "<!DOCTYPE p [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><package><metadata><id>&b;</id></metadata></package>" }, "without a DTD" },
        { "no id and no version", new Nupkg { Nuspec = "<package><metadata><title>x</title></metadata></package>" }, "has the id ''" },
        { "a bad id and a bad version, both told", new Nupkg { Nuspec = "<package><metadata><id>a/b</id><version>one</version></metadata></package>" }, "has the version 'one'" },
        { "a nuspec that is too large", new Nupkg { Nuspec = $"<package><metadata><description>{new string('x', 1024 * 1024)}</description></metadata></package>" }, "at most 1048576" },
        { "a readme that is not in it", new Nupkg { More = "<readme>docs/README.md</readme>" }, "that is not in it" },
        { "a way out", new Nupkg { Files = [("../evil", "x")] }, "'../evil'" },
        { "a way out, encoded", new Nupkg { Files = [("lib/%2e%2e/%2e%2e/evil", "x")] }, "plain relative path" },
        { "a way out by backslashes", new Nupkg { Files = [(@"..\evil", "x")] }, "plain relative path" },
        { "an absolute path", new Nupkg { Files = [("/etc/passwd", "x")] }, "plain relative path" },
        { "a drive", new Nupkg { Files = [("C:/x", "x")] }, "colon" },
        { "an entry twice", new Nupkg { Files = [("lib/a.dll", "1"), ("lib/a.dll", "2")] }, "more than once" },
        { "an entry twice, once encoded", new Nupkg { Files = [("lib/a.dll", "1"), ("lib/%61.dll", "2")] }, "more than once" },
        { "two ways out, both told", new Nupkg { Files = [("../one", "x"), ("../two", "x")] }, "'../two'" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task Refuses_and_says_why(string what, object package, string why)
    {
        var refusal = await Should.ThrowAsync<FormatException>(ReadAsync(((Nupkg)package).Bytes()), what);

        refusal.Message.ShouldContain(why);
    }

    [Fact]
    public async Task Reads_what_a_package_says_of_itself()
    {
        var package = await ReadAsync(new Nupkg("Org.Tools", "1.02.0+build") { More = "<readme>README.md</readme>", Files = [("README.md", "# Tools")] }.Bytes());

        package.Id.ShouldBe("Org.Tools");
        package.Version.ShouldBe(NuGetVersion.Parse("1.2.0+build"));
        Encoding.UTF8.GetString(package.Readme!).ShouldBe("# Tools");
        package.IsSymbols.ShouldBeFalse();
    }

    [Fact]
    public async Task Knows_symbols() => (await ReadAsync(new Nupkg().Symbols())).IsSymbols.ShouldBeTrue();

    [Fact]
    public async Task Refuses_an_archive_that_is_cut_off_anywhere()
    {
        var whole = new Nupkg().Bytes();
        for (var length = 0; length < whole.Length; length++)
        {
            await Should.ThrowAsync<FormatException>(ReadAsync(whole[..length]), $"{length} of {whole.Length} bytes");
        }
    }

    [Fact]
    public async Task Refuses_a_nuspec_that_lies_about_its_size()
    {
        var whole = new Nupkg { Nuspec = new Nupkg().NuspecText + new string(' ', 5000) }.Bytes();
        BinaryPrimitives.WriteInt32LittleEndian(whole.AsSpan(Directory(whole) + 24), 100);

        await Should.ThrowAsync<FormatException>(ReadAsync(whole));
    }

    [Fact]
    public async Task Refuses_entries_that_claim_more_than_is_allowed()
    {
        var whole = new Nupkg { Files = [.. Enumerable.Range(0, 5).Select(at => ($"lib/{at}", "x"))] }.Bytes();
        foreach (var at in Signatures(whole).Skip(1))
        {
            BinaryPrimitives.WriteUInt32LittleEndian(whole.AsSpan(at + 24), 0xFFFFFFF0);
        }

        (await Should.ThrowAsync<FormatException>(ReadAsync(whole))).Message.ShouldContain("unpacks to");
    }

    [Fact]
    public async Task Refuses_entries_that_share_bytes()
    {
        var whole = new Nupkg { Files = [("lib/a", new string('a', 100)), ("lib/b", "b")] }.Bytes();
        BinaryPrimitives.WriteUInt32LittleEndian(whole.AsSpan(Signatures(whole)[1] + 20), (uint)whole.Length);

        (await Should.ThrowAsync<FormatException>(ReadAsync(whole))).Message.ShouldContain("more than the archive itself");
    }

    [Fact]
    public async Task Refuses_an_encrypted_entry()
    {
        var whole = new Nupkg().Bytes();
        whole[Signatures(whole)[1] + 8] |= 1;

        (await Should.ThrowAsync<FormatException>(ReadAsync(whole))).Message.ShouldContain("encrypted");
    }

    [Fact]
    public async Task Refuses_more_entries_than_are_allowed()
    {
        var whole = new Nupkg().Bytes();
        BinaryPrimitives.WriteUInt16LittleEndian(whole.AsSpan(whole.Length - 12), 60_000);

        (await Should.ThrowAsync<FormatException>(ReadAsync(whole))).Message.ShouldContain("60000 entries");
    }

    [Fact]
    public async Task Archives_of_any_bytes_are_read_or_refused()
    {
        var random = new Random(31);
        var whole = new Nupkg
        {
            More = """<readme>README.md</readme><license type="expression">MIT</license><dependencies><group targetFramework="net8.0"><dependency id="A" version="[1.0,2.0)" /></group></dependencies>""",
            Files = [("README.md", "# Tools"), ("lib/net8.0/a.dll", "x")],
        }.Bytes();
        for (var round = 0; round < 3000; round++)
        {
            await ReadOrRefusedAsync(Changed(whole, random));
        }
    }

    private static async Task ReadOrRefusedAsync(byte[] archive)
    {
        try
        {
            await ReadAsync(archive);
        }
        catch (FormatException)
        {
        }
    }

    private static byte[] Changed(byte[] whole, Random random)
    {
        var changed = (byte[])whole.Clone();
        for (var changes = random.Next(1, 8); changes > 0; changes--)
        {
            changed[random.Next(changed.Length)] = (byte)(random.Next(3) switch { 0 => 0, 1 => 255, _ => random.Next(256) });
        }

        return changed;
    }

    /// <summary>Where the list of entries begins.</summary>
    private static int Directory(byte[] archive) => Signatures(archive)[0];

    private static List<int> Signatures(byte[] archive) =>
        [.. Enumerable.Range(0, archive.Length - 4).Where(at => BinaryPrimitives.ReadInt32LittleEndian(archive.AsSpan(at)) == 0x02014b50)];

    private static async Task<PackageManifest> ReadAsync(byte[] archive)
    {
        using var stream = new MemoryStream(archive);
        return await PackageReader.ReadAsync(stream, Cancelled);
    }
}
