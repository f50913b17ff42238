using System.Buffers.Binary;
using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using Sluice.Packages.Formats.PyPi.Archives;
using Sluice.Packages.Formats.PyPi.Names;

namespace Sluice.Packages.Tests.Formats.PyPi.Archives;

public sealed class MetadataFileTests
{
    private const string WheelName = "demo-1.0-py3-none-any.whl";
    private const string SourceName = "demo-1.0.tar.gz";

    [Fact]
    public async Task Finds_the_metadata_of_a_wheel_and_of_sources()
    {
        var expected = TestFiles.Metadata("demo", "1.0");
        (await ReadAsync(TestFiles.Wheel("demo", "1.0"), WheelName)).ShouldBe(expected);
        (await ReadAsync(TestFiles.Source("demo", "1.0"), SourceName)).ShouldBe(expected);
        (await ReadAsync(TestFiles.Zip(("demo-1.0/PKG-INFO", expected), ("demo-1.0/sub/PKG-INFO", "other")), "demo-1.0.zip")).ShouldBe(expected);
    }

    /// <summary>Each of them tells a long name in a way of its own.</summary>
    [Theory]
    [InlineData(TarEntryFormat.Gnu)]
    [InlineData(TarEntryFormat.Pax)]
    [InlineData(TarEntryFormat.Ustar)]
    public async Task Reads_each_kind_of_tar(TarEntryFormat format)
    {
        var longName = $"demo-1.0/{string.Concat(Enumerable.Repeat("folder/", 15))}{new string('n', 90)}.py";
        var archive = TestFiles.Tar(
            format, ("demo-1.0/", TarEntryType.Directory, ""), (longName, TarEntryType.RegularFile, new string('x', 70_000)), ("demo-1.0/link", TarEntryType.SymbolicLink, "folder/x"),
            ("demo-1.0/PKG-INFO", TarEntryType.RegularFile, TestFiles.Metadata("demo", "1.0")));
        (await ReadAsync(archive, SourceName)).ShouldBe(TestFiles.Metadata("demo", "1.0"));
    }

    [Theory]
    [InlineData("other-1.0.dist-info/METADATA", "another name or version")]
    [InlineData("demo-2.0.dist-info/METADATA", "another name or version")]
    [InlineData("demo.py", "has 0 folders")]
    [InlineData("demo-1.0.dist-info/METADATA", "has no demo-1.0.dist-info/WHEEL")]
    [InlineData("../demo-1.0.dist-info/METADATA", "not a plain relative path")]
    [InlineData("/etc/passwd", "not a plain relative path")]
    [InlineData("a\\..\\b", "backslash")]
    public async Task Refuses_wheels(string entry, string because) => (await RefusalAsync(TestFiles.Zip((entry, "x")), WheelName)).ShouldContain(because);

    [Fact]
    public async Task Refuses_a_wheel_of_two()
    {
        (await RefusalAsync(TestFiles.Zip(("demo-1.0.dist-info/METADATA", "x"), ("more-1.0.dist-info/METADATA", "x")), WheelName)).ShouldContain("has 2 folders");
        (await RefusalAsync(TestFiles.Zip(("a", "x"), ("a", "y")), WheelName)).ShouldContain("in it twice");
        (await RefusalAsync(TestFiles.Tar(("demo-1.0/PKG-INFO", "x"), ("more/PKG-INFO", "x")), SourceName)).ShouldContain("not all in one folder");
        (await RefusalAsync(TestFiles.Tar(("demo-1.0/setup.py", "x")), SourceName)).ShouldContain("has no demo-1.0/PKG-INFO");
        (await RefusalAsync(TestFiles.Tar(), SourceName)).ShouldContain("empty");
    }

    [Theory]
    [InlineData(TarEntryType.SymbolicLink, "../../etc/passwd", "leads out")]
    [InlineData(TarEntryType.SymbolicLink, "sub/../../x", "leads out")]
    [InlineData(TarEntryType.SymbolicLink, "/etc/passwd", "leads out")]
    [InlineData(TarEntryType.HardLink, "../x", "leads out")]
    [InlineData(TarEntryType.Fifo, "", "special file")]
    public async Task Refuses_links_that_lead_out_and_what_is_no_file(TarEntryType type, string link, string because) =>
        (await RefusalAsync(TestFiles.Tar(TarEntryFormat.Pax, ("demo-1.0/link", type, link), ("demo-1.0/PKG-INFO", TarEntryType.RegularFile, "x")), SourceName)).ShouldContain(because);

    [Theory]
    [InlineData("../demo-1.0/PKG-INFO")]
    [InlineData("/demo-1.0/PKG-INFO")]
    [InlineData("demo-1.0/../../PKG-INFO")]
    public async Task Refuses_paths_that_lead_out(string name) => (await RefusalAsync(TestFiles.Tar(TarEntryFormat.Pax, (name, TarEntryType.RegularFile, "x")), SourceName)).ShouldContain("not a plain relative path");

