using System.IO.Compression;
using System.Text;
using Sluice.Packages.Formats.Swift.Archives;
using Sluice.Packages.Formats.Swift.Publishing;
using static Sluice.Packages.Tests.Formats.Swift.SwiftWorld;

namespace Sluice.Packages.Tests.Formats.Swift;

public sealed class HostileReleaseTests
{
    public static TheoryData<string, byte[]> Archives => new()
    {
        { "is no zip", Encoding.UTF8.GetBytes("no zip at all, but long enough to be looked at for one") },
        { "is no zip", [] },
        { "exactly one folder", Zip() },
        { "exactly one folder", Zip(("Package.swift", Manifest)) },
        { "exactly one folder", Zip(("a/Package.swift", Manifest), ("b/x", "x")) },
        { "exactly one folder", Zip(("a/Package.swift", Manifest), ("x", "x")) },
        { "has no 'a/Package.swift'", Zip(("a/b/Package.swift", Manifest)) },
        { "is refused because of its entry", Zip(("a/Package.swift", Manifest), ("a/../../x", "x")) },
        { "is refused because of its entry", Zip(("a/Package.swift", Manifest), ("/etc/passwd", "x")) },
        { "differs from another entry only in case", Zip(("a/Package.swift", Manifest), ("a/package.swift", "x")) },
        { "is a link", Linked() },
        { "at most 1048576 are allowed", Zip(("a/Package.swift", new string(' ', 1024 * 1024 + 1))) },
        { "200 times its size", Zip(("a/Package.swift", Manifest), ("a/zeros", new string('0', 300 * 1024 * 1024))) },
        { "what the directory of the archive says", Lying() },
        { "51 manifests", Zip([("a/Package.swift", Manifest), .. Enumerable.Range(0, 50).Select(number => ($"a/Package@swift-{number}.swift", "x"))]) },
    };

    [Theory]
    [MemberData(nameof(Archives), DisableDiscoveryEnumeration = true)]
    public async Task An_archive_that_is_none_or_plays_tricks_is_refused_and_nothing_is_stored(string expected, byte[] archive)
    {
        using var world = await NewAsync();
        await world.PublishAsync("mona/LinkedList/1.0.0", archive).RefusedAsync(422, expected);
        world.Objects.Keys.ShouldBeEmpty();
        (await world.EventsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("[]", "a JSON object is expected")]
    [InlineData("{", "it is no JSON")]
    [InlineData("{\"a\": 1, \"a\": 2}", "it is no JSON")]
    [InlineData("{\"description\": 1, \"licenseURL\": {}, \"author\": {}, \"repositoryURLs\": [1]}", "author: an object with a name is expected; description: a text is expected; licenseURL: a text is expected; repositoryURLs: a list")]
    [InlineData("{\"repositoryURLs\": [\"https://a\\nhttps://b\"]}", "repositoryURLs: a list")]
    [InlineData("{\"description\": \"\\ud800\"}", "what is no character")]
    public async Task Metadata_that_is_none_is_refused_with_all_its_faults(string metadata, string expected)
    {
        using var world = await NewAsync();
        await world.PublishAsync("mona/LinkedList/1.0.0", Package(), metadata).RefusedAsync(422, expected);
        world.Objects.Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_is_none_is_refused()
    {
        using var world = await NewAsync();
        await world.PutAsync("mona/LinkedList/1.0.0", Form(("metadata", "{}"u8.ToArray(), null))).RefusedAsync(422, "source-archive: a zip is expected");
        await world.PutAsync("mona/LinkedList/1.0.0", Form(("other", [1], null))).RefusedAsync(422, "is called 'other'");
        await world.PutAsync("mona/LinkedList/1.0.0", Form(("source-archive", Package(), null), ("source-archive", Package(), null))).RefusedAsync(422, "it came twice");
        await world.PutAsync("mona/LinkedList/1.0.0", Form(("metadata", new byte[1024 * 1024 + 1], null))).RefusedAsync(422, "metadata: at most 1048576");
        await world.PutAsync("mona/LinkedList/1.0.0", Form(("source-archive", "AAAA****"u8.ToArray(), "base64"))).RefusedAsync(422, "cannot be read");
        await world.PutAsync("mona/LinkedList/1.0.0", Form(("source-archive", Package(), null))[..200]).RefusedAsync(422, "cannot be read");
        await world.AskAsync("PUT", $"{Registry}/mona/LinkedList/1.0.0", Package(), ("Content-Type", "application/zip")).RefusedAsync(422, "multipart/form-data");
        world.Objects.Keys.ShouldBeEmpty();
    }

    /// <summary>Whatever is sent is an archive or is refused by a message.</summary>
    [Fact]
    public async Task Changed_bytes_are_read_or_refused()
    {
        var random = new Random(391);
        var whole = Zip(("a/Package.swift", Manifest), ("a/Package@swift-5.swift", Manifest), ("a/b", "content"));
        for (var run = 0; run < 3000; run++)
        {
            var bytes = (byte[])whole.Clone();
            for (var change = random.Next(1, 5); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            using var archive = new MemoryStream(run % 5 == 0 ? bytes[..random.Next(bytes.Length)] : bytes);
            try
            {
                (await SourceArchive.ReadAsync(archive, CancellationToken.None)).ShouldContain(manifest => manifest.FileName == "Package.swift");
            }
            catch (InvalidDataException)
            {
                // Refused.
            }
        }
    }

    [Fact]
    public void Changed_metadata_is_read_or_refused()
    {
        var random = new Random(392);
        var whole = Encoding.UTF8.GetBytes("""{"description": "é\u00e9", "licenseURL": null, "author": {"name": "Mona"}, "repositoryURLs": ["https://a/b"]}""");
        for (var run = 0; run < 20_000; run++)
        {
            var bytes = (byte[])whole.Clone();
            for (var change = random.Next(1, 4); change > 0; change--)
            {
                bytes[random.Next(bytes.Length)] = random.Next(2) == 0 ? (byte)random.Next(256) : "{}[]\",:0\\u"u8[random.Next(10)];
            }

            try
            {
                ReleaseMetadata.Read(bytes).RepositoryUrls.ShouldNotBeNull();
            }
            catch (InvalidDataException)
            {
                // Refused.
            }
        }
    }

    private static byte[] Linked()
    {
        using var all = new MemoryStream();
        using (var zip = new ZipArchive(all, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("a/Package.swift");
            zip.CreateEntry("a/link").ExternalAttributes = unchecked((int)0xA1FF0000);
        }

        return all.ToArray();
    }

    /// <summary>The directory's checksum of the manifest is another one than what is there.</summary>
    private static byte[] Lying()
    {
        var bytes = Zip(("a/Package.swift", Manifest));
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        bytes[directory + 16] ^= 1;
        return bytes;
    }
}
