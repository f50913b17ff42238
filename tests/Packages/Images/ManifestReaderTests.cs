using System.Text.Json.Nodes;
using Sluice.Packages.Images.Manifests;
using Sluice.Packages.Images.Model;
using static Sluice.Packages.Tests.Images.ImageWorld;

namespace Sluice.Packages.Tests.Images;

public sealed class ManifestReaderTests
{
    [Theory]
    [InlineData("", "It is no JSON")]
    [InlineData("[]", "a JSON object is expected")]
    [InlineData("{\"schemaVersion\":2,\"schemaVersion\":2}", "It is no JSON")]
    [InlineData("{\"schemaVersion\":1}", "schemaVersion: 2 is expected. config: it is expected. layers: a list is expected")]
    [InlineData("{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"config\":{},\"layers\":[]}", "mediaType: it says application/vnd.oci.image.index")]
    [InlineData("{\"schemaVersion\":2,\"config\":{},\"layers\":[1],\"manifests\":[]}", "manifests: a manifest of the type")]
    [InlineData("{\"schemaVersion\":2,\"config\":{\"mediaType\":\"a\",\"digest\":\"sha256:x\",\"size\":-1},\"layers\":[]}", "config.digest: sha256: and 64")]
    [InlineData("{\"schemaVersion\":2,\"config\":{\"mediaType\":7,\"digest\":[],\"size\":1.5},\"layers\":{}}", "config.mediaType: a text")]
    [InlineData("{\"schemaVersion\":2,\"config\":{},\"layers\":[],\"annotations\":{\"a\":1}}", "annotations: texts by their names")]
    [InlineData("{\"schemaVersion\":2,\"config\":{},\"layers\":[],\"subject\":7}", "subject: an object with mediaType")]
    public void Every_fault_is_told_at_its_place(string text, string expected) =>
        Should.Throw<ImageRefusal>(() => ManifestReader.Read(Bytes(text), ManifestType)).Message.ShouldContain(expected);

    [Fact]
    public void An_index_that_is_an_image_as_well_is_refused()
    {
        var both = Index(Manifest());
        both["layers"] = new JsonArray();
        Should.Throw<ImageRefusal>(() => ManifestReader.Read(Bytes(both.ToJsonString()), IndexType)).Message.ShouldContain("layers: a manifest of the type");
    }

    [Fact]
    public void More_than_a_thousand_layers_are_refused()
    {
        var many = Manifest();
        many["layers"] = new JsonArray([.. Enumerable.Range(0, 1001).Select(number => Descriptor("layer", $"{number}"))]);
        Should.Throw<ImageRefusal>(() => ManifestReader.Read(Bytes(many.ToJsonString()), ManifestType)).Message.ShouldContain("at most 1000 are expected, not 1001");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("application/vnd.oci.image.manifest.v1+json; charset=utf-8")]
    public void Its_own_type_is_enough(string? contentType) => ManifestReader.Read(Bytes(Manifest().ToJsonString()), contentType).MediaType.ShouldBe(ManifestType);

    [Theory]
    [InlineData("application/vnd.docker.distribution.manifest.v1+prettyjws")]
    [InlineData("application/json")]
    public void Other_types_are_refused(string type) => Should.Throw<ImageRefusal>(() => ManifestReader.Read(Bytes(Manifest().ToJsonString()), type)).Code.ShouldBe("MANIFEST_INVALID");

    /// <summary>Whatever is sent is a manifest or is refused by the specification's code.</summary>
    [Fact]
    public void Changed_bytes_are_read_or_refused()
    {
        var random = new Random(2026);
        var whole = Manifest();
        (whole["subject"], whole["annotations"], whole["artifactType"]) = (Descriptor("x", "y"), new JsonObject { ["a"] = "b" }, "application/x");
        byte[][] seeds = [Bytes(whole.ToJsonString()), Bytes(Index(Manifest(), Manifest(layer: "other")).ToJsonString())];
        for (var run = 0; run < 20_000; run++)
        {
            var bytes = (byte[])seeds[run % 2].Clone();
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var at = random.Next(bytes.Length);
                bytes = random.Next(3) switch
                {
                    0 => [.. bytes[..at], (byte)random.Next(256), .. bytes[(at + 1)..]],
                    1 => [.. bytes[..at], .. bytes[Math.Min(bytes.Length - 1, at + random.Next(20))..]],
                    _ => [.. bytes[..at], .. "{}[]\",:0-9e\\u"u8[random.Next(13)..], .. bytes[at..]],
                };
            }

            try
            {
                ManifestReader.Read(bytes, run % 3 == 0 ? null : run % 2 == 0 ? ManifestType : IndexType).Names.ShouldAllBe(name => ImageDigest.Read(name) != null);
            }
            catch (ImageRefusal e)
            {
                e.Code.ShouldBe("MANIFEST_INVALID");
            }
        }
    }

    [Fact]
    public void Any_path_and_any_range_is_read_or_none()
    {
        var random = new Random(4);
        string[] pieces = ["org", "main", "app", "manifests", "blobs", "uploads", "tags", "list", "referrers", "", "..", "%2F", "%00", "sha256:", "a_b", "A", "-", "é", "%", "%zz"];
        for (var run = 0; run < 20_000; run++)
        {
            var path = string.Join('/', Enumerable.Range(0, random.Next(9)).Select(_ => pieces[random.Next(pieces.Length)]));
            if (ImagePath.Read(path) is { Name: { } name })
            {
                name.Name.ShouldNotContain("..");
                name.Name.Split('/').ShouldAllBe(part => part.Length > 0 && char.IsAsciiLetterOrDigit(part[0]));
            }

            var text = string.Concat(Enumerable.Range(0, random.Next(24)).Select(_ => "0123456789-=bytes "[random.Next(18)]));
            ChunkRange.Read(text)?.Length.ShouldBeGreaterThan(0);
            var range = ByteRange.Read("bytes=" + text, 10);
            (range is null || (range.First >= 0 && range.Length > 0 && range.First + range.Length <= 10)).ShouldBeTrue(text);
        }
    }
}