    /// <summary>A link in a wheel is followed by no tool, and by one in a bad way.</summary>
    [Fact]
    public async Task Refuses_a_link_in_a_wheel()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("link").ExternalAttributes = unchecked((int)0xA1FF0000);
        }

        (await RefusalAsync(bytes.ToArray(), WheelName)).ShouldContain("link or a special file");
    }

    [Fact]
    public async Task Refuses_what_unpacks_without_end()
    {
        (await RefusalAsync(TestFiles.Tar(("demo-1.0/big", new string('x', 300 * 1024 * 1024)), ("demo-1.0/PKG-INFO", "x")), SourceName)).ShouldContain("unpacks to more than");
        (await RefusalAsync(TestFiles.Source("demo", "1.0", $"Keywords: {new string('x', CoreMetadataReader.Most)}\n"), SourceName)).ShouldContain("at most");
        (await RefusalAsync(TestFiles.Wheel("demo", "1.0", $"Keywords: {new string('x', CoreMetadataReader.Most)}\n"), WheelName)).ShouldContain("at most");
    }

    /// <summary>The directory says that METADATA is small.</summary>
    [Fact]
    public async Task Refuses_an_entry_that_lies_about_its_size()
    {
        var wheel = TestFiles.Wheel("demo", "1.0", $"Keywords: {new string('x', 5000)}\n");
        var name = "demo-1.0.dist-info/METADATA"u8.ToArray();
        var inDirectory = wheel.AsSpan().LastIndexOf(name) - 46;
        BinaryPrimitives.WriteUInt32LittleEndian(wheel.AsSpan(inDirectory + 24), 10);
        (await RefusalAsync(wheel, WheelName)).ShouldContain("not what the directory");
    }

    [Fact]
    public async Task Refuses_a_directory_that_is_too_long()
    {
        var wheel = TestFiles.Wheel("demo", "1.0");
        var end = wheel.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        BinaryPrimitives.WriteUInt32LittleEndian(wheel.AsSpan(end + 16), 0);
        byte[] padded = [.. new byte[17 * 1024 * 1024], .. wheel];
        (await RefusalAsync(padded, WheelName)).ShouldContain("are allowed");
    }

    /// <summary>A head that only describes the next one says that it has two gigabytes: nothing is set aside for it.</summary>
    [Fact]
    public async Task Refuses_a_description_without_end()
    {
        var head = new byte[512];
        "x"u8.CopyTo(head);
        "00000000000"u8.CopyTo(head.AsSpan(136));
        "17777777777"u8.CopyTo(head.AsSpan(124));
        head[156] = (byte)'x';
        "        "u8.CopyTo(head.AsSpan(148));
        Encoding.ASCII.GetBytes($"{Convert.ToString(head.Sum(value => value), 8).PadLeft(6, '0')}\0 ").CopyTo(head.AsSpan(148));
        (await RefusalAsync(Packed(head), SourceName)).ShouldContain("at most");
    }

    [Fact]
    public async Task Refuses_what_is_cut_off()
    {
        foreach (var (archive, name) in new[] { (TestFiles.Wheel("demo", "1.0"), WheelName), (TestFiles.Source("demo", "1.0"), SourceName) })
        {
            for (var length = 0; length < archive.Length - 30; length += 7)
            {
                await RefusalAsync(archive[..length], name);
            }
        }
    }

    /// <summary>Whatever is wrong with it, it is told in one way.</summary>
    [Theory]
    [InlineData(WheelName)]
    [InlineData(SourceName)]
    [InlineData("demo-1.0.zip")]
    public async Task Survives_what_is_broken(string name)
    {
        var random = new Random(4711);
        var whole = name == SourceName ? Unpacked(TestFiles.Source("demo", "1.0")) : TestFiles.Wheel("demo", "1.0");
        for (var round = 0; round < 3000; round++)
        {
            var broken = (byte[])whole.Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                broken[random.Next(broken.Length)] = (byte)random.Next(256);
            }

            broken = broken[..(random.Next(4) == 0 ? random.Next(broken.Length) : broken.Length)];
            try
            {
                await ReadAsync(name == SourceName ? Packed(broken) : broken, name);
            }
            catch (InvalidDataException)
            {
                // As it should be.
            }
        }
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        gzip.CopyTo(whole);
        return whole.ToArray();
    }

    private static async Task<string> ReadAsync(byte[] archive, string name)
    {
        using var stream = new MemoryStream(archive);
        return Encoding.UTF8.GetString(await MetadataFile.ReadAsync(stream, PyFileName.Read(name, "demo")!, TestContext.Current.CancellationToken));
    }

    private static async Task<string> RefusalAsync(byte[] archive, string name) => (await Should.ThrowAsync<InvalidDataException>(() => ReadAsync(archive, name))).Message;
}
