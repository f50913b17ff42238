using System.Security.Cryptography;
using System.Text;
using Sluice.Platform.Protocol;
using Sluice.Platform.SigV4;
using Sluice.Signing;

namespace Sluice.Platform.Tests.SigV4;

/// <summary>Bodies of the encoding <c>aws-chunked</c>: AWS's own example, and bodies that somebody has changed.</summary>
public sealed class ChunkedContentTests
{
    // https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html, "Example: Signature Calculations for Transferring a Payload in Multiple Chunks".
    private const string Secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
    private const string Seed = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";
    private static readonly CredentialScope Scope = new("AKIAIOSFODNN7EXAMPLE", "20130524", "us-east-1", "s3", "aws4_request");

    private static readonly string Published =
        $"10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n{new string('a', 65536)}\r\n"
        + $"400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n{new string('a', 1024)}\r\n"
        + "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n";

    [Fact]
    public async Task AWSs_example_is_read() =>
        (await ReadAsync(Encoding.ASCII.GetBytes(Published), 66560, isSigned: true, hasTrailer: false)).ShouldBe(Encoding.ASCII.GetBytes(new string('a', 66560)));

    [Fact]
    public async Task A_chunk_that_was_changed_is_refused() =>
        (await RefusalAsync(Published.Replace("aaa\r\n0", "aab\r\n0", StringComparison.Ordinal), 66560, isSigned: true)).ShouldBeOfType<SignatureException>().Fault.ShouldBe(SignatureFault.Mismatch);

    [Theory]
    [InlineData("5\r\nhello\r\n0\r\n\r\n", 5, null)]
    [InlineData("5\r\nhello\r\n0\r\n", 5, null)]
    [InlineData("0\r\n\r\n", 0, null)]
    [InlineData("5\r\nhello\r\n0\r\n\r\n", 6, "IncompleteBody")]
    [InlineData("5\r\nhello\r\n0\r\n\r\n", 4, "IncompleteBody")]
    [InlineData("5\r\nhel", 5, "IncompleteBody")]
    [InlineData("5\r\nhello", 5, "InvalidRequest")]
    [InlineData("5\r\nhello\r\n", 5, "IncompleteBody")]
    [InlineData("4\r\nhello\r\n0\r\n\r\n", 5, "InvalidRequest")]
    [InlineData("x\r\nhello\r\n0\r\n\r\n", 5, "InvalidRequest")]
    [InlineData("-5\r\nhello\r\n0\r\n\r\n", 5, "InvalidRequest")]
    [InlineData("ffffffffffffffff\r\nhello\r\n0\r\n\r\n", 5, "InvalidRequest")]
    [InlineData("5;other=1\r\nhello\r\n0\r\n\r\n", 5, "InvalidRequest")]
    [InlineData("", 0, "IncompleteBody")]
    [InlineData("5\r\nhello\r\n0\r\nx-amz-checksum-crc32:AAAA\r\n\r\n", 5, "MalformedTrailerError")]
    public async Task What_is_not_encoded_rightly_is_refused(string body, long length, string? code) => (await RefusalAsync(body, length, isSigned: false))?.Code.ShouldBe(code);

    [Fact]
    public async Task Trailers_are_told_at_the_end()
    {
        await using var content = Content("5\r\nhello\r\n0\r\nX-Amz-Checksum-Crc32: NhCmhg==\r\n\r\n"u8.ToArray(), 5, isSigned: false, hasTrailer: true);
        content.Trailers.ShouldBeEmpty();

        await content.CopyToAsync(Stream.Null, TestContext.Current.CancellationToken);

        content.Trailers["x-amz-checksum-crc32"].ShouldBe("NhCmhg==");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task However_a_body_is_divided_and_read_its_content_is_the_same_and_no_change_passes(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 60; i++)
        {
            var content = new byte[random.Next(5000)];
            random.NextBytes(content);
            var body = Signed(content, random);
            (await ReadAsync(body, content.Length, isSigned: true, hasTrailer: true, random)).ShouldBe(content);

            body[random.Next(body.Length)] ^= (byte)(1 << random.Next(8));
            await PassesOnlyWholeAsync(body, content, random);
        }
    }

    /// <summary>A change of what is no content, as of a number's case, may pass; another content may not.</summary>
    private static async Task PassesOnlyWholeAsync(byte[] body, byte[] content, Random random)
    {
        try
        {
            (await ReadAsync(body, content.Length, isSigned: true, hasTrailer: true, random)).ShouldBe(content);
        }
        catch (ApiException)
        {
            // It was seen.
        }
    }

    private static async Task<ApiException?> RefusalAsync(string body, long length, bool isSigned)
    {
        try
        {
            await ReadAsync(Encoding.UTF8.GetBytes(body), length, isSigned, hasTrailer: false);
            return null;
        }
        catch (ApiException e)
        {
            return e;
        }
    }

    private static async Task<byte[]> ReadAsync(byte[] body, long length, bool isSigned, bool hasTrailer, Random? random = null)
    {
        await using var content = Content(body, length, isSigned, hasTrailer);
        using var read = new MemoryStream();
        var buffer = new byte[70_000];
        int count;
        while ((count = await content.ReadAsync(buffer.AsMemory(0, random?.Next(1, buffer.Length) ?? buffer.Length), TestContext.Current.CancellationToken)) > 0)
        {
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    private static ChunkedContent Content(byte[] body, long length, bool isSigned, bool hasTrailer) => new(new MemoryStream(body), length, isSigned ? new ChunkSigner(Key(), Signature()) : null, hasTrailer);

    private static byte[] Key() => SigningKey.Derive(Secret, Scope);

    private static Signature Signature() => new() { Scope = Scope, SignedHeaders = "host", Hex = Seed, Date = "20130524T000000Z", SignedAt = default };

    private static byte[] Signed(byte[] content, Random random)
    {
        var (body, previous) = (new MemoryStream(), Seed);
        for (var at = 0; at < content.Length;)
        {
            var chunk = content.AsSpan(at, Math.Min(random.Next(1, 3000), content.Length - at)).ToArray();
            Write(body, chunk, ref previous);
            at += chunk.Length;
        }

        Write(body, [], ref previous);
        body.Position -= 2;
        const string Trailer = "x-amz-checksum-crc32:NhCmhg==";
        var signature = SigningKey.SignText(Key(), $"AWS4-HMAC-SHA256-TRAILER\n20130524T000000Z\n{Scope.Text}\n{previous}\n{Hash(Encoding.UTF8.GetBytes(Trailer + "\n"))}");
        body.Write(Encoding.UTF8.GetBytes($"{Trailer}\r\nx-amz-trailer-signature:{signature}\r\n\r\n"));
        return body.ToArray();
    }

    private static void Write(MemoryStream body, byte[] chunk, ref string previous)
    {
        previous = SigningKey.SignText(Key(), $"AWS4-HMAC-SHA256-PAYLOAD\n20130524T000000Z\n{Scope.Text}\n{previous}\n{Hash([])}\n{Hash(chunk)}");
        body.Write(Encoding.UTF8.GetBytes($"{chunk.Length:x};chunk-signature={previous}\r\n"));
        body.Write(chunk);
        body.Write("\r\n"u8);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
