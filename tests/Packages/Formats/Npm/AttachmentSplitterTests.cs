using System.Text;
using System.Text.Json.Nodes;
using Sluice.Packages.Formats.Npm;

namespace Sluice.Packages.Tests.Formats.Npm;

public sealed class AttachmentSplitterTests
{
    [Fact]
    public async Task The_attachment_goes_to_its_stream_and_the_rest_is_as_it_was()
    {
        var (rest, attachment, count) = await SplitAsync("""{"_id":"a","data":"kept","versions":{"1.0.0":{"data":"kept too","s":"\"_attachments\":{\"x\":{\"data\":\"no\"}}"}},"_attachments":{"a-1.0.0.tgz":{"content_type":"x","data":"aGVsbG8=","length":5}}}""");

        attachment.ShouldBe("hello"u8.ToArray());
        count.ShouldBe(1);
        rest.ToJsonString().ShouldBe(JsonNode.Parse("""{"_id":"a","data":"kept","versions":{"1.0.0":{"data":"kept too","s":"\"_attachments\":{\"x\":{\"data\":\"no\"}}"}},"_attachments":{"a-1.0.0.tgz":{"content_type":"x","data":"","length":5}}}""")!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"_attachments":{"a":{"data":"aGVsbG8"}}}""")]
    [InlineData("""{"_attachments":{"a":{"data":"!!!!"}}}""")]
    [InlineData("""{"_attachments":{"a":{"data":"aGVs====bG8="}}}""")]
    public async Task What_is_no_base64_is_refused(string document) => await Should.ThrowAsync<InvalidDataException>(() => SplitAsync(document));

    [Fact]
    public async Task The_rest_is_bounded_and_the_attachment_is_not()
    {
        var large = Convert.ToBase64String(new byte[300_000]);
        (await SplitAsync("""{"_attachments":{"a":{"data":"@"}}}""".Replace("@", large, StringComparison.Ordinal), most: 100)).Attachment.Length.ShouldBe(300_000);
        await Should.ThrowAsync<InvalidDataException>(() => SplitAsync("""{"readme":"@"}""".Replace("@", large, StringComparison.Ordinal), most: 100));
    }

    /// <summary>However the bytes come, and whatever they are, the rest is what a reader of JSON would have read.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Any_document_comes_out_as_it_went_in(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++)
        {
            var bytes = new byte[random.Next(0, 200_000)];
            random.NextBytes(bytes);
            var document = new JsonObject
            {
                [Text(random)] = Text(random),
                ["list"] = new JsonArray(new JsonObject { ["data"] = Text(random) }, Text(random)),
                ["_attachments"] = new JsonObject { [Text(random)] = new JsonObject { ["type"] = Text(random), ["data"] = Convert.ToBase64String(bytes), ["length"] = bytes.Length } },
                ["last"] = Text(random),
            };
            var (rest, attachment, _) = await SplitAsync(document.ToJsonString(), step: random.Next(1, 5000));

            attachment.ShouldBe(bytes);
            document["_attachments"]!.AsObject().Single().Value!["data"] = "";
            rest.ToJsonString().ShouldBe(document.ToJsonString());
        }
    }

    [Fact]
    public async Task Bytes_that_are_no_JSON_end_in_an_error_or_in_no_attachment()
    {
        var random = new Random(7);
        for (var i = 0; i < 2000; i++)
        {
            var bytes = new byte[random.Next(0, 64)];
            for (var at = 0; at < bytes.Length; at++)
            {
                bytes[at] = (byte)"{}[]\",:\\ad_t"[random.Next(12)];
            }

            using var attachment = new MemoryStream();
            using var splitter = new AttachmentSplitter(attachment, 1000);
            var rest = await splitter.SplitAsync(new MemoryStream(bytes), CancellationToken.None);
            rest.ToArray().ShouldBe(bytes);
        }
    }

    private static string Text(Random random) => new([.. Enumerable.Range(0, random.Next(0, 12)).Select(_ => "ab\"\\{}[],:\n\u00e4\u20ac "[random.Next(14)])]);

    private static async Task<(JsonNode Document, byte[] Attachment, int Count)> SplitAsync(string document, int most = 10_000_000, int step = 4096)
    {
        using var attachment = new MemoryStream();
        using var splitter = new AttachmentSplitter(attachment, most);
        var rest = await splitter.SplitAsync(new SlowStream(Encoding.UTF8.GetBytes(document), step), CancellationToken.None);
        return (JsonNode.Parse(rest.Span)!, attachment.ToArray(), splitter.Count);
    }

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class SlowStream(byte[] content, int step) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);
    }
}
